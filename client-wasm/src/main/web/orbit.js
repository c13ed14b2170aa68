import { Damper } from './damper.js';

/** Where the camera begins: before the frame, a little to the wearer's left and above. */
const START = Object.freeze({ yaw: 0.55, pitch: 0.2, zoom: 1 });
/** How far the opening turn comes from. */
const OPENING_YAW = -0.35;
const OPENING_MS = 260;
const FOLLOW_MS = 45;
const GLIDE_MS = 140;
const PITCH = [-0.15, 1.4];
const ZOOM = [1, 4];

const clamp = (value, [min, max]) => Math.min(Math.max(value, min), max);

/** Where the camera is and where it is going. Angles in radians. */
export class Orbit {
  #goal = { ...START };
  #timeConstantMs = GLIDE_MS;
  #dampers = { yaw: new Damper(START.yaw), pitch: new Damper(START.pitch), zoom: new Damper(START.zoom) };

  get yaw() {
    return this.#dampers.yaw.value;
  }

  get pitch() {
    return this.#dampers.pitch.value;
  }

  get zoom() {
    return this.#dampers.zoom.value;
  }

  /** Where it comes to rest. */
  get goal() {
    return this.#goal;
  }

  /** Begins at the side, as if the frame were turned to be seen. */
  open() {
    this.#dampers.yaw.jump(OPENING_YAW);
    this.#timeConstantMs = OPENING_MS;
  }

  /** Follows a hand closely, or glides on from it. */
  hold(held) {
    this.#timeConstantMs = held ? FOLLOW_MS : GLIDE_MS;
  }

  turn(yaw, pitch) {
    this.#goal.yaw += yaw;
    this.#goal.pitch = clamp(this.#goal.pitch + pitch, PITCH);
  }

  /** False where it cannot come closer, or go away, any more. */
  zoomBy(factor) {
    const zoom = clamp(this.#goal.zoom * factor, ZOOM);
    const changed = zoom !== this.#goal.zoom;
    this.#goal.zoom = zoom;
    return changed;
  }

  reset() {
    // Back by the shorter way.
    const turns = Math.round((this.#goal.yaw - START.yaw) / (2 * Math.PI));
    this.#goal = { ...START, yaw: START.yaw + turns * 2 * Math.PI };
    this.hold(false);
  }

  /** Moves on; false once at rest. */
  step(timeStepMs) {
    let moving = false;
    for (const [name, damper] of Object.entries(this.#dampers)) {
      moving = damper.step(this.#goal[name], this.#timeConstantMs, timeStepMs) || moving;
    }
    return moving;
  }

  /** Goes where it is going at once. */
  arrive() {
    for (const [name, damper] of Object.entries(this.#dampers)) {
      damper.jump(this.#goal[name]);
    }
  }
}
