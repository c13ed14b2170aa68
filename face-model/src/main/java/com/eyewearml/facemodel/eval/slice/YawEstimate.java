package com.eyewearml.facemodel.eval.slice;

import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.pose.ScaledOrthography;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.eval.EvalDev;
import java.util.Arrays;

/**
 * Yaw of an annotated face: the mean head under scaled parallel projection, fitted to the points that people placed. No network is asked.
 * A person's own proportions, an open mouth and perspective make it err by a few degrees.
 */
public final class YawEstimate {
    private final float[] shapeMm;
    private final double[] weights;
    private final double[] slopes;
    private final ScaledOrthography fit = new ScaledOrthography();
    private final RigidPose pose = new RigidPose();

    /** @param meshVertex for each inner point the vertex of the head that stands for it */
    public YawEstimate(HeadModel head, int[] meshVertex) {
        shapeMm = new float[3 * meshVertex.length];
        for (int k = 0; k < shapeMm.length; k++) {
            shapeMm[k] = head.meanMm(3 * meshVertex[k / 3] + k % 3);
        }
        weights = new double[meshVertex.length];
        Arrays.fill(weights, 1);
        slopes = new double[2 * meshVertex.length];
    }

    /**
     * Angle of the line through the eyes out of the picture plane, which neither roll nor pitch changes; positive where the nose points to
     * the right of the picture.
     *
     * @param landmarks68 x, y in pixels
     * @return NaN where the points determine no pose
     */
    public double yawRad(float[] landmarks68) {
        for (int k = 0; k < weights.length; k++) {
            slopes[2 * k] = landmarks68[2 * (EvalDev.FIRST_INNER + k)];
            slopes[2 * k + 1] = -landmarks68[2 * (EvalDev.FIRST_INNER + k) + 1];
        }
        if (!fit.solve(shapeMm, slopes, weights, pose)) {
            return Double.NaN;
        }
        return -Math.asin(Math.clamp(pose.r[6], -1, 1));
    }
}
