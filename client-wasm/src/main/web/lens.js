const TINTS = ['none', 'grey', 'brown', 'green', 'blue', 'rose', 'yellow'];
const MIRRORS = ['none', 'silver', 'blue', 'gold'];
const FIELDS = ['tint', 'vltPercent', 'bottomVltPercent', 'mirror', 'antiReflective', 'polarised', 'photochromic', 'prescription'];
const LEAST_VLT_PERCENT = 3;
const MOST_SPHERE_D = 20;

/** Temperature of lenses worn where none is given, degrees Celsius. */
export const ROOM_C = 21;

/** Hands a lens, or null for the file's own, to the try-on's or the viewer's Java. */
export function setLens(java, lens) {
  if (lens === null) {
    java.clearLens();
    return;
  }
  requireObject('lens', lens, 'an object or null');
  requireFields('lens', lens, FIELDS);
  const {
    tint = 'none', vltPercent, bottomVltPercent = vltPercent, mirror = 'none', antiReflective = mirror === 'none' && tint === 'none',
    polarised = false, photochromic, prescription,
  } = lens;
  requireOneOf('tint', tint, TINTS);
  requireOneOf('mirror', mirror, MIRRORS);
  requireBoolean('antiReflective', antiReflective);
  requireBoolean('polarised', polarised);
  for (const [name, percent] of Object.entries({ vltPercent, bottomVltPercent })) {
    if (percent !== undefined) {
      requireNumber(name, percent, LEAST_VLT_PERCENT, 100);
    }
  }
  if (bottomVltPercent !== undefined && vltPercent === undefined) {
    throw new TypeError('bottomVltPercent is given without vltPercent, which is then the transmission at the top');
  }
  if (photochromic !== undefined) {
    requireObject('photochromic', photochromic, 'an object with activation');
    requireFields('photochromic', photochromic, ['activation']);
    requireNumber('photochromic.activation', photochromic.activation, 0, 1);
  }
  if (prescription !== undefined) {
    requireObject('prescription', prescription, 'an object with rightSphereD and leftSphereD');
    requireFields('prescription', prescription, ['rightSphereD', 'leftSphereD']);
    requireNumber('prescription.rightSphereD', prescription.rightSphereD, -MOST_SPHERE_D, MOST_SPHERE_D);
    requireNumber('prescription.leftSphereD', prescription.leftSphereD, -MOST_SPHERE_D, MOST_SPHERE_D);
  }
  java.setLens(tint.toUpperCase(), share(vltPercent), share(bottomVltPercent), mirror.toUpperCase(), antiReflective, polarised,
    photochromic?.activation ?? NaN, prescription?.rightSphereD ?? 0, prescription?.leftSphereD ?? 0);
}

/** Checks what the time course of a photochromic lens is asked with. */
export function requireCourse({ from, sun, seconds, temperatureC }) {
  requireNumber('from', from, 0, 1);
  requireNumber('sun', sun, 0, 1);
  requireNumber('seconds', seconds, 0, Number.MAX_VALUE);
  requireNumber('temperatureC', temperatureC, -40, 60);
}

function share(percent) {
  return percent === undefined ? NaN : percent / 100;
}

function requireObject(name, value, expected) {
  if (typeof value !== 'object' || value === null) {
    throw new TypeError(`${name} is ${value}, expected ${expected}`);
  }
}

function requireFields(name, value, fields) {
  const unknown = Object.keys(value).find(field => !fields.includes(field));
  if (unknown !== undefined) {
    throw new TypeError(`${name} has no field ${unknown}; expected ${fields.join(', ')}`);
  }
}

function requireOneOf(name, value, choices) {
  if (typeof value !== 'string') {
    throw new TypeError(`${name} is ${value}, expected one of ${choices.join(', ')}`);
  }
  if (!choices.includes(value)) {
    throw new RangeError(`${name} is ${value}, expected one of ${choices.join(', ')}`);
  }
}

function requireBoolean(name, value) {
  if (typeof value !== 'boolean') {
    throw new TypeError(`${name} is ${value}, expected true or false`);
  }
}

function requireNumber(name, value, least, most) {
  if (typeof value !== 'number') {
    throw new TypeError(`${name} is ${value}, expected a number`);
  }
  if (!(value >= least && value <= most)) {
    throw new RangeError(`${name} is ${value}, expected ${least} to ${most}`);
  }
}
