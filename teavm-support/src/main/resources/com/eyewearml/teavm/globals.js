/** Factories of the snippets of JavaScript that Java code declares, by the JSON of their parameter names and text. */
const bodies = new Map();
/** Snippets asked for so far; complete once load() has resolved. */
export const requestedBodies = new Set();
/** Registers the default export of bodies.js. Call before load(). */
export function registerBodies(entries) {
  for (const [key, factory] of entries) {
    bodies.set(key, factory);
  }
}
function getGlobalName(name) {
  let value = globalThis;
  for (const part of name.split(".")) {
    value = value[part];
  }
  return value;
}
function setGlobalName(name, value) {
  const lastDot = name.lastIndexOf(".");
  const owner = lastDot < 0 ? globalThis : getGlobalName(name.substring(0, lastDot));
  owner[name.substring(lastDot + 1)] = value;
}
