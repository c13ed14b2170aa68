// What the dialog remembers, in this browser only: which kind of picture was chosen last, the lenses, how frames sit and in which
// variant. Never a picture, a measurement or a strength.

import { isFit } from './fit.js';
import { AS_DESIGNED, keepable, restored } from './lens-order.js';

const SOURCE = 'eyewearml.source';
const CHOICES = 'eyewearml.choices';
const SOURCES = ['camera', 'sample'];

/** What a shopper begins with. `fits` is by slug of the frame, `looks` (KHR_materials_variants) by sku. */
export const NO_CHOICES = Object.freeze({ lenses: AS_DESIGNED, fits: Object.freeze({}), looks: Object.freeze({}) });

/** @returns {'camera'|'sample'|null} null where nothing was chosen yet or the browser forbids storage */
export function rememberedSource() {
  const source = read(SOURCE);
  return SOURCES.includes(source) ? source : null;
}

/** @param {string} source */
export function rememberSource(source) {
  ifAllowed(() => localStorage.setItem(SOURCE, source));
}

/** @returns {typeof NO_CHOICES} */
export function rememberedChoices() {
  const { lenses, fits, looks } = parsed(read(CHOICES)) ?? {};
  return { lenses: restored(lenses ?? null), fits: entries(fits, isFit), looks: entries(looks, name => typeof name === 'string') };
}

/** @param {typeof NO_CHOICES} choices */
export function rememberChoices({ lenses, fits, looks }) {
  ifAllowed(() => localStorage.setItem(CHOICES, JSON.stringify({ lenses: keepable(lenses), fits, looks })));
}

/** Forgets everything. */
export function forgetAll() {
  ifAllowed(() => [SOURCE, CHOICES].forEach(key => localStorage.removeItem(key)));
}

function read(key) {
  return ifAllowed(() => localStorage.getItem(key)) ?? null;
}

/** Null for what is no JSON object: another version of the page may have written it. */
function parsed(json) {
  try {
    const value = JSON.parse(json);
    return typeof value === 'object' ? value : null;
  } catch (e) {
    if (e instanceof SyntaxError) return null;
    throw e;
  }
}

function entries(object, valid) {
  return Object.fromEntries(Object.entries(object ?? {}).filter(([, value]) => valid(value)));
}

/** Private windows and strict cookie settings refuse storage; the dialog then simply begins anew next time. */
function ifAllowed(use) {
  try {
    return use();
  } catch (e) {
    if (e instanceof DOMException) return undefined;
    throw e;
  }
}
