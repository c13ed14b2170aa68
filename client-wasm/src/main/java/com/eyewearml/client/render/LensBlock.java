package com.eyewearml.client.render;

import com.eyewearml.face.FacePoints;
import com.eyewearml.lens.Coating;
import com.eyewearml.lens.LensForm;
import com.eyewearml.lens.LensOptics;

/** The uniform block {@code Lens} of the shaders, laid out by the std140 rules: lenses of known optics. */
public final class LensBlock {
    /** Floats of the block. */
    public static final int FLOATS = 7 * 4 + 2 * 4 * Coating.ANGLES;

    private static final int TOP = 0;
    private static final int BOTTOM = 4;
    private static final int BOX = 8;
    private static final int POWER = 12;
    private static final int SHAPE = 20;
    private static final int FRONT_COATING = 28;
    private static final int BACK_COATING = FRONT_COATING + 4 * Coating.ANGLES;

    private final float[] values = new float[FLOATS];
    private final float[] passing = new float[3];
    private LensOptics lens;
    private EyewearModel fitted;
    private boolean power;

    /** Sets the lenses; null for what the materials of the file say. */
    public void set(LensOptics newLens) {
        lens = newLens;
        fitted = null;
        values[TOP + 3] = lens == null ? 0 : 1;
        power = lens != null && (lens.right().sphereD() != 0 || lens.left().sphereD() != 0);
        if (lens == null) {
            return;
        }
        for (int c = 0; c < 3; c++) {
            values[TOP + c] = (float) lens.topDensity()[c];
            values[BOTTOM + c] = (float) lens.bottomDensity()[c];
            passing[c] = (float) lens.passing(0.5)[c];
        }
        values[BOTTOM + 3] = (float) lens.index();
        for (int i = 0; i < Coating.ANGLES; i++) {
            for (int c = 0; c < 3; c++) {
                values[FRONT_COATING + 4 * i + c] = (float) lens.frontRgb()[3 * i + c];
                values[BACK_COATING + 4 * i + c] = (float) lens.backRgb()[3 * i + c];
            }
        }
    }

    /** Sets the frame that the lenses are in: its lens boxes, the lenses' surfaces on its front, and its optical centres in their middles. */
    public void fit(EyewearModel eyewear) {
        if (eyewear == fitted) {
            return;
        }
        fitted = eyewear;
        values[BOX] = Float.POSITIVE_INFINITY;
        values[BOX + 1] = Float.NEGATIVE_INFINITY;
        for (int side = 0; side < 2; side++) {
            float[] bounds = eyewear.boundsMm(side == 0 ? EyewearPart.LENS_RIGHT : EyewearPart.LENS_LEFT);
            values[BOX] = Math.min(values[BOX], bounds[1]);
            values[BOX + 1] = Math.max(values[BOX + 1], bounds[4]);
            values[POWER + 4 * side] = (bounds[0] + bounds[3]) / 2;
            values[POWER + 4 * side + 1] = (bounds[1] + bounds[4]) / 2;
            float[] temple = eyewear.boundsMm(side == 0 ? EyewearPart.TEMPLE_RIGHT : EyewearPart.TEMPLE_LEFT);
            values[BOX + 2 + side] = (temple[0] + temple[3]) / 2;
            if (lens != null && eyewear.lensMesh(side) != null) {
                setShape(side, eyewear.lensMesh(side), Math.max(bounds[3] - bounds[0], bounds[4] - bounds[1]));
            }
        }
    }

    private void setShape(int side, LensMesh mesh, double diameterMm) {
        double sphereD = (side == 0 ? lens.right() : lens.left()).sphereD();
        values[SHAPE + 4 * side] = (float) mesh.curvaturePerMm();
        values[SHAPE + 4 * side + 1] = (float) mesh.thicknessMm();
        if (sphereD == 0) {
            // As the file has it.
            values[POWER + 4 * side + 2] = (float) mesh.curvaturePerMm();
            values[POWER + 4 * side + 3] = (float) mesh.thicknessMm();
        } else {
            LensForm form = LensForm.onFront(sphereD, mesh.curvaturePerMm(), lens.index(), diameterMm);
            values[POWER + 4 * side + 2] = (float) form.backCurvaturePerMm();
            values[POWER + 4 * side + 3] = (float) form.centreThicknessMm();
        }
    }

    /** Sets the optical centres before the pupils, as an optician centres them. */
    public void centre(float[] headShapeMm, float[] frameFromHead) {
        for (int lens = 0; lens < 2; lens++) {
            int iris = 3 * (lens == 0 ? FacePoints.RIGHT_IRIS_CENTRE : FacePoints.LEFT_IRIS_CENTRE);
            for (int axis = 0; axis < 2; axis++) {
                values[POWER + 4 * lens + axis] = frameFromHead[axis] * headShapeMm[iris] + frameFromHead[4 + axis] * headShapeMm[iris + 1]
                        + frameFromHead[8 + axis] * headShapeMm[iris + 2] + frameFromHead[12 + axis];
            }
        }
    }

    /** Whether these lenses displace what lies behind them. */
    public boolean hasPower() {
        return power;
    }

    /** Whether the lenses' optics are known. */
    public boolean isOrdered() {
        return values[TOP + 3] > 0;
    }

    /** Share of the light of a channel that passes halfway up the lens. */
    public float passing(int channel) {
        return passing[channel];
    }

    /** All values in the block's layout. */
    public float[] values() {
        return values;
    }
}
