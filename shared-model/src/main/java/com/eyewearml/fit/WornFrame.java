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
 * @param contact what may touch the nose
 * @param temple the left temple; the right one is its mirror image
 */
public record WornFrame(double lensHeightMm, double dblMm, double pantoscopicTiltRad, double hingeXMm, double hingeYMm,
        double hingeZMm, NoseContact contact, TempleShape temple) {
    /** @throws IllegalArgumentException where a length is not positive and finite */
    public WornFrame {
        require("lensHeightMm", lensHeightMm);
        require("dblMm", dblMm);
        require("hingeXMm", hingeXMm);
    }

    /** A frame of which only the measures are known: it touches and bends as a common one. */
    public WornFrame(double lensHeightMm, double dblMm, double pantoscopicTiltRad, double hingeXMm, double hingeYMm, double hingeZMm) {
        this(lensHeightMm, dblMm, pantoscopicTiltRad, hingeXMm, hingeYMm, hingeZMm, NoseContact.common(dblMm, lensHeightMm),
                TempleShape.common(pantoscopicTiltRad));
    }

    static void require(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a positive length");
        }
    }
}
