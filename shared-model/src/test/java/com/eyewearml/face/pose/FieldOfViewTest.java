package com.eyewearml.face.pose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.SyntheticHead;
import com.eyewearml.face.shape.HeadModel;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldOfViewTest {
    private static final double PRIOR = Math.toRadians(FieldOfView.PRIOR_DEG);
    private static final FieldOfView.Landmarker EXACT = new FieldOfView.Landmarker(1, 0, 0, 0.02e-3);
    private static final FieldOfView.Landmarker BLIND = new FieldOfView.Landmarker(0, 0.3, 2e-3, 0.4e-3);

    private final HeadModel head = HeadModel.parse(SyntheticHead.file());
    private final float[] shape = new float[3 * head.vertexCount()];
    private final PointModel points = new PointModel(head);
    private final PoseSolver solver = new PoseSolver();
    private final RigidPose pose = new RigidPose();

    FieldOfViewTest() {
        head.copyMeanMm(shape);
    }

    private double apparentMm(SyntheticView view, double assumedFovRad) {
        points.observe(view.landmarks(shape, 0, new Random(0)),
                new PinholeCamera().set(SyntheticView.WIDTH, SyntheticView.HEIGHT, assumedFovRad));
        assertTrue(solver.solve(shape, points, pose));
        return 1 / solver.apparentInverseDistance(shape, points);
    }

    @ParameterizedTest
    @ValueSource(doubles = {300, 450, 700})
    void perspectiveShowsTheTrueDistanceWhateverFieldOfViewIsAssumed(double distanceMm) {
        for (double yawDeg : new double[] {-40, 0, 25}) {
            SyntheticView view = SyntheticView.of(yawDeg, 5, 0, distanceMm, 50);
            assertEquals(distanceMm, apparentMm(view, Math.toRadians(50)), 1e-3 * distanceMm);
            for (double assumedDeg : new double[] {44, 56}) {
                assertEquals(distanceMm, apparentMm(view, Math.toRadians(assumedDeg)), 0.05 * distanceMm);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {35, 42, 50, 60, 70})
    void exactLandmarksTellTheFieldOfView(double fovDeg) {
        FieldOfView estimate = new FieldOfView(EXACT);
        for (int round = 0; round < 4; round++) {
            double assumed = estimate.verticalFovRad();
            estimate.reset();
            for (int yawDeg = -30; yawDeg <= 30; yawDeg += 15) {
                double apparent = apparentMm(SyntheticView.of(yawDeg, 0, 0, 450, fovDeg), assumed);
                estimate.add(pose, assumed, 1 / apparent);
            }
        }
        assertEquals(fovDeg, Math.toDegrees(estimate.verticalFovRad()), 0.5);
        assertTrue(Math.toDegrees(estimate.uncertaintyRad()) < 1.5);
    }

    @Test
    void aLandmarkerThatShowsNoPerspectiveLeavesThePrior() {
        FieldOfView estimate = new FieldOfView(BLIND);
        for (int i = 0; i < 200; i++) {
            double apparent = apparentMm(SyntheticView.of(i % 60 - 30, 0, 0, 350 + i, 70), PRIOR);
            estimate.add(pose, PRIOR, 1 / apparent);
        }
        assertEquals(FieldOfView.PRIOR_DEG, Math.toDegrees(estimate.verticalFovRad()), 0.01);
        assertEquals(FieldOfView.PRIOR_SD_DEG, Math.toDegrees(estimate.uncertaintyRad()), 0.5);
    }

    @Test
    void framesOfOneViewWeighNoMoreThanOne() {
        FieldOfView estimate = new FieldOfView(new FieldOfView.Landmarker(0.5, 0.2, 0.6e-3, 0.3e-3));
        double apparent = apparentMm(SyntheticView.of(0, 0, 0, 450, 50), PRIOR);
        estimate.add(pose, PRIOR, 1 / apparent);
        double once = estimate.uncertaintyRad();
        for (int i = 0; i < 500; i++) {
            estimate.add(pose, PRIOR, 1 / apparent);
        }
        assertEquals(once, estimate.uncertaintyRad(), 1e-9);
        assertTrue(once < Math.toRadians(FieldOfView.PRIOR_SD_DEG) - 0.005);
        estimate.reset();
        assertEquals(FieldOfView.PRIOR_DEG, Math.toDegrees(estimate.verticalFovRad()), 1e-9);
    }
}
