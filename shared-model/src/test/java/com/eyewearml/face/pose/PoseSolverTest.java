package com.eyewearml.face.pose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.SyntheticHead;
import com.eyewearml.face.shape.HeadModel;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoseSolverTest {
    private static final double EXACT_DEG = 0.01;
    private static final double EXACT_MM = 0.05;

    private final HeadModel head = HeadModel.parse(SyntheticHead.file());
    private final float[] shape = new float[3 * head.vertexCount()];
    private final PointModel points = new PointModel(head);
    private final PoseSolver solver = new PoseSolver();
    private final RigidPose pose = new RigidPose();
    private final PoseNoise noise = new PoseNoise();

    PoseSolverTest() {
        head.copyMeanMm(shape);
    }

    private boolean solve(SyntheticView view, float[] landmarks) {
        points.observe(landmarks, view.camera());
        return solver.solve(shape, points, pose);
    }

    @ParameterizedTest
    @ValueSource(doubles = {35, 50, 65, 80})
    void findsTheExactPoseOfExactProjections(double fovDeg) {
        for (double distance : new double[] {250, 400, 600, 900}) {
            for (int yaw = -60; yaw <= 60; yaw += 15) {
                for (int pitch = -30; pitch <= 30; pitch += 15) {
                    SyntheticView view = SyntheticView.of(yaw, pitch, yaw / 3.0 - pitch / 2.0, distance, fovDeg);
                    String where = "yaw " + yaw + " pitch " + pitch + " distance " + distance;
                    assertTrue(solve(view, view.landmarks(shape, 0, new Random(0))), where);
                    assertEquals(0, view.rotationErrorDeg(pose), EXACT_DEG, where);
                    assertEquals(0, view.translationErrorMm(pose), EXACT_MM, where);
                }
            }
        }
    }

    @Test
    void independentPixelNoiseAveragesOut() {
        Random random = new Random(5);
        double squareDeg = 0;
        int trials = 200;
        for (int i = 0; i < trials; i++) {
            SyntheticView view = SyntheticView.of(60 * random.nextDouble() - 30, 30 * random.nextDouble() - 15, 0, 500, 50);
            assertTrue(solve(view, view.landmarks(shape, 1, random)));
            squareDeg += Math.pow(view.rotationErrorDeg(pose), 2);
        }
        assertTrue(Math.sqrt(squareDeg / trials) < 0.3, "rms " + Math.sqrt(squareDeg / trials) + " deg at 1 px noise");
    }

    @Test
    void thePoseScattersAsItsCovarianceSays() {
        Random random = new Random(6);
        SyntheticView view = SyntheticView.of(15, -5, 0, 500, 50);
        double mmPerPx = 500 / view.camera().focalPx();
        double noisePx = PointModel.LANDMARK_SD_MM / mmPerPx;
        double across = 0;
        double along = 0;
        double turn = 0;
        int trials = 400;
        for (int i = 0; i < trials; i++) {
            assertTrue(solve(view, view.landmarks(shape, noisePx, random)));
            across += (Math.pow(pose.t[0] - view.headToCamera.m30(), 2) + Math.pow(pose.t[1] - view.headToCamera.m31(), 2)) / 2;
            along += Math.pow(pose.t[2] - view.headToCamera.m32(), 2);
            turn += Math.pow(Math.toRadians(view.rotationErrorDeg(pose)), 2) / 3;
        }
        solver.noise(noise);
        assertEquals(PoseNoise.FRAME_FACTOR, noise.acrossMm() / Math.sqrt(across / trials), 0.2 * PoseNoise.FRAME_FACTOR);
        assertEquals(PoseNoise.FRAME_FACTOR, noise.relativeDistance() * 500 / Math.sqrt(along / trials), 0.2 * PoseNoise.FRAME_FACTOR);
        assertEquals(PoseNoise.FRAME_FACTOR, noise.turnRad() / Math.sqrt(turn / trials), 0.2 * PoseNoise.FRAME_FACTOR);
    }

    @Test
    void aHandOverAQuarterOfTheFaceHardlyTurnsIt() {
        SyntheticView view = SyntheticView.of(10, 5, 0, 500, 50);
        float[] landmarks = view.landmarks(shape, 0.3, new Random(3));
        for (int i = 0; i < FacePoints.MESH_COUNT; i++) {
            if (shape[3 * i + 1] < -60) {
                landmarks[3 * i] += 60;
                landmarks[3 * i + 1] += 25;
            }
        }
        assertTrue(solve(view, landmarks));
        assertEquals(0, view.rotationErrorDeg(pose), 1);
    }

    @Test
    void landmarksOfNoHeadGiveNoPose() {
        SyntheticView view = SyntheticView.of(0, 0, 0, 500, 50);
        float[] good = view.landmarks(shape, 0, new Random(0));
        float[] equal = new float[good.length];
        Arrays.fill(equal, 100);
        float[] line = good.clone();
        float[] nan = good.clone();
        nan[3 * 200] = Float.NaN;
        float[] infinite = good.clone();
        infinite[3 * 17 + 1] = Float.POSITIVE_INFINITY;
        for (int i = 0; i < line.length; i += 3) {
            line[i + 1] = 2 * line[i] - 40;
        }
        for (float[] bad : new float[][] {equal, line, nan, infinite, new float[good.length]}) {
            double[] before = pose.r.clone();
            assertFalse(solve(view, bad));
            assertArrayEquals(before, pose.r);
        }
    }

    @Test
    void noInputMakesAPoseThatIsNotARigidMotion() {
        Random random = new Random(9);
        SyntheticView view = SyntheticView.of(0, 0, 0, 500, 50);
        for (int trial = 0; trial < 300; trial++) {
            float[] landmarks = view.landmarks(shape, Math.pow(10, 4 * random.nextDouble() - 1), random);
            if (solve(view, landmarks)) {
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        double dot = pose.r[3 * a] * pose.r[3 * b] + pose.r[3 * a + 1] * pose.r[3 * b + 1] + pose.r[3 * a + 2] * pose.r[3 * b + 2];
                        assertEquals(a == b ? 1 : 0, dot, 1e-9);
                    }
                }
                assertTrue(pose.t[2] < 0 && Double.isFinite(pose.t[0] + pose.t[1] + pose.t[2]));
                solver.noise(noise);
                assertTrue(noise.acrossMm() > 0 && noise.relativeDistance() > 0 && noise.turnRad() > 0);
                assertTrue(Double.isFinite(noise.acrossMm() + noise.relativeDistance() + noise.turnRad()));
                assertTrue(Double.isFinite(solver.apparentInverseDistance(shape, points)));
            }
        }
    }

    @Test
    void derivativesAgreeWithDifferenceQuotients() {
        RigidPose at = new RigidPose();
        at.move(new double[] {0.2, -0.3, 0.1, 20, -30, -400});
        double[] point = {25, -40, 15};
        double[] rowU = new double[6];
        double[] rowV = new double[6];
        double[] q = new double[3];
        for (int a = 0; a < 3; a++) {
            q[a] = at.r[3 * a] * point[0] + at.r[3 * a + 1] * point[1] + at.r[3 * a + 2] * point[2];
        }
        double inverseDepth = -1 / (q[2] + at.t[2]);
        PoseSolver.poseDerivatives(q[0], q[1], q[2], (q[0] + at.t[0]) * inverseDepth, (q[1] + at.t[1]) * inverseDepth, inverseDepth, rowU,
                rowV);
        for (int p = 0; p < 6; p++) {
            double h = p < 3 ? 1e-5 : 1e-3;
            double[] plus = slopes(at, point, p, h);
            double[] minus = slopes(at, point, p, -h);
            assertEquals((plus[0] - minus[0]) / (2 * h), rowU[p], 1e-8);
            assertEquals((plus[1] - minus[1]) / (2 * h), rowV[p], 1e-8);
        }
    }

    private static double[] slopes(RigidPose at, double[] point, int parameter, double h) {
        RigidPose moved = new RigidPose().set(at);
        double[] step = new double[6];
        step[parameter] = h;
        moved.move(step);
        double[] c = new double[3];
        for (int a = 0; a < 3; a++) {
            c[a] = moved.r[3 * a] * point[0] + moved.r[3 * a + 1] * point[1] + moved.r[3 * a + 2] * point[2] + moved.t[a];
        }
        return new double[] {-c[0] / c[2], -c[1] / c[2]};
    }
}
