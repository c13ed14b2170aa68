// The only thing the dialog remembers: which kind of picture the shopper chose last. Never the picture.

const KEY = 'eyewearml.source';
const SOURCES = ['camera', 'sample'];

/** @returns {'camera'|'sample'|null} null where nothing was chosen yet or the browser forbids storage */
export function rememberedSource() {
  try {
    const source = localStorage.getItem(KEY);
    return SOURCES.includes(source) ? source : null;
  } catch (e) {
    return whenStorageIsForbidden(e, null);
  }
}

/** @param {string} source */
export function rememberSource(source) {
  try {
    localStorage.setItem(KEY, source);
  } catch (e) {
    whenStorageIsForbidden(e);
  }
}

// Private windows and strict cookie settings refuse storage; the dialog then simply asks again next time.
function whenStorageIsForbidden(e, answer) {
  if (e instanceof DOMException) return answer;
  throw e;
}
