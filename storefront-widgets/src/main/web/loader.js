// The only script a page needs: finds `<button data-eyewearml-try-on="slug" data-eyewearml-sku="…">` (also ones added later),
// fetches the dialog and the engine when the shopper reaches for one, and opens the page's <eyewear-try-on> on click.

const BUTTON = '[data-eyewearml-try-on]';

const host = document.querySelector('eyewear-try-on');

let ahead;

/** Starts fetching what opening will need. Opening asks for the same parts again, and tells the shopper where one is missing. */
function fetchAhead() {
  ahead ??= Promise.allSettled([
    import('./try-on/try-on-element.js'),
    import('./try-on/mirror.js').then(({ fetchEngine }) => fetchEngine(new URL(host.getAttribute('engine'), document.baseURI).href)),
    import('./try-on/catalogue.js').then(({ fetchCatalogue }) => fetchCatalogue(host.getAttribute('catalogue'))),
  ]);
}

async function open(button) {
  button.setAttribute('aria-busy', 'true');
  try {
    await import('./try-on/try-on-element.js');
    await host.open({ frame: button.dataset.eyewearmlTryOn, sku: button.dataset.eyewearmlSku });
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
