/** Frames within this much of the face's width look and sit right; half of it shows on either side of the face. */
const WIDTH_TOLERANCE_MM = 6;

/**
 * Judges a frame's width against the wearer's face at the temples. A difference that the measurement's own uncertainty could
 * explain is not held against the frame.
 *
 * @param {number} frameWidthMm total width of the frame
 * @param {{faceWidthMm: number, faceWidthUncertaintyMm: number}} measurement
 * @returns {{verdict: 'fits'|'narrow'|'wide', differenceMm: number}}
 */
export function judgeWidth(frameWidthMm, { faceWidthMm, faceWidthUncertaintyMm }) {
  const differenceMm = frameWidthMm - faceWidthMm;
  const tolerance = WIDTH_TOLERANCE_MM + faceWidthUncertaintyMm;
  const verdict = Math.abs(differenceMm) <= tolerance ? 'fits' : differenceMm < 0 ? 'narrow' : 'wide';
  return { verdict, differenceMm };
}
