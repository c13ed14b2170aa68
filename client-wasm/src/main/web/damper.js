/** Slower than this the movement cannot be seen any more; in units of the goal's range. */
const STILL = 1e-3;

/**
 * A value that follows a goal as a critically damped spring does. The step is exact, whatever its length:
 * x(t) = goal + (d + (v + d / τ) t) exp(−t / τ), where d is the distance from the goal and v the velocity at t = 0.
 */
export class Damper {
  #velocity = 0;

  constructor(value) {
    this.value = value;
  }

  /** Moves on; false once the goal is reached. Steps that are not positive change nothing. */
  step(goal, timeConstantMs, timeStepMs) {
    if (timeStepMs > 0) {
      const distance = this.value - goal;
      const slope = this.#velocity + distance / timeConstantMs;
      const decay = Math.exp(-timeStepMs / timeConstantMs);
      this.value = goal + (distance + slope * timeStepMs) * decay;
      this.#velocity = (slope - (distance + slope * timeStepMs) / timeConstantMs) * decay;
      if (Math.abs(this.value - goal) < STILL && Math.abs(this.#velocity) * timeConstantMs < STILL) {
        this.jump(goal);
      }
    }
    return this.value !== goal;
  }

  jump(goal) {
    this.value = goal;
    this.#velocity = 0;
  }
}
