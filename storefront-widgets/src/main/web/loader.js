// The only script a page needs: finds `<button data-eyewearml-try-on="slug" data-eyewearml-sku="…">` (also ones added later),
// fetches the dialog and the engine when the shopper reaches for one, and opens the page's <eyewear-try-on> on click.

const BUTTON = '[data-eyewearml-try-on]';

let fetched;

function fetchAhead() {
  fetched ??= fetchParts().catch(e => {
    fetched = undefined;
    throw e;
  });
  return fetched;
}

async function fetchParts() {
  const host = document.querySelector('eyewear-try-on');
  const engineUrl = new URL(host.getAttribute('engine'), document.baseURI).href;
  const dialog = import('./try-on/try-on-element.js');
  const [{ fetchCatalogue }, { fetchEngine }] = await Promise.all([import('./try-on/catalogue.js'), import('./try-on/mirror.js')]);
  // What fails here is tried again, and reported to the shopper, when the dialog opens.
  await Promise.allSettled([fetchEngine(engineUrl), fetchCatalogue(host.getAttribute('catalogue'))]);
  await dialog;
  return host;
}

async function open(button) {
  button.setAttribute('aria-busy', 'true');
  try {
    await import('./try-on/try-on-element.js');
    await document.querySelector('eyewear-try-on').open({ frame: button.dataset.eyewearmlTryOn, sku: button.dataset.eyewearmlSku });
  } finally {
    button.removeAttribute('aria-busy');
  }
}

for (const intent of ['pointerover', 'focusin']) {
  document.addEventListener(intent, event => event.target.closest(BUTTON) && fetchAhead(), { passive: true });
}
document.addEventListener('click', event => {
  const button = event.target.closest(BUTTON);
  if (button) open(button);
});
