import { element } from './dom.js';
import { isSame, NOT_ADJUSTED, RANGES } from './fit.js';

/** Millimetres along the nose for the height of the picture. */
const DRAG_MM = 60;

/**
 * How the frame sits: sliders, and a drag on the picture up or down the nose. A step can be undone, and all of them.
 *
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {{adjust(adjustment: {alongNoseMm: number, tiltDeg: number, rollDeg: number}): void, keepAdjustment(): void}} actions
 */
export function adjustPanel(text, actions) {
  let present = NOT_ADJUSTED;
  let remembered = NOT_ADJUSTED;
  let history = [];
  let shownFrame;
  const sliders = [slider('alongNoseMm', 'adjustAlongNose', 'millimetres'), slider('tiltDeg', 'adjustTilt', 'degrees'),
    slider('rollDeg', 'adjustRoll', 'degrees')];
  const undo = element('button', { type: 'button', class: 'link', onclick: back }, text('adjustUndo'));
  const reset = element('button', { type: 'button', class: 'link', onclick: resetAll }, text('adjustReset'));

  function slider(name, label, unit) {
    const output = element('span', { class: 'slider__value', 'aria-hidden': 'true' });
    const input = element('input', { type: 'range', ...RANGES[name], value: 0, 'aria-label': text(label),
      oninput: () => show({ ...present, [name]: input.valueAsNumber }), onchange: () => remember() });
    const draw = () => {
      input.value = String(present[name]);
      output.textContent = text(unit, { value: present[name] });
      input.setAttribute('aria-valuetext', output.textContent);
    };
    return { draw, input, row: element('div', { class: 'slider' }, element('span', { 'aria-hidden': 'true' }, text(label)), output, input) };
  }

  function remember() {
    if (isSame(present, remembered)) return;
    history.push(remembered);
    remembered = present;
    actions.keepAdjustment();
    enable();
  }

  function change(adjustment) {
    show(adjustment);
    remember();
  }

  /** The focus moves on: a button that is disabled loses it. */
  function resetAll() {
    change(NOT_ADJUSTED);
    sliders[0].input.focus();
  }

  function back() {
    remembered = history.pop() ?? NOT_ADJUSTED;
    show(remembered);
    actions.keepAdjustment();
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
    reset.disabled = isSame(present, NOT_ADJUSTED);
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
    /** Each frame has its own fit, and steps of its own to undo. */
    update({ frame, choices }) {
      const fit = choices.fits[frame?.slug] ?? NOT_ADJUSTED;
      if (frame === shownFrame && isSame(fit, present)) return;
      shownFrame = frame;
      history = [];
      remembered = fit;
      present = fit;
      draw();
    },
  };
}
