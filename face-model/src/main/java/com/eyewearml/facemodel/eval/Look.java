package com.eyewearml.facemodel.eval;

/**
 * What an engine makes of one picture.
 *
 * @param confidence  0–1; 0 where no face is found
 * @param landmarksPx x, y, z of the landmarks in continuous pixels, pixel centres at half-integers; of no meaning where no face is found
 */
public record Look(boolean found, float confidence, float[] landmarksPx) {
    /** No face. */
    public static final Look NOTHING = new Look(false, 0, new float[0]);
}
