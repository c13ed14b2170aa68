import { element } from './dom.js';

const RANGES = {
  alongNoseMm: { min: -6, max: 15, step: 0.5 },
  tiltDeg: { min: -10, max: 10, step: 0.5 },
  rollDeg: { min: -4, max: 4, step: 0.25 },
};
/** Millimetres along the nose for the height of the picture. */
const DRAG_MM = 60;
const NOTHING = { alongNoseMm: 0, tiltDeg: 0, rollDeg: 0 };

const isSame = (a, b) => Object.keys(NOTHING).every(name => a[name] === b[name]);

/**
 * How the frame sits: sliders, and a drag on the picture up or down the nose. A step can be undone, and all of them.
 *
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {{adjust(adjustment: {alongNoseMm: number, tiltDeg: number, rollDeg: number}): void}} actions
 */
export function adjustPanel(text, actions) {
  let present = NOTHING;
  let remembered = NOTHING;
  let history = [];
  const sliders = [slider('alongNoseMm', 'adjustAlongNose', 'millimetres'), slider('tiltDeg', 'adjustTilt', 'degrees'),
    slider('rollDeg', 'adjustRoll', 'degrees')];
  const undo = element('button', { type: 'button', class: 'link', onclick: back }, text('adjustUndo'));
  const reset = element('button', { type: 'button', class: 'link', onclick: () => change(NOTHING) }, text('adjustReset'));

  function slider(name, label, unit) {
    const output = element('span', { class: 'slider__value', 'aria-hidden': 'true' });
    const input = element('input', { type: 'range', ...RANGES[name], value: 0, 'aria-label': text(label),
      oninput: () => show({ ...present, [name]: input.valueAsNumber }), onchange: () => remember() });
    const draw = () => {
      input.value = String(present[name]);
      output.textContent = text(unit, { value: present[name] });
      input.setAttribute('aria-valuetext', output.textContent);
    };
    return { draw, row: element('div', { class: 'slider' }, element('span', { 'aria-hidden': 'true' }, text(label)), output, input) };
  }

  function remember() {
    if (isSame(present, remembered)) return;
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
    for (const slider of sliders) slider.draw();
    enable();
  }

  function enable() {
    undo.disabled = history.length === 0;
    reset.disabled = isSame(present, NOTHING);
  }
  draw();

  return {
    element: element('section', { class: 'looks__section' }, element('h3', {}, text('adjustTitle')),
      element('p', { class: 'quiet' }, text('adjustHow')), ...sliders.map(slider => slider.row),
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
