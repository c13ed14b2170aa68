package com.eyewearml.face.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.SyntheticHead;
import com.eyewearml.face.pose.PointModel;
import com.eyewearml.face.pose.PoseSolver;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.pose.SyntheticView;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapeEstimatorTest {
    private final HeadModel head = HeadModel.parse(SyntheticHead.file());
    private final ShapeEstimator estimator = new ShapeEstimator(head);
    private final PoseSolver solver = new PoseSolver();
    private final PointModel points = new PointModel(head);
    private final RigidPose pose = new RigidPose();
    private final float[] shape = new float[3 * head.vertexCount()];
    private final float[] truth = new float[3 * head.vertexCount()];

    private void show(double yawDeg, double noisePx, Random random) {
        SyntheticView view = SyntheticView.of(yawDeg, 3, 0, 450, 50);
        points.observe(view.landmarks(truth, noisePx, random), view.camera());
        estimator.shape(shape);
        assertTrue(solver.solve(shape, points, pose));
        estimator.add(shape, points, pose);
    }

    private double sdOfDepth() {
        double[] gradient = new double[head.modeCount()];
        gradient[1] = 1;
        return Math.sqrt(estimator.variance(gradient, new double[head.modeCount()]));
    }

    @Test
    void convergesToTheTrueShapeOverATurnOfTheHead() {
        float[] coefficients = {1.5f, -1.2f, 0.8f, 1};
        head.shape(coefficients, truth);
        Random random = new Random(3);
        for (int frame = 0; frame < 150; frame++) {
            show(35 * Math.sin(frame / 15.0), 0.5, random);
        }
        for (int k = 0; k < coefficients.length; k++) {
            assertEquals(coefficients[k], estimator.coefficient(k), 0.15, "mode " + k);
        }
    }

    @Test
    void turningTheHeadTeachesMoreOfItsDepthThanAnyNumberOfFrontalFrames() {
        head.copyMeanMm(truth);
        for (int frame = 0; frame < 200; frame++) {
            show(0, 0, new Random(0));
        }
        double frontal = sdOfDepth();
        estimator.reset();
        for (int frame = 0; frame < 40; frame++) {
            show(frame - 20, 0, new Random(0));
        }
        assertTrue(sdOfDepth() < frontal, sdOfDepth() + " against " + frontal);
    }

    @Test
    void certaintyFromOneViewIsBounded() {
        head.copyMeanMm(truth);
        show(0, 0, new Random(0));
        double first = sdOfDepth();
        for (int frame = 0; frame < 1000; frame++) {
            show(0, 0, new Random(0));
        }
        assertEquals(first, sdOfDepth(), 0.05 * first);
    }

    @Test
    void impossibleShapesStayWithinThreeStandardDeviations() {
        head.shape(new float[] {9, -9, 9, 9}, truth);
        for (int frame = 0; frame < 30; frame++) {
            show(2 * frame - 30, 0, new Random(0));
        }
        for (int k = 0; k < head.modeCount(); k++) {
            assertTrue(Math.abs(estimator.coefficient(k)) <= 3);
        }
    }

    @Test
    void resetReturnsToTheMeanHead() {
        head.shape(new float[] {1, 1, 1, 1}, truth);
        show(10, 0, new Random(0));
        estimator.reset();
        estimator.shape(shape);
        for (int i = 0; i < shape.length; i++) {
            assertEquals(head.meanMm(i), shape[i]);
        }
    }
}
