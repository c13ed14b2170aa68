/** The listeners of an object, by the names of its events. */
export class Listeners {
  #byEvent;

  /** @param {string[]} events */
  constructor(events) {
    this.#byEvent = new Map(events.map(name => [name, new Set()]));
  }

  on(event, listener) {
    this.#of(event).add(listener);
  }

  off(event, listener) {
    this.#of(event).delete(listener);
  }

  emit(event, detail) {
    this.#of(event).forEach(call, detail);
  }

  clear() {
    this.#byEvent.forEach(listeners => listeners.clear());
  }

  #of(event) {
    const listeners = this.#byEvent.get(event);
    if (listeners === undefined) {
      throw new TypeError(`event is ${event}, expected one of ${[...this.#byEvent.keys()].join(', ')}`);
    }
    return listeners;
  }
}

/** Takes the event's detail as {@code this}: a function for each event would be garbage. */
function call(listener) {
  listener(this);
}
