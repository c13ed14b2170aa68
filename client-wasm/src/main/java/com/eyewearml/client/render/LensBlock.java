package com.eyewearml.client.render;

import com.eyewearml.face.FacePoints;
import com.eyewearml.lens.Coating;
import com.eyewearml.lens.LensForm;
import com.eyewearml.lens.LensOptics;

/** The uniform block {@code Lens} of the shaders, laid out by the std140 rules: lenses that replace those of the frame's file. */
public final class LensBlock {
    /** Floats of the block. */
    public static final int FLOATS = 5 * 4 + 2 * 4 * Coating.ANGLES;

    private static final int TOP = 0;
    private static final int BOTTOM = 4;
    private static final int BOX = 8;
    private static final int POWER = 12;
    private static final int FRONT_COATING = 20;
    private static final int BACK_COATING = FRONT_COATING + 4 * Coating.ANGLES;

    private final float[] values = new float[FLOATS];
    private final float[] passing = new float[3];
    private boolean power;

    /** Sets the lenses; null for those of the file. */
    public void set(LensOptics lens) {
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
        setPower(0, lens.right(), lens.index());
        setPower(1, lens.left(), lens.index());
        for (int i = 0; i < Coating.ANGLES; i++) {
            for (int c = 0; c < 3; c++) {
                values[FRONT_COATING + 4 * i + c] = (float) lens.frontRgb()[3 * i + c];
                values[BACK_COATING + 4 * i + c] = (float) lens.backRgb()[3 * i + c];
            }
        }
    }

    private void setPower(int lens, LensForm form, double index) {
        // Thin lens: F = (n - 1) (front - back curvature).
        values[POWER + 4 * lens + 2] = (float) (-form.sphereD() / (1000 * (index - 1)));
        values[POWER + 4 * lens + 3] = (float) form.centreThicknessMm();
    }

    /** Sets the frame that the lenses are in: its lens boxes, and its optical centres in their middles. */
    public void fit(EyewearModel eyewear) {
        values[BOX] = Float.POSITIVE_INFINITY;
        values[BOX + 1] = Float.NEGATIVE_INFINITY;
        for (int lens = 0; lens < 2; lens++) {
            float[] bounds = eyewear.boundsMm(lens == 0 ? EyewearPart.LENS_RIGHT : EyewearPart.LENS_LEFT);
            values[BOX] = Math.min(values[BOX], bounds[1]);
            values[BOX + 1] = Math.max(values[BOX + 1], bounds[4]);
            values[POWER + 4 * lens] = (bounds[0] + bounds[3]) / 2;
            values[POWER + 4 * lens + 1] = (bounds[1] + bounds[4]) / 2;
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

    /** Whether these replace the lenses of the file. */
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
