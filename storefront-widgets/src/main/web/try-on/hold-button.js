import { element } from './dom.js';

/**
 * A button that works as long as it is held, by pointer or by Space or Enter. A click that comes from neither, as screen readers and
 * voice control send, switches it on and the next one off.
 *
 * @param {Record<string, unknown>} properties of the button
 * @param {(Node|string)[]} children
 * @param {(held: boolean) => void} onHeld
 */
export function holdButton(properties, children, onHeld) {
  let held = false;
  const button = element('button', { type: 'button', 'aria-pressed': 'false', ...properties,
    onpointerdown: press, onpointerup: release, onpointercancel: release, onlostpointercapture: release, onblur: release,
    onkeydown: key, onkeyup: key, oncontextmenu: event => event.preventDefault(), onclick: click }, ...children);

  function hold(now) {
    if (now === held) return;
    held = now;
    button.setAttribute('aria-pressed', String(held));
    onHeld(held);
  }

  function press(event) {
    if (event.button !== 0) return;
    button.setPointerCapture(event.pointerId);
    hold(true);
  }

  function release() {
    hold(false);
  }

  function key(event) {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault(); // No click follows.
    hold(event.type === 'keydown');
  }

  function click(event) {
    if (event.detail === 0) hold(!held);
  }

  return { button, release };
}
