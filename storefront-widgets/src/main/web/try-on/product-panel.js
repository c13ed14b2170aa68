import { element, icon, icons } from './dom.js';
import { judgeWidth } from './size-verdict.js';

/**
 * Name, price and size of the worn frame, how it fits, and the way into the bag.
 *
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {{addToBag(): void}} actions
 */
export function productPanel(text, actions) {
  const name = element('h2');
  const price = element('p', { class: 'product__price' });
  const size = element('p', { class: 'quiet' });
  const verdict = element('p', { class: 'verdict' });
  const measures = element('dl', { class: 'measures' });
  const waiting = element('p', { class: 'quiet' }, text('measuresWaiting'));
  const add = element('button', { type: 'button', class: 'button button--primary add', onclick: actions.addToBag }, text('addToBag'));
  const details = element('details', { class: 'details' },
    element('summary', {}, text('details')),
    measures, waiting,
    element('p', { class: 'quiet' }, text('measuresPrivacy')));

  function row(label, value) {
    return element('div', {}, element('dt', {}, text(label)), element('dd', {}, value));
  }

  function measured(value, uncertainty) {
    return text('measured', { value, uncertainty });
  }

  function judge(frame, measurement) {
    if (!measurement) return { kind: 'unknown', sentence: text('verdictUnknown') };
    const { verdict: kind, differenceMm } = judgeWidth(frame.totalWidthMm, measurement);
    const key = { fits: 'verdictFits', narrow: 'verdictNarrow', wide: 'verdictWide' }[kind];
    return { kind, sentence: text(key, { difference: Math.round(Math.abs(differenceMm)) }) };
  }

  return {
    head: element('div', { class: 'product' }, name, price, size),
    fit: element('div', { class: 'fit' }, verdict, details),
    add,
    update({ frame, variant, measurement, bagged }) {
      add.disabled = !frame;
      if (!frame) return;
      add.textContent = text(bagged === variant.sku ? 'inBag' : 'addToBag');
      name.textContent = frame.name;
      price.textContent = frame.price;
      size.textContent = text('size', { size: frame.sizeLabel });
      const { kind, sentence } = judge(frame, measurement);
      verdict.dataset.verdict = kind;
      verdict.textContent = sentence;
      waiting.hidden = Boolean(measurement);
      measures.replaceChildren(
        ...(measurement ? [
          row('pupilDistance', measured(measurement.pdMm, measurement.pdUncertaintyMm)),
          row('faceWidth', measured(measurement.faceWidthMm, measurement.faceWidthUncertaintyMm)),
        ] : []),
        row('frameWidth', text('millimetres', { value: Math.round(frame.totalWidthMm) })));
    },
  };
}

/** The promise about the picture, shown wherever a picture is. */
export function privacyLine(text) {
  return element('p', { class: 'privacy' }, icon(icons.lock), text('privacy'));
}
