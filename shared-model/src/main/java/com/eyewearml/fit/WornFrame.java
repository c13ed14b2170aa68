package com.eyewearml.fit;

/**
 * What placing a frame on a head needs to know of it. Frame coordinates: millimetres, origin midway between the lens boxes in the plane
 * of their front, x to the wearer's left, y up, z out of the face.
 *
 * @param lensHeightMm B, height of a lens box
 * @param dblMm distance between the lens boxes
 * @param pantoscopicTiltRad angle between the temples and the front's normal
 * @param hingeXMm left hinge, sideways
 * @param hingeYMm hinges, upwards
 * @param hingeZMm hinges, forwards; usually negative
 */
public record WornFrame(double lensHeightMm, double dblMm, double pantoscopicTiltRad, double hingeXMm, double hingeYMm,
        double hingeZMm) {
    /** @throws IllegalArgumentException where a length is not positive and finite */
    public WornFrame {
        require("lensHeightMm", lensHeightMm);
        require("dblMm", dblMm);
        require("hingeXMm", hingeXMm);
    }

    private static void require(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a positive length");
        }
    }
}
