package com.eyewearml.face.pose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PoseFilterTest {
    private static final double FRAME_MS = 1000 / 30.0;

    private final PoseFilter filter = new PoseFilter();
    private final RigidPose pose = new RigidPose();
    private final double[] turn = new double[6];

    private void measure(double yawRad, double xMm, double zMm) {
        pose.set(new RigidPose());
        pose.move(new double[] {0, yawRad, 0, xMm, 0, zMm});
    }

    @Test
    void theFirstPosePassesUnchangedAndAStillHeadStaysStill() {
        for (int i = 0; i < 20; i++) {
            measure(0.2, 30, -500);
            double[] r = pose.r.clone();
            filter.apply(i * FRAME_MS, pose);
            assertArrayEquals(r, pose.r, 1e-9);
            assertArrayEquals(new double[] {30, 0, -500}, pose.t, 1e-9);
        }
    }

    @Test
    void jitterOfAStillHeadIsHalvedAtLeast() {
        Random random = new Random(1);
        RigidPose truth = new RigidPose();
        double in = 0;
        double out = 0;
        for (int i = 0; i < 600; i++) {
            measure(0.005 * random.nextGaussian(), 0.3 * random.nextGaussian(), -500 + 2 * random.nextGaussian());
            PoseFilter.turnBetween(truth, pose, turn);
            in += turn[1] * turn[1];
            filter.apply(i * FRAME_MS, pose);
            PoseFilter.turnBetween(truth, pose, turn);
            out += turn[1] * turn[1];
        }
        assertTrue(Math.sqrt(out) < 0.5 * Math.sqrt(in), Math.sqrt(out / in) + " of the jitter is left");
    }

    @Test
    void aTurningHeadIsFollowedWithinTwoFrames() {
        double radPerS = Math.toRadians(60);
        for (int i = 0; i < 60; i++) {
            measure(radPerS * i * FRAME_MS / 1000, 0, -500);
            filter.apply(i * FRAME_MS, pose);
        }
        double lagMs = 1000 * (radPerS * 59 * FRAME_MS / 1000 - pose.yawRad()) / radPerS;
        assertTrue(lagMs < 2 * FRAME_MS, "lag " + lagMs + " ms");
    }

    @Test
    void timeThatStandsStillRunsBackOrLeapsStartsAnew() {
        for (double next : new double[] {100, 40, 5000, Double.NaN}) {
            filter.reset();
            measure(0, 0, -500);
            filter.apply(100, pose);
            measure(0.5, 100, -300);
            filter.apply(next, pose);
            assertEquals(0.5, pose.yawRad(), 1e-9);
            assertEquals(-300, pose.t[2], 1e-9);
        }
    }

    @Test
    void theResultIsARotationWhateverComes() {
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            measure(6 * random.nextGaussian(), 200 * random.nextGaussian(), -100 - 900 * random.nextDouble());
            filter.apply(i * (5 + 60 * random.nextDouble()), pose);
            double det = pose.r[0] * (pose.r[4] * pose.r[8] - pose.r[5] * pose.r[7]) - pose.r[1] * (pose.r[3] * pose.r[8] - pose.r[5] * pose.r[6])
                    + pose.r[2] * (pose.r[3] * pose.r[7] - pose.r[4] * pose.r[6]);
            assertEquals(1, det, 1e-9);
            assertTrue(pose.t[2] < 0 && pose.isFinite());
        }
    }
}
