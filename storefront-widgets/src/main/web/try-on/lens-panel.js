import { element, swatch } from './dom.js';
import { AS_DESIGNED, KINDS, MIRRORS, TINTS, VLT_PERCENT } from './lens-order.js';

const SPHERES_D = { min: -10, max: 8, step: 0.25 };
/** How much faster than in life a photochromic lens changes here. */
const HASTE = 20;

/**
 * Which lenses are in the frame: as designed, clear, tinted for the sun, or photochromic with its change between indoors and outdoors;
 * and of which strength.
 *
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {{chooseLenses(lenses: typeof AS_DESIGNED): void, photochromicActivation(exposure: object): Promise<number>}} actions
 */
export function lensPanel(text, actions) {
  let chosen = AS_DESIGNED;
  let change = 0;

  const kinds = radios('lens-kind', 'lensKind', KINDS, kind => element('span', { class: 'chip' }, text(`lensKinds.${kind}`)), kind => set({ kind }));
  const tints = radios('lens-tint', 'lensTint', Object.keys(TINTS), tint => swatch(TINTS[tint]), tint => set({ tint }), tint => text(`lensTints.${tint}`));
  const mirrors = radios('lens-mirror', 'lensMirror', MIRRORS, mirror => element('span', { class: 'chip' }, text(`lensMirrors.${mirror}`)), mirror => set({ mirror }));
  const darkness = slider('lensDarkness', VLT_PERCENT, vltPercent => set({ vltPercent }));
  const gradient = check('lensGradient', on => set({ gradient: on }));
  const polarised = check('lensPolarised', on => set({ polarised: on }));
  const activation = slider('lensActivation', { min: 0, max: 1, step: 0.01 }, value => {
    change++;
    set({ activation: value });
  });
  const outdoors = element('button', { type: 'button', class: 'link', onclick: () => expose(1) }, text('lensOutdoors'));
  const indoors = element('button', { type: 'button', class: 'link', onclick: () => expose(0) }, text('lensIndoors'));
  const right = slider('lensRight', SPHERES_D, rightSphereD => set({ rightSphereD }));
  const left = slider('lensLeft', SPHERES_D, leftSphereD => set({ leftSphereD }));
  const sun = element('div', { class: 'looks__group' }, tints, darkness.row, gradient.row, polarised.row, mirrors);
  const photochromic = element('div', { class: 'looks__group' }, activation.row,
    element('p', { class: 'looks__actions' }, outdoors, indoors), element('p', { class: 'quiet' }, text('lensHaste', { times: HASTE })));
  const strength = element('details', { class: 'looks__more' }, element('summary', {}, text('lensStrength')),
    element('div', { class: 'looks__group' }, right.row, left.row, element('p', { class: 'quiet' }, text('lensStrengthHow'))));

  function radios(name, legend, values, face, choose, label = () => undefined) {
    return element('fieldset', { class: `radios ${name}` }, element('legend', { class: 'quiet' }, text(legend)),
      ...values.map((value, i) => element('label', { class: 'radio', title: label(value) },
        element('input', { type: 'radio', name, value, class: 'visually-hidden', checked: i === 0, 'aria-label': label(value), onchange: () => choose(value) }),
        face(value))));
  }

  function slider(label, range, choose) {
    const output = element('span', { class: 'slider__value', 'aria-hidden': 'true' });
    const input = element('input', { type: 'range', ...range, 'aria-label': text(label), oninput: () => choose(input.valueAsNumber) });
    return { input, output, row: element('div', { class: 'slider' }, element('span', { 'aria-hidden': 'true' }, text(label)), output, input) };
  }

  function check(label, choose) {
    const input = element('input', { type: 'checkbox', onchange: () => choose(input.checked) });
    return { input, row: element('label', { class: 'check' }, input, text(label)) };
  }

  function set(part) {
    chosen = { ...chosen, ...part };
    if (part.kind) change++;
    actions.chooseLenses(chosen);
    show();
  }

  function show() {
    sun.hidden = chosen.kind !== 'sun';
    photochromic.hidden = chosen.kind !== 'photochromic';
    strength.hidden = chosen.kind === 'file';
    write(darkness, chosen.vltPercent, text('lensPasses', { percent: chosen.vltPercent }));
    write(activation, chosen.activation, text('percent', { value: Math.round(100 * chosen.activation) }));
    write(right, chosen.rightSphereD, text('dioptres', { value: signed(chosen.rightSphereD) }));
    write(left, chosen.leftSphereD, text('dioptres', { value: signed(chosen.leftSphereD) }));
  }

  function write({ input, output }, value, words) {
    input.value = String(value);
    output.textContent = words;
    input.setAttribute('aria-valuetext', words);
  }

  /** Runs through the lens's true course in the sun or out of it, only faster. */
  async function expose(sunlight) {
    const mine = ++change;
    const from = chosen.activation;
    const begin = performance.now();
    let activationNow = from;
    do {
      await new Promise(resolve => requestAnimationFrame(resolve));
      const seconds = HASTE * (performance.now() - begin) / 1000;
      activationNow = await actions.photochromicActivation({ from, sun: sunlight, seconds });
      if (mine !== change) return;
      set({ activation: activationNow });
    } while (Math.abs(activationNow - sunlight) > 0.01);
  }
  const panel = element('section', { class: 'looks__section' }, element('h3', {}, text('lensTitle')), kinds, sun, photochromic, strength);
  show();

  return {
    element: panel,
    /** Follows lenses that were chosen elsewhere. */
    update({ choices: { lenses } }) {
      if (lenses === chosen) return;
      change++;
      chosen = lenses;
      panel.querySelectorAll('input[type=radio]').forEach(input => { input.checked = input.value === chosen[input.name.slice('lens-'.length)]; });
      gradient.input.checked = chosen.gradient;
      polarised.input.checked = chosen.polarised;
      show();
    },
  };
}

const signed = value => (value > 0 ? '+' : '') + value.toFixed(2);
