import { element } from './dom.js';

/**
 * The variants that the worn frame's file itself offers (KHR_materials_variants), beside the shop's colours.
 *
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {{chooseLook(name: string|null): void}} actions
 */
export function lookPicker(text, actions) {
  const panel = element('fieldset', { class: 'looks-of-file radios', hidden: true });
  let shown;

  return {
    element: panel,
    update({ screen, lookNames, choices, variant }) {
      panel.hidden = lookNames.length === 0 || screen === 'viewer'; // The viewer has its own.
      if (lookNames !== shown) {
        shown = lookNames;
        panel.replaceChildren(element('legend', { class: 'quiet' }, text('viewerVariants')), ...[null, ...lookNames].map(name =>
          element('label', { class: 'radio' },
            element('input', { type: 'radio', name: 'look', class: 'visually-hidden', value: name ?? '', onchange: () => actions.chooseLook(name) }),
            element('span', { class: 'chip' }, name ?? text('viewerAsShown')))));
      }
      const chosen = choices.looks[variant?.sku];
      for (const input of panel.querySelectorAll('input')) input.checked = input.value === (lookNames.includes(chosen) ? chosen : '');
    },
  };
}
