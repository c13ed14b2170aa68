package com.eyewearml.frame;

import com.eyewearml.frame.FrameSpecException.Code;

/**
 * Size of a spectacle frame in the boxing system of ISO 8624. Boxes are measured in the projection along the frame's z axis, on
 * the lens outlines.
 *
 * @param lensWidthMm         A, width of the box around one lens, 35 to 70
 * @param lensHeightMm        B, height of that box, 18 to 65
 * @param dblMm               distance between the two lens boxes, 8 to 32
 * @param templeLengthMm      overall length of a temple along its middle line from the hinge to the tip, 110 to 165
 * @param totalWidthMm        widest extent of the front, from end piece to end piece; 7 to 40 more than both boxes and the bridge
 * @param pantoscopicTiltRad  angle between the normal of the front and the temples, bottom of the front towards the cheeks;
 *                            0 to 18 degrees
 * @param wrapAngleRad        angle by which each lens turns around the temples (face form angle), 0 to 16 degrees
 */
public record FrameDimensions(double lensWidthMm, double lensHeightMm, double dblMm, double templeLengthMm, double totalWidthMm,
                              double pantoscopicTiltRad, double wrapAngleRad) {
    /** Least room beside both lens boxes that rims and end pieces need, in total. */
    public static final double MIN_SIDE_ROOM_MM = 7;
    /** Most room beside both lens boxes. */
    public static final double MAX_SIDE_ROOM_MM = 40;

    /** @throws FrameSpecException naming the first dimension out of its range, and the range */
    public FrameDimensions {
        FrameSpecException.requireRange(Code.LENS_WIDTH, "lens width A", lensWidthMm, 35, 70, "mm");
        FrameSpecException.requireRange(Code.LENS_HEIGHT, "lens height B", lensHeightMm, 18, 65, "mm");
        FrameSpecException.requireRange(Code.DBL, "distance between lenses", dblMm, 8, 32, "mm");
        FrameSpecException.requireRange(Code.TEMPLE_LENGTH, "temple length", templeLengthMm, 110, 165, "mm");
        double boxes = 2 * lensWidthMm + dblMm;
        FrameSpecException.requireRange(Code.TOTAL_WIDTH, "total width", totalWidthMm, boxes + MIN_SIDE_ROOM_MM,
                boxes + MAX_SIDE_ROOM_MM, "mm");
        FrameSpecException.requireRange(Code.PANTOSCOPIC_TILT, "pantoscopic tilt", pantoscopicTiltRad, 0, Math.toRadians(18), "rad");
        FrameSpecException.requireRange(Code.WRAP_ANGLE, "wrap angle", wrapAngleRad, 0, Math.toRadians(16), "rad");
    }

    /** Dimensions with the angles in degrees, otherwise as the record's. */
    public static FrameDimensions ofDegrees(double lensWidthMm, double lensHeightMm, double dblMm, double templeLengthMm,
                                            double totalWidthMm, double pantoscopicTiltDeg, double wrapAngleDeg) {
        return new FrameDimensions(lensWidthMm, lensHeightMm, dblMm, templeLengthMm, totalWidthMm,
                Math.toRadians(pantoscopicTiltDeg), Math.toRadians(wrapAngleDeg));
    }

    /** The marking on the temple, rounded to whole millimetres. */
    public SizeMarking marking() {
        return new SizeMarking((int) Math.round(lensWidthMm), (int) Math.round(dblMm), (int) Math.round(templeLengthMm));
    }

    /** Horizontal distance of each lens box centre from the bridge centre. */
    public double boxCentreMm() {
        return (lensWidthMm + dblMm) / 2;
    }
}
