package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;

/**
 * The one-euro filter (Casiez, Roussel and Vogel 2012) on every coordinate of every landmark, with speeds counted in sizes of the face
 * and the constants that MediaPipe's face landmark graph uses. What the pose filter is compared with.
 */
final class OneEuroLandmarks {
    private static final double MIN_CUTOFF_HZ = 0.05;
    private static final double CUTOFF_PER_SPEED = 80;
    private static final double SPEED_CUTOFF_HZ = 1;

    private final double[] value = new double[3 * FacePoints.COUNT];
    private final double[] speed = new double[3 * FacePoints.COUNT];
    private final Roi region = new Roi();
    private boolean started;

    void reset() {
        started = false;
    }

    void apply(float[] landmarksPx, double dt) {
        double size = RoiRule.fromLandmarks(landmarksPx, region).sidePx / RoiRule.MARGIN;
        for (int i = 0; i < value.length; i++) {
            if (!started) {
                value[i] = landmarksPx[i];
                speed[i] = 0;
                continue;
            }
            double change = (landmarksPx[i] - value[i]) / size / dt;
            speed[i] += weight(SPEED_CUTOFF_HZ, dt) * (change - speed[i]);
            value[i] += weight(MIN_CUTOFF_HZ + CUTOFF_PER_SPEED * Math.abs(speed[i]), dt) * (landmarksPx[i] - value[i]);
            landmarksPx[i] = (float) value[i];
        }
        started = true;
    }

    private static double weight(double cutoffHz, double dt) {
        double r = 2 * Math.PI * cutoffHz * dt;
        return r / (1 + r);
    }
}
