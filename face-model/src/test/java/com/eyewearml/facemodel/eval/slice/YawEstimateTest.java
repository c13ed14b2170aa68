package com.eyewearml.facemodel.eval.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.eval.EvalDev;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Projects the mean head at a known yaw and asks for it back. */
class YawEstimateTest {
    private static final double PX_PER_MM = 1.7;
    private final HeadModel head = HeadModel.parse(ReleasedEngine.file("head.ewhd"));
    private final int[] vertices = new Random(2).ints(0, 468).distinct().limit(51).toArray();

    YawEstimateTest() throws IOException { }

    @ParameterizedTest
    @ValueSource(doubles = {-60, -35, -12, 0, 5, 28, 55})
    void recoversTheYawOfAParallelProjection(double degrees) {
        for (double pitch : new double[] {-15, 0, 20}) {
            for (double roll : new double[] {-30, 0, 10}) {
                double yaw = new YawEstimate(head, vertices).yawRad(project(degrees, pitch, roll, Double.POSITIVE_INFINITY));
                assertEquals(degrees, Math.toDegrees(yaw), 0.01);
            }
        }
    }

    /** At 45 cm perspective is strong; the estimate knows nothing of it. */
    @ParameterizedTest
    @ValueSource(doubles = {-35, 0, 28})
    void perspectiveMovesItByAFewDegrees(double degrees) {
        double yaw = new YawEstimate(head, vertices).yawRad(project(degrees, 0, 0, 450));
        assertEquals(degrees, Math.toDegrees(yaw), 6);
    }

    /** Turns about the vertical, then the horizontal, then the viewing axis; positive yaw moves the nose to the right of the picture. */
    private float[] project(double yawDegrees, double pitchDegrees, double rollDegrees, double distanceMm) {
        double cy = Math.cos(Math.toRadians(yawDegrees)), sy = Math.sin(Math.toRadians(yawDegrees));
        double cp = Math.cos(Math.toRadians(pitchDegrees)), sp = Math.sin(Math.toRadians(pitchDegrees));
        double cr = Math.cos(Math.toRadians(rollDegrees)), sr = Math.sin(Math.toRadians(rollDegrees));
        float[] points = new float[136];
        for (int k = 0; k < vertices.length; k++) {
            double x = head.meanMm(3 * vertices[k]), y = head.meanMm(3 * vertices[k] + 1), z = head.meanMm(3 * vertices[k] + 2);
            double py = cp * y - sp * z, pz = sp * y + cp * z;
            double tx = cy * x + sy * pz, tz = cy * pz - sy * x;
            double scale = PX_PER_MM * (Double.isInfinite(distanceMm) ? 1 : distanceMm / (distanceMm - tz));
            double u = scale * tx, v = -scale * py;
            points[2 * (EvalDev.FIRST_INNER + k)] = (float) (200 + cr * u - sr * v);
            points[2 * (EvalDev.FIRST_INNER + k) + 1] = (float) (150 + sr * u + cr * v);
        }
        return points;
    }
}
