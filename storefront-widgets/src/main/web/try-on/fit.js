/** How far a shopper may move a frame: what TryOn.adjust takes. */
export const RANGES = {
  alongNoseMm: { min: -6, max: 15, step: 0.5 },
  tiltDeg: { min: -10, max: 10, step: 0.5 },
  rollDeg: { min: -4, max: 4, step: 0.25 },
};

/** Where a frame sits by itself. */
export const NOT_ADJUSTED = Object.freeze({ alongNoseMm: 0, tiltDeg: 0, rollDeg: 0 });

const NAMES = Object.keys(RANGES);

export const isSame = (a, b) => NAMES.every(name => a[name] === b[name]);

/** Whether a value is an adjustment within the ranges. */
export const isFit = value => NAMES.every(name => value?.[name] >= RANGES[name].min && value[name] <= RANGES[name].max);
