// The bag: lines kept in this browser, a counter in the header and a drawer. Forms `[data-bag-add]` and the try-on dialog fill it.

const KEY = 'alder-iris.bag';
const drawer = document.querySelector('[data-bag]');
const items = drawer.querySelector('[data-bag-items]');
const itemTemplate = drawer.querySelector('template').content;

/** @typedef {{sku: string, name: string, colour: string, price: string, pictureUrl?: string}} Line */

/** @returns {Line[]} */
function lines() {
  return JSON.parse(localStorage.getItem(KEY) ?? '[]');
}

/** @param {Line[]} kept */
function keep(kept) {
  localStorage.setItem(KEY, JSON.stringify(kept));
  draw();
}

function add(line) {
  keep([...lines(), line]);
  if (!drawer.open && !document.querySelector('eyewear-try-on')?.isOpen) drawer.showModal();
}

function row(line, index) {
  const node = itemTemplate.cloneNode(true);
  if (line.pictureUrl) node.querySelector('img').src = line.pictureUrl;
  for (const field of ['name', 'colour', 'price']) node.querySelector(`[data-${field}]`).textContent = line[field];
  const remove = node.querySelector('button');
  remove.setAttribute('aria-label', `${remove.textContent.trim()} ${line.name}, ${line.colour}`);
  remove.addEventListener('click', () => {
    keep(lines().filter((_, i) => i !== index));
    drawer.querySelector('[data-bag-close]').focus();
  });
  return node;
}

function draw() {
  const all = lines();
  for (const count of document.querySelectorAll('[data-bag-count]')) {
    count.dataset.bagCount = all.length;
    count.textContent = all.length;
  }
  items.replaceChildren(...all.map(row));
  drawer.querySelector('[data-bag-empty]').hidden = all.length > 0;
  drawer.querySelector('[data-bag-note]').hidden = all.length === 0;
}

document.querySelector('[data-bag-open]').addEventListener('click', () => drawer.showModal());
drawer.querySelector('[data-bag-close]').addEventListener('click', () => drawer.close());
drawer.addEventListener('click', event => event.target === drawer && drawer.close());

for (const button of document.querySelectorAll('[data-bag-add]')) {
  button.addEventListener('click', () => {
    const { sku, name, colour, price, picture } = button.dataset;
    add({ sku, name, colour, price, pictureUrl: picture });
  });
}
document.addEventListener('eyewearml:add-to-cart', event => {
  event.preventDefault();
  add(event.detail);
});
window.addEventListener('storage', event => event.key === KEY && draw());
draw();
