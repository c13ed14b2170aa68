const RADIANS_PER_WIDTH = 1.35 * Math.PI;
const KEY_STEP = Math.PI / 12;
const KEY_ZOOM = 1.25;
/** How long a let-go frame turns on at the hand's last speed. */
const GLIDE_MS = 160;
/** A hand that has rested this long before letting go does not throw. */
const REST_MS = 60;

const KEYS = {
  ArrowLeft: orbit => orbit.turn(-KEY_STEP, 0),
  ArrowRight: orbit => orbit.turn(KEY_STEP, 0),
  ArrowUp: orbit => orbit.turn(0, KEY_STEP),
  ArrowDown: orbit => orbit.turn(0, -KEY_STEP),
  '+': orbit => orbit.zoomBy(KEY_ZOOM),
  '=': orbit => orbit.zoomBy(KEY_ZOOM),
  '-': orbit => orbit.zoomBy(1 / KEY_ZOOM),
  Home: orbit => orbit.reset(),
};

/**
 * Turns what pointers, wheel and keys do on an element into movements of an orbit. One pointer turns, two zoom. A finger that moves
 * up or down scrolls the page, as does the wheel unless the element has the focus.
 */
export class Turning {
  #element;
  #orbit;
  #changed;
  #pointers = new Map();
  #speed = { yaw: 0, pitch: 0, timeMs: 0 };
  #listeners = new AbortController();

  /**
   * @param {HTMLElement} element
   * @param {import('./orbit.js').Orbit} orbit
   * @param {(settled: boolean) => void} changed called after each movement; settled where a key made it
   */
  constructor(element, orbit, changed) {
    this.#element = element;
    this.#orbit = orbit;
    this.#changed = changed;
    element.style.touchAction = 'pan-y';
    const on = (type, listener, options = {}) =>
      element.addEventListener(type, listener, { signal: this.#listeners.signal, ...options });
    on('pointerdown', event => this.#grab(event));
    on('pointermove', event => this.#move(event));
    on('pointerup', event => this.#release(event));
    on('pointercancel', event => this.#release(event));
    on('wheel', event => this.#wheel(event), { passive: false });
    on('keydown', event => this.#key(event));
  }

  #grab(event) {
    if (event.button !== 0) {
      return;
    }
    this.#element.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.#speed = { yaw: 0, pitch: 0, timeMs: event.timeStamp };
    this.#orbit.hold(true);
  }

  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) {
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    if (this.#pointers.size === 1) {
      this.#turn(now.x - before.x, now.y - before.y, event.timeStamp);
    } else {
      const other = [...this.#pointers].find(([id]) => id !== event.pointerId)[1];
      const apart = Math.hypot(before.x - other.x, before.y - other.y);
      this.#orbit.zoomBy(Math.hypot(now.x - other.x, now.y - other.y) / Math.max(apart, 1));
    }
    this.#pointers.set(event.pointerId, now);
    this.#changed(false);
  }

  #turn(dx, dy, timeMs) {
    const scale = RADIANS_PER_WIDTH / Math.max(this.#element.clientWidth, 1);
    const yaw = -dx * scale;
    const pitch = dy * scale;
    this.#orbit.turn(yaw, pitch);
    const passedMs = Math.max(timeMs - this.#speed.timeMs, 1);
    this.#speed = { yaw: yaw / passedMs, pitch: pitch / passedMs, timeMs };
  }

  #release(event) {
    if (!this.#pointers.delete(event.pointerId) || this.#pointers.size > 0) {
      return;
    }
    if (event.timeStamp - this.#speed.timeMs < REST_MS) {
      this.#orbit.turn(this.#speed.yaw * GLIDE_MS, this.#speed.pitch * GLIDE_MS);
    }
    this.#orbit.hold(false);
    this.#changed(false);
  }

  #wheel(event) {
    const grabbed = this.#element.getRootNode().activeElement === this.#element;
    if ((grabbed || event.ctrlKey) && this.#orbit.zoomBy(Math.exp(-event.deltaY / (event.ctrlKey ? 100 : 600)))) {
      event.preventDefault();
      this.#orbit.hold(false);
      this.#changed(false);
    }
  }

  #key(event) {
    const act = KEYS[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.#orbit.hold(false);
    act(this.#orbit);
    this.#changed(true);
  }

  close() {
    this.#listeners.abort();
  }
}
