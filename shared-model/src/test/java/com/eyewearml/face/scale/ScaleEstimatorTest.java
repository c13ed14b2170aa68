package com.eyewearml.face.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.SyntheticHead;
import com.eyewearml.face.pose.PointModel;
import com.eyewearml.face.pose.PoseSolver;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.pose.SyntheticView;
import com.eyewearml.face.shape.HeadModel;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleEstimatorTest {
    private final HeadModel head = HeadModel.parse(SyntheticHead.file());
    private final ScaleEstimator estimator = new ScaleEstimator(head);
    private final PointModel points = new PointModel(head);
    private final PoseSolver solver = new PoseSolver();
    private final RigidPose pose = new RigidPose();
    private final float[] shape = new float[3 * head.vertexCount()];

    ScaleEstimatorTest() {
        head.copyMeanMm(shape);
    }

    private void show(float[] seen, double yawDeg, double distanceMm, double noisePx, Random random) {
        SyntheticView view = SyntheticView.of(yawDeg, 0, 0, distanceMm, 50);
        float[] landmarks = view.landmarks(seen, noisePx, random);
        points.observe(landmarks, view.camera());
        assertTrue(solver.solve(shape, points, pose));
        estimator.add(landmarks, view.camera(), shape, pose);
    }

    private float[] withIrises(double factor) {
        float[] seen = shape.clone();
        for (int eye : new int[] {FacePoints.RIGHT_IRIS_CENTRE, FacePoints.LEFT_IRIS_CENTRE}) {
            for (int i = 1; i <= 4; i++) {
                for (int a = 0; a < 3; a++) {
                    float centre = shape[3 * eye + a];
                    seen[3 * (eye + i) + a] = (float) (centre + factor * (shape[3 * (eye + i) + a] - centre));
                }
            }
        }
        return seen;
    }

    @Test
    void theMeanHeadIsOfScaleOneAtAnyDistanceAndTurn() {
        for (double distance : new double[] {300, 500, 800}) {
            for (double yaw : new double[] {-20, 0, 20}) {
                estimator.reset();
                show(shape, yaw, distance, 0, new Random(0));
                assertEquals(1, estimator.scale(), 0.005, "distance " + distance + " yaw " + yaw);
            }
        }
    }

    @Test
    void smallIrisesMeanALargeHeadTemperedByTheSizeOfHeads() {
        double factor = 0.92;
        for (int i = 0; i < 100; i++) {
            show(withIrises(factor), 0, 400, 0, new Random(0));
        }
        double iris = 1 / (Math.pow(0.42 / 11.7, 2) + 0.075 * 0.075);
        double size = 1 / (0.045 * 0.045);
        assertEquals(Math.exp(-Math.log(factor) * iris / (iris + size)), estimator.scale(), 0.005);
    }

    @Test
    void uncertaintyFallsButNeverBelowTheScatterAmongPeople() {
        assertEquals(0.045, estimator.scaleUncertainty(), 1e-6);
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            show(shape, 5, 500, 0.5, random);
        }
        double people = Math.pow(11.7 / 0.42, 2);
        double sizes = Math.pow(1 / 0.045, 2);
        assertTrue(estimator.scaleUncertainty() > Math.sqrt(1 / (people + sizes)));
        assertTrue(estimator.scaleUncertainty() < 0.045);
    }

    @Test
    void pupilDistanceAddsWhatConvergenceTookAway() {
        show(shape, 0, 300, 0, new Random(0));
        double depth = -pose.t[2] - shape[3 * FacePoints.LEFT_IRIS_CENTRE + 2];
        assertEquals(SyntheticHead.PD_MM * (1 + 10.5 / depth), estimator.pdMm(), 0.5);
        assertTrue(estimator.pdUncertaintyMm() > 0.03 * estimator.pdMm());
    }

    @Test
    void eyesSeenFromTheSideAndClosedEyesTeachNothing() {
        show(shape, 75, 500, 0, new Random(0));
        assertEquals(0.045, estimator.scaleUncertainty(), 1e-6);
        assertEquals(SyntheticHead.PD_MM, estimator.pdMm(), 0.1);
        assertTrue(estimator.pdUncertaintyMm() > 4);
        float[] closed = shape.clone();
        for (int[] lids : new int[][] {{159, 145}, {386, 374}}) {
            closed[3 * lids[0] + 1] = closed[3 * lids[1] + 1];
        }
        show(closed, 0, 500, 0, new Random(0));
        assertEquals(0.045, estimator.scaleUncertainty(), 1e-6);
    }
}
