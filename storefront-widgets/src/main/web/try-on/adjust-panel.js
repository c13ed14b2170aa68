import { element } from './dom.js';

const RANGES = { alongNoseMm: { min: -6, max: 15, step: 0.5 }, tiltDeg: { min: -10, max: 10, step: 0.5 } };
/** Millimetres along the nose for the height of the picture. */
const DRAG_MM = 60;
const NOTHING = { alongNoseMm: 0, tiltDeg: 0 };

/**
 * How the frame sits: sliders, and a drag on the picture up or down the nose. A step can be undone, and all of them.
 *
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {{adjust(adjustment: {alongNoseMm: number, tiltDeg: number}): void}} actions
 */
export function adjustPanel(text, actions) {
  let present = NOTHING;
  let remembered = NOTHING;
  let history = [];
  const alongNose = slider('alongNoseMm', 'adjustAlongNose');
  const tilt = slider('tiltDeg', 'adjustTilt');
  const undo = element('button', { type: 'button', class: 'link', onclick: back }, text('adjustUndo'));
  const reset = element('button', { type: 'button', class: 'link', onclick: () => change(NOTHING) }, text('adjustReset'));

  function slider(name, label) {
    const output = element('span', { class: 'slider__value', 'aria-hidden': 'true' });
    const input = element('input', { type: 'range', ...RANGES[name], value: 0, 'aria-label': text(label),
      oninput: () => show({ ...present, [name]: input.valueAsNumber }), onchange: () => remember() });
    return { input, output, row: element('div', { class: 'slider' }, element('span', { 'aria-hidden': 'true' }, text(label)), output, input) };
  }

  function remember() {
    if (present.alongNoseMm === remembered.alongNoseMm && present.tiltDeg === remembered.tiltDeg) return;
    history.push(remembered);
    remembered = present;
    enable();
  }

  function change(adjustment) {
    show(adjustment);
    remember();
  }

  function back() {
    remembered = history.pop() ?? NOTHING;
    show(remembered);
  }

  function show(adjustment) {
    present = adjustment;
    draw();
    actions.adjust(present);
  }

  function draw() {
    alongNose.input.value = String(present.alongNoseMm);
    tilt.input.value = String(present.tiltDeg);
    alongNose.output.textContent = text('millimetres', { value: present.alongNoseMm });
    tilt.output.textContent = text('degrees', { value: present.tiltDeg });
    alongNose.input.setAttribute('aria-valuetext', alongNose.output.textContent);
    tilt.input.setAttribute('aria-valuetext', tilt.output.textContent);
    enable();
  }

  function enable() {
    undo.disabled = history.length === 0;
    reset.disabled = present.alongNoseMm === 0 && present.tiltDeg === 0;
  }
  draw();

  return {
    element: element('section', { class: 'looks__section' }, element('h3', {}, text('adjustTitle')),
      element('p', { class: 'quiet' }, text('adjustHow')), alongNose.row, tilt.row,
      element('p', { class: 'looks__actions' }, undo, reset)),
    /** Lets a drag on the picture move the frame while the panel is open. */
    dragOn(surface, active) {
      let from;
      surface.addEventListener('pointerdown', event => {
        from = active() ? { y: event.clientY, at: present.alongNoseMm, id: event.pointerId } : undefined;
        if (from) surface.setPointerCapture(event.pointerId);
      });
      surface.addEventListener('pointermove', event => {
        if (from?.id !== event.pointerId) return;
        const moved = from.at + (event.clientY - from.y) / surface.clientHeight * DRAG_MM;
        const { min, max, step } = RANGES.alongNoseMm;
        show({ ...present, alongNoseMm: Math.min(Math.max(step * Math.round(moved / step), min), max) });
      });
      for (const end of ['pointerup', 'pointercancel']) {
        surface.addEventListener(end, () => {
          if (from) remember();
          from = undefined;
        });
      }
    },
    /** A new mirror begins unadjusted. */
    forget() {
      history = [];
      remembered = NOTHING;
      present = NOTHING;
      draw();
    },
  };
}
