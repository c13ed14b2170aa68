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
    private final PoseNoise noise = new PoseNoise();
    private final double[] turn = new double[6];

    PoseFilterTest() {
        double turnVariance = Math.pow(Math.toRadians(0.2), 2);
        noise.set(new double[] {turnVariance, turnVariance, turnVariance, 0.01, 0.01, 1}, 500);
    }

    private void measure(double yawRad, double xMm, double zMm) {
        pose.set(new RigidPose());
        pose.move(new double[] {0, yawRad, 0, xMm, 0, zMm});
    }

    @Test
    void theFirstPosePassesUnchangedAndAStillHeadStaysStill() {
        for (int i = 0; i < 20; i++) {
            measure(0.2, 30, -500);
            double[] r = pose.r.clone();
            filter.apply(i * FRAME_MS, pose, noise);
            assertArrayEquals(r, pose.r, 1e-9);
            assertArrayEquals(new double[] {30, 0, -500}, pose.t, 1e-9);
        }
    }

    @Test
    void jitterOfAStillHeadIsNearlyHalvedAtLeast() {
        Random random = new Random(1);
        RigidPose truth = new RigidPose();
        double in = 0;
        double out = 0;
        for (int i = 0; i < 600; i++) {
            measure(0.005 * random.nextGaussian(), 0.3 * random.nextGaussian(), -500 + 2 * random.nextGaussian());
            PoseFilter.turnBetween(truth, pose, turn);
            in += turn[1] * turn[1];
            filter.apply(i * FRAME_MS, pose, noise);
            PoseFilter.turnBetween(truth, pose, turn);
            out += turn[1] * turn[1];
        }
        assertTrue(Math.sqrt(out) < 0.6 * Math.sqrt(in), Math.sqrt(out / in) + " of the jitter is left");
    }

    @Test
    void aSteadyMotionIsFollowedWithoutLagAndPredicted() {
        double radPerS = Math.toRadians(60);
        double mmPerS = 200;
        for (int i = 0; i < 60; i++) {
            measure(radPerS * i * FRAME_MS / 1000, mmPerS * i * FRAME_MS / 1000, -500);
            filter.apply(i * FRAME_MS, pose, noise);
        }
        double seconds = 59 * FRAME_MS / 1000;
        assertEquals(0, 1000 * (seconds - pose.yawRad() / radPerS), 1, "lag of the turn, ms");
        assertEquals(0, 1000 * (seconds - pose.t[0] / mmPerS), 1, "lag of the shift, ms");
        filter.predict(pose);
        assertEquals(0, 1000 * (60 * FRAME_MS / 1000 - pose.yawRad() / radPerS), 2);
        assertEquals(0, 1000 * (60 * FRAME_MS / 1000 - pose.t[0] / mmPerS), 2);
    }

    @Test
    void aSuddenMotionIsFollowedWithinAFrame() {
        for (int i = 0; i < 40; i++) {
            measure(0, i < 30 ? 0 : 40, -500);
            filter.apply(i * FRAME_MS, pose, noise);
            if (i == 30) {
                assertEquals(40, pose.t[0], 2);
            }
        }
    }

    @Test
    void aChangeOfShapeOrFocalLengthIsNoMotion() {
        RigidPose after = new RigidPose();
        for (int i = 0; i < 40; i++) {
            measure(i < 20 ? 0.1 : 0.13, i < 20 ? 20 : 23, i < 20 ? -500 : -515);
            if (i == 20) {
                RigidPose before = new RigidPose();
                after.set(pose);
                measure(0.1, 20, -500);
                before.set(pose);
                pose.set(after);
                filter.reshape(before, after);
            }
            if (i == 30) {
                filter.refocus(1.2);
            }
            if (i >= 30) {
                pose.t[2] *= 1.2;
            }
            double[] expected = {pose.yawRad(), pose.t[0] / pose.t[2], pose.t[2]};
            filter.apply(i * FRAME_MS, pose, noise);
            assertArrayEquals(expected, new double[] {pose.yawRad(), pose.t[0] / pose.t[2], pose.t[2]}, 1e-9);
        }
    }

    @Test
    void timeThatStandsStillRunsBackOrLeapsStartsAnew() {
        for (double next : new double[] {100, 40, 5000, Double.NaN}) {
            filter.reset();
            measure(0, 0, -500);
            filter.apply(100, pose, noise);
            measure(0.5, 100, -300);
            filter.apply(next, pose, noise);
            assertEquals(0.5, pose.yawRad(), 1e-9);
            assertEquals(-300, pose.t[2], 1e-9);
        }
    }

    @Test
    void theResultIsARotationWhateverComes() {
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            measure(6 * random.nextGaussian(), 200 * random.nextGaussian(), -100 - 900 * random.nextDouble());
            filter.apply(i * (5 + 60 * random.nextDouble()), pose, noise);
            double det = pose.r[0] * (pose.r[4] * pose.r[8] - pose.r[5] * pose.r[7]) - pose.r[1] * (pose.r[3] * pose.r[8] - pose.r[5] * pose.r[6])
                    + pose.r[2] * (pose.r[3] * pose.r[7] - pose.r[4] * pose.r[6]);
            assertEquals(1, det, 1e-9);
            assertTrue(pose.t[2] < 0 && pose.isFinite());
        }
    }
}
