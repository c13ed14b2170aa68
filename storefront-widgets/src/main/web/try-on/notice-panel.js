import { element } from './dom.js';

/**
 * What covers the picture while it is not there yet, or cannot be: progress, or a failure with its next steps.
 *
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {Record<string, () => void>} actions what each next step does
 */
export function noticePanel(text, actions) {
  const step = element('p', { class: 'loading__step' });
  const loading = element('div', { class: 'panel loading' }, element('div', { class: 'loading__rims' }, element('i'), element('i')), step);
  const title = element('h2', { tabindex: '-1' });
  const explanation = element('p');
  const steps = element('div', { class: 'buttons' });
  const failure = element('div', { class: 'panel failure', role: 'alert' }, title, explanation, steps);
  let shown;

  return {
    elements: [loading, failure],
    update({ screen, loadingStep, failure: current }) {
      loading.hidden = screen !== 'loading';
      if (loadingStep) step.textContent = loadingStep;
      failure.hidden = screen !== 'failure';
      if (!current || current === shown) return;
      shown = current;
      title.textContent = current.title;
      explanation.textContent = current.explanation;
      steps.replaceChildren(...current.steps.map((name, i) => element('button',
        { type: 'button', class: i === 0 ? 'button button--primary' : 'button', onclick: actions[name] }, text(name))));
    },
    focus: () => title.focus(),
  };
}
