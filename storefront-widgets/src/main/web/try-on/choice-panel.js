import { element, icon, icons } from './dom.js';

/**
 * First question of the dialog: camera, photo or sample face. Nothing is started before one is chosen.
 *
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {{useCamera(): void, choosePhoto(): void, useSample(url: string): void, view3d(): void}} actions
 */
export function choicePanel(text, actions) {
  const samples = element('div', { class: 'samples', role: 'group', 'aria-label': text('choiceSample') });
  const sampleSection = element('section', { class: 'choice__samples', hidden: true },
    element('h3', {}, text('choiceSample')),
    element('p', { class: 'quiet' }, text('choiceSampleWhy')),
    samples);
  const panel = element('div', { class: 'panel choice' },
    element('h2', { tabindex: '-1' }, text('choiceTitle')),
    element('div', { class: 'choice__options' },
      option('camera', 'choiceCamera', 'choiceCameraWhy', actions.useCamera),
      option('photo', 'choicePhoto', 'choicePhotoWhy', actions.choosePhoto),
      option('cube', 'choiceView', 'choiceViewWhy', actions.view3d)),
    sampleSection);
  let shownSamples;

  function option(name, title, why, choose) {
    return element('button', { type: 'button', class: `option option--${name}`, onclick: choose },
      icon(icons[name]),
      element('span', { class: 'option__text' },
        element('b', {}, text(title)),
        element('span', { class: 'quiet' }, text(why))));
  }

  return {
    element: panel,
    update({ screen, catalogue }) {
      panel.hidden = screen !== 'choice';
      if (!catalogue || catalogue.samples === shownSamples) return;
      shownSamples = catalogue.samples;
      sampleSection.hidden = shownSamples.length === 0;
      samples.replaceChildren(...shownSamples.map(({ url }, i) => element('button',
        { type: 'button', class: 'sample', 'aria-label': text('sampleName', { number: i + 1 }), onclick: () => actions.useSample(url) },
        element('img', { src: url, alt: '', width: 96, height: 96, loading: 'lazy' }))));
    },
  };
}
