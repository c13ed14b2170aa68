// The only script a page needs: finds `<button data-eyewearml-view="model.glb" data-label="…">`, which covers the element around it
// with the frame in 3D, and `<button data-eyewearml-try-on="slug" data-eyewearml-sku="…">` (also ones added later),
// fetches the dialog and the engine when the shopper reaches for one, and opens the page's <eyewear-try-on> on click.

const BUTTON = '[data-eyewearml-try-on]';
const VIEW_BUTTON = '[data-eyewearml-view]';

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

/** Brings the frame in 3D up over the button's surroundings, or takes it away. */
async function view(button) {
  const surroundings = button.parentElement;
  const present = surroundings.querySelector('eyewear-viewer');
  button.setAttribute('aria-pressed', String(!present));
  if (present) {
    present.remove();
    return;
  }
  await import('./viewer/eyewear-viewer.js');
  if (button.getAttribute('aria-pressed') !== 'true' || surroundings.querySelector('eyewear-viewer')) return;
  const viewer = document.createElement('eyewear-viewer');
  viewer.setAttribute('engine', host.getAttribute('engine'));
  viewer.setAttribute('model', button.dataset.eyewearmlView);
  viewer.setAttribute('label', button.dataset.label ?? '');
  button.before(viewer);
}

for (const intent of ['pointerover', 'focusin']) {
  document.addEventListener(intent, event => event.target.closest(BUTTON) && fetchAhead(), { passive: true });
}
document.addEventListener('click', event => {
  const button = event.target.closest(BUTTON);
  if (button) open(button);
  const viewButton = event.target.closest(VIEW_BUTTON);
  if (viewButton) view(viewButton);
});
