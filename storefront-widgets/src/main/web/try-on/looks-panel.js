import { adjustPanel } from './adjust-panel.js';
import { element, icon, icons } from './dom.js';
import { lensPanel } from './lens-panel.js';

/**
 * A sheet with what is secondary to trying on: the lenses, how the frame sits, and whether it takes on the picture's light. One
 * button opens it; Escape closes it and leaves the dialog open.
 *
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {Record<string, Function>} actions
 */
export function looksPanel(text, actions) {
  const lenses = lensPanel(text, actions);
  const adjust = adjustPanel(text, actions);
  const light = element('button', { type: 'button', class: 'switch', role: 'switch', 'aria-checked': 'true', 'aria-label': text('matchLight'),
    'aria-describedby': 'match-light-why',
    onclick: () => actions.matchLight(light.getAttribute('aria-checked') !== 'true') },
  element('span', {}, text('matchLight')), element('i', { 'aria-hidden': 'true' }));
  const button = element('button', { type: 'button', class: 'tool', 'aria-expanded': 'false', 'aria-controls': 'looks', 'aria-label': text('looks'), title: text('looks'),
    onclick: () => toggle(sheet.hidden) }, icon(icons.sliders), text('looks'));
  const done = element('button', { type: 'button', class: 'button sheet__done', onclick: () => toggle(false) }, text('looksDone'));
  const sheet = element('section', { class: 'sheet', id: 'looks', 'aria-label': text('looks'), tabindex: '-1', hidden: true },
    element('h2', { class: 'sheet__title' }, text('looks')),
    element('div', { class: 'sheet__body' }, lenses.element, adjust.element, element('section', { class: 'looks__section' }, light, element('p', { class: 'quiet', id: 'match-light-why' }, text('matchLightWhy'))),
      element('section', { class: 'looks__section' }, element('h3', {}, text('memoryTitle')), element('p', { class: 'quiet' }, text('memory')),
        element('p', { class: 'looks__actions' }, element('button', { type: 'button', class: 'link', onclick: actions.forget }, text('memoryForget'))))),
    element('div', { class: 'sheet__foot' }, done));
  sheet.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    toggle(false);
  });

  function toggle(open) {
    sheet.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    (open ? sheet : button).focus();
  }

  return {
    element: sheet,
    button,
    get open() {
      return !sheet.hidden;
    },
    close: () => toggle(false),
    dragOn: surface => adjust.dragOn(surface, () => !sheet.hidden),
    update(state) {
      const { screen, matchesLight } = state;
      lenses.update(state);
      adjust.update(state);
      light.setAttribute('aria-checked', String(matchesLight));
      if (screen !== 'mirror' && !sheet.hidden) {
        sheet.hidden = true;
        button.setAttribute('aria-expanded', 'false');
      }
    },
  };
}
