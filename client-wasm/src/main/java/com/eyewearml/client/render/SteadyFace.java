package com.eyewearml.client.render;

import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.shape.HeadModel;

/**
 * A tracked face as it is drawn. The engine's estimate never rests entirely: on a still scene it still creeps by thousandths of a millimetre. What is
 * less than can be seen is left where it is, so that a still scene gives the same picture again.
 */
public final class SteadyFace {
    /** A twentieth of a pixel of a face that is half a picture of 720 lines high. */
    private static final float LEAST_SHIFT_MM = 0.05f;
    /** The same at the end of a temple. */
    private static final float LEAST_TURN = LEAST_SHIFT_MM / 120;
    private static final float LEAST_FOV_RAD = 1e-4f;

    private final TrackedFace shown;
    private int takenVersion = -1;

    public SteadyFace(HeadModel head) {
        shown = new TrackedFace(head);
    }

    /** Follows the face as far as it has visibly moved or changed. */
    public TrackedFace follow(TrackedFace face) {
        boolean moved = Math.abs(face.verticalFovRad - shown.verticalFovRad) > LEAST_FOV_RAD;
        for (int i = 0; i < 16; i++) {
            moved |= Math.abs(face.pose[i] - shown.pose[i]) > (i < 12 ? LEAST_TURN : LEAST_SHIFT_MM);
        }
        if (moved) {
            System.arraycopy(face.pose, 0, shown.pose, 0, 16);
            shown.verticalFovRad = face.verticalFovRad;
        }
        if (face.headShapeVersion != takenVersion) {
            takenVersion = face.headShapeVersion;
            if (differs(face.headShapeMm)) {
                System.arraycopy(face.headShapeMm, 0, shown.headShapeMm, 0, shown.headShapeMm.length);
                shown.headShapeVersion++;
            }
        }
        return shown;
    }

    private boolean differs(float[] shapeMm) {
        for (int i = 0; i < shapeMm.length; i++) {
            if (Math.abs(shapeMm[i] - shown.headShapeMm[i]) > LEAST_SHIFT_MM) {
                return true;
            }
        }
        return false;
    }
}
