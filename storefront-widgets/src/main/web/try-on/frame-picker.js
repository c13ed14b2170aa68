import { element, swatch } from './dom.js';

/**
 * The strip of frames and the colours of the current one. Both are radio groups, so the arrow keys move through them and each
 * step is worn at once.
 *
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {{wear(frame: object, variant: object): void}} actions
 */
export function framePicker(text, actions) {
  const strip = element('div', { class: 'strip__frames' });
  const frames = element('fieldset', { class: 'strip' }, element('legend', { class: 'visually-hidden' }, text('frames')), strip);
  const colourLegend = element('legend');
  const colourList = element('div', { class: 'colours__list' });
  const colours = element('fieldset', { class: 'colours' }, colourLegend, colourList);
  const inputs = new Map();
  let shownCatalogue;
  let shownFrame;

  function choice(group, key, label, picture, choose) {
    const input = element('input', { type: 'radio', name: group, class: 'visually-hidden', onchange: choose, 'aria-label': label });
    inputs.set(key, input);
    return element('label', { class: `choice-of-${group}`, title: label }, input, picture);
  }

  function thumbnail({ name, variants: [{ pictureUrl }] }) {
    return pictureUrl
      ? element('img', { src: pictureUrl, alt: '', width: 120, height: 90, loading: 'lazy' })
      : element('span', { class: 'quiet', 'aria-hidden': 'true' }, name);
  }

  return {
    frames,
    colours,
    update({ catalogue, frame, variant }) {
      if (catalogue && catalogue !== shownCatalogue) {
        shownCatalogue = catalogue;
        strip.replaceChildren(...catalogue.frames.map(each => choice('frame', each.slug, `${each.name}, ${each.price}`,
          thumbnail(each),
          () => actions.wear(each, each.variants[0]))));
      }
      if (!frame) return;
      if (frame !== shownFrame) {
        shownFrame = frame;
        colourList.replaceChildren(...frame.variants.map(each => choice('colour', each.sku, each.colour, swatch(each.swatch),
          () => actions.wear(frame, each))));
        const selected = inputs.get(frame.slug);
        selected.checked = true;
        selected.closest('label').scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
      inputs.get(variant.sku).checked = true;
      colourLegend.textContent = text('colours', { colour: variant.colour });
    },
    focus: () => inputs.get(shownFrame.slug).focus(),
  };
}
