package com.eyewearml.face;

import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.face.shape.ShapeEstimator;

/** Breadth of the face from temple to temple, and how sure it is. */
final class FaceWidth {
    /** Error of a temple's place across the face: the skin has no mark there. */
    private static final double TEMPLE_SD_MM = 1.5;
    private static final int RIGHT = 3 * FacePoints.RIGHT_TEMPLE;
    private static final int LEFT = 3 * FacePoints.LEFT_TEMPLE;

    private final double[] gradient;
    private final double[] scratch;

    FaceWidth(HeadModel head) {
        gradient = new double[head.modeCount()];
        scratch = new double[head.modeCount()];
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = head.modeMm(k, LEFT) - head.modeMm(k, RIGHT);
        }
    }

    /** Width of a shape, in the shape's scale. */
    double of(float[] shape) {
        double dx = shape[LEFT] - shape[RIGHT];
        double dy = shape[LEFT + 1] - shape[RIGHT + 1];
        double dz = shape[LEFT + 2] - shape[RIGHT + 2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** Standard uncertainty of the width, in the shape's scale. */
    double uncertainty(float[] shape, ShapeEstimator shapes, double scaleUncertainty) {
        double bySize = of(shape) * scaleUncertainty;
        return Math.sqrt(bySize * bySize + 2 * TEMPLE_SD_MM * TEMPLE_SD_MM + shapes.variance(gradient, scratch));
    }
}
