// Draws a frame by its measures: what is typed is built on the server and shown in 3D a moment later.
import { ask } from './ask.js';
import { openStage } from './stage.js';

const form = document.querySelector('[data-editor]');
const { api, csrf, engine, id, done } = form.dataset;
const error = form.querySelector('[data-error]');
const size = form.querySelector('[data-size]');
const colours = form.querySelector('[data-colours]');
const template = form.querySelector('[data-colour-template]');
const MEASURES = [...form.querySelectorAll('[data-for]')].map(slider => slider.dataset.for);
const PAUSE_MS = 200;
let shown = null; // The colour that the preview has.

function parts(set) {
  const field = name => set.querySelector(`[name="${name}"]`);
  return {
    front: field('front').value, temples: field('temples').value, trim: field('trim').value, tips: field('tips').value,
    lens: {
      tint: field('tint').value, coating: field('coating').value, polarised: field('polarised').checked,
      topTransmittance: Number(field('topPercent').value) / 100, bottomTransmittance: Number(field('bottomPercent').value) / 100,
    },
  };
}

function spec(set) {
  const measures = Object.fromEntries(MEASURES.map(name => [name, form.elements[name].valueAsNumber]));
  return { shape: form.shape.value, rimType: form.rimType.value, bridge: form.bridge.value, ...measures, ...parts(set) };
}

function title(set) {
  set.querySelector('[data-show]').textContent = set.querySelector('[name="colourName"]').value || 'New colour';
}

function addColour(colour) {
  const set = template.content.firstElementChild.cloneNode(true);
  const put = (name, value) => { set.querySelector(`[name="${name}"]`).value = value; };
  put('colourName', colour.name);
  put('sku', colour.sku);
  put('gtin', colour.gtin);
  for (const part of ['front', 'temples', 'trim', 'tips']) put(part, colour.spec[part]);
  put('tint', colour.spec.lens.tint);
  put('coating', colour.spec.lens.coating);
  put('topPercent', Math.round(colour.spec.lens.topTransmittance * 100));
  put('bottomPercent', Math.round(colour.spec.lens.bottomTransmittance * 100));
  set.querySelector('[name="polarised"]').checked = colour.spec.lens.polarised;
  set.querySelector('[data-show]').addEventListener('click', () => { shown = set; preview(); });
  set.querySelector('[data-remove]').addEventListener('click', () => {
    if (colours.children.length === 1) {
      error.textContent = 'A frame has at least one colour.';
      return;
    }
    set.remove();
    if (shown === set) shown = colours.firstElementChild;
    preview();
  });
  title(set);
  colours.append(set);
  return set;
}

function fill(draft) {
  form.elements.name.value = draft.name;
  form.elements.description.value = draft.description;
  for (const name of ['shape', 'rimType', 'bridge']) form.elements[name].value = draft.base[name];
  for (const name of MEASURES) {
    form.elements[name].value = draft.base[name];
    form.querySelector(`[data-for="${name}"]`).value = draft.base[name];
  }
  draft.colours.forEach(addColour);
  shown = colours.firstElementChild;
}

let viewer = null;
let asked = 0;

async function draw() {
  const turn = ++asked;
  const wanted = spec(shown);
  try {
    const answer = await ask(`${api}/preview`, { csrf, method: 'POST', body: wanted });
    const address = URL.createObjectURL(await answer.blob());
    if (turn === asked) {
      await viewer.setFrame(address);
      error.textContent = '';
      size.textContent = `${wanted.lensWidthMm}□${wanted.dblMm}-${wanted.templeLengthMm}, ${wanted.totalWidthMm} mm wide`;
      form.dataset.shown = String(turn);
    }
    URL.revokeObjectURL(address);
  } catch (e) {
    if (turn === asked) error.textContent = e.message;
  }
}

let waiting = 0;

function preview() {
  clearTimeout(waiting);
  waiting = setTimeout(draw, PAUSE_MS);
}

form.addEventListener('input', event => {
  const { target } = event;
  if (target.dataset.for) form.elements[target.dataset.for].value = target.value;
  const slider = form.querySelector(`[data-for="${CSS.escape(target.name)}"]`);
  if (slider) slider.value = target.value;
  const set = target.closest('.colour-set');
  if (set) {
    shown = set;
    title(set);
  }
  preview();
});

form.querySelector('[data-add-colour]').addEventListener('click', () => {
  const like = spec(shown);
  shown = addColour({ name: '', sku: '', gtin: '', spec: like });
  shown.querySelector('[name="colourName"]').focus();
  preview();
});

form.addEventListener('submit', async event => {
  event.preventDefault();
  error.textContent = '';
  form.setAttribute('aria-busy', 'true');
  const body = {
    name: form.elements.name.value, description: form.elements.description.value, base: spec(shown),
    colours: [...colours.children].map(set => ({
      name: set.querySelector('[name="colourName"]').value, sku: set.querySelector('[name="sku"]').value,
      gtin: set.querySelector('[name="gtin"]').value, spec: spec(set),
    })),
  };
  try {
    await ask(id ? `${api}/frames/${id}` : `${api}/frames`, { csrf, method: id ? 'PUT' : 'POST', body });
    location.assign(done);
  } catch (e) {
    error.textContent = e.message;
    error.scrollIntoView({ block: 'center' });
    form.removeAttribute('aria-busy');
  }
});

fill(JSON.parse(form.dataset.editor));
try {
  viewer = await openStage(form.querySelector('canvas'), engine);
  await draw();
} catch (e) {
  error.textContent = e.shopperMessage ?? 'This browser cannot show frames in 3D. They can be saved all the same.';
}
