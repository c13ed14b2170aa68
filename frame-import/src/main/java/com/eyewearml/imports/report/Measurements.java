package com.eyewearml.imports.report;

/**
 * What was measured on a frame, in the boxing system (ISO 8624); millimetres and radians.
 *
 * @param lensWidthMm        A
 * @param lensHeightMm       B
 * @param dblMm              distance between lenses
 * @param templeLengthMm     along the middle line from hinge to tip, mean of both
 * @param totalWidthMm       widest extent of the front
 * @param pantoscopicTiltRad between the normal of the front and the temples
 * @param wrapAngleRad       by which each lens turns around the temples
 * @param baseCurveDioptres  front curve of the lenses (530 mm divided by the radius)
 */
public record Measurements(double lensWidthMm, double lensHeightMm, double dblMm, double templeLengthMm, double totalWidthMm,
                           double pantoscopicTiltRad, double wrapAngleRad, double baseCurveDioptres) {
}
