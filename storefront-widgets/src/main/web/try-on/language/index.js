import { en } from './en.js';

const languages = { en };

/**
 * Looks texts up in the best language for a BCP 47 tag, English where there is no better one.
 *
 * @param {string} tag for example `de-AT`
 * @returns {(key: string, values?: Record<string, string|number>) => string}
 */
export function texts(tag) {
  const language = languages[tag.toLowerCase()] ?? languages[tag.split('-')[0].toLowerCase()] ?? en;
  return (key, values = {}) => fill(pick(language, key) ?? pick(en, key), values);
}

function pick(language, key) {
  return key.split('.').reduce((node, part) => node?.[part], language);
}

function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
