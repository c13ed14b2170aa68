package com.eyewearml.facemodel.head;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.data.DataFolder;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * How well ears follow from a face: {@code ./eyewearml bench ears}. Heads are drawn from the identity statistics of the ICT head model; the
 * released head model is fitted to the landmarks of each as the engine does, and the ears that it continues the face to are compared with the
 * head's own. Prints standard deviations in millimetres.
 */
public final class EarBench {
    private static final int HEADS = 1000;
    private static final int ROUNDS = 4;
    private static final double LABEL_SD_MM = 1;
    private static final int EARS = 6;
    private static final String[] PLACES = {"groove on top", "fold behind", "tragion"};

    private final ReferenceHead reference;
    private final HeadModel head;
    private final double factor;
    private final double narrowed;
    /** Vertices of the reference head: landmarks, then right and left groove, fold, tragion. */
    private final int[] vertices;
    private final double[] weights;
    private final LinearSolverDense<DMatrixRMaj> solver;

    private EarBench(ReferenceHead reference, HeadModel head) {
        this.reference = reference;
        this.head = head;
        int[] landmarks = reference.landmarks68();
        factor = distance(head, 3 * FacePoints.RIGHT_EYE_INNER, 3 * FacePoints.LEFT_EYE_INNER)
                / Registration.distance(reference.vertices(), landmarks[39], reference.vertices(), landmarks[42]);
        vertices = new int[FacePoints.MESH_COUNT + EARS];
        for (int i = 0; i < FacePoints.MESH_COUNT; i++) {
            vertices[i] = reference.nearest(head.meanMm(3 * i) / factor, head.meanMm(3 * i + 1) / factor, head.meanMm(3 * i + 2) / factor);
        }
        double[][] places = {HeadModelBuilder.EAR_ROOT_MM, HeadModelBuilder.EAR_FOLD_MM, HeadModelBuilder.TRAGION_MM};
        for (int i = 0; i < EARS; i++) {
            double[] place = places[i / 2];
            vertices[FacePoints.MESH_COUNT + i] = reference.nearest(i % 2 == 0 ? -place[0] : place[0], place[1], place[2]);
        }
        narrowed = head.meanMm(3 * head.vertex(HeadModel.Named.LEFT_TRAGION))
                / (factor * reference.vertices()[3 * vertices[FacePoints.MESH_COUNT + 5]]);
        weights = new double[vertices.length];
        for (int i = 0; i < FacePoints.MESH_COUNT; i++) {
            weights[i] = 1 / (LABEL_SD_MM * LABEL_SD_MM + head.expressionSdMm(i) * head.expressionSdMm(i));
        }
        solver = solver();
    }

    public static void main(String[] args) throws IOException {
        var data = DataFolder.find();
        if (data.isEmpty()) {
            System.out.println("no figures of ears: expected the ICT head in shared/data or in the folder named by " + DataFolder.VARIABLE);
            return;
        }
        new EarBench(ReferenceHead.read(data.get()), HeadModel.parse(ReleasedEngine.file("head.ewhd"))).run();
    }

    private static double distance(HeadModel head, int a, int b) {
        return Math.hypot(Math.hypot(head.meanMm(a) - head.meanMm(b), head.meanMm(a + 1) - head.meanMm(b + 1)),
                head.meanMm(a + 2) - head.meanMm(b + 2));
    }

    private void run() {
        double[][] own = new double[3 * EARS + 1][HEADS];
        double[][] left = new double[3 * EARS + 1][HEADS];
        Random random = new Random(11);
        double[] mean = modelled(new double[head.modeCount()]);
        for (int trial = 0; trial < HEADS; trial++) {
            double[] shape = drawn(random, mean);
            double[] coefficients = new double[head.modeCount()];
            double[] moved = shape;
            for (int round = 0; round < ROUNDS; round++) {
                moved = new Procrustes(weights).align(shape, modelled(coefficients));
                coefficients = coefficients(moved, mean);
            }
            double[] predicted = modelled(coefficients);
            int first = 3 * FacePoints.MESH_COUNT;
            for (int i = 0; i < 3 * EARS; i++) {
                own[i][trial] = moved[first + i] - mean[first + i];
                left[i][trial] = moved[first + i] - predicted[first + i];
            }
            own[3 * EARS][trial] = own[4][trial] - own[1][trial];
            left[3 * EARS][trial] = left[4][trial] - left[1][trial];
        }
        print(own, left);
    }

    private static void print(double[][] own, double[][] left) {
        System.out.println("standard deviation over " + HEADS + " heads; in brackets what is left of it after the fit, mm");
        for (int i = 0; i < EARS; i += 2) {
            System.out.printf(Locale.ROOT, "%-14s", PLACES[i / 2]);
            for (int axis = 0; axis < 3; axis++) {
                System.out.printf(Locale.ROOT, "  %s %.1f (%.1f)", "xyz".charAt(axis), sd(own[3 * i + 3 + axis]), sd(left[3 * i + 3 + axis]));
            }
            System.out.println();
        }
        System.out.printf(Locale.ROOT, "left ear higher than right  %.1f (%.1f)%n", sd(own[3 * EARS]), sd(left[3 * EARS]));
    }

    private static double sd(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
    }

    /** Landmarks of a head, in the place of the released model's mean, and its ears. */
    private double[] drawn(Random random, double[] mean) {
        double[] shape = mean.clone();
        for (float[] mode : reference.identity()) {
            double c = random.nextGaussian();
            for (int i = 0; i < vertices.length; i++) {
                for (int axis = 0; axis < 3; axis++) {
                    double breadth = i >= FacePoints.MESH_COUNT && axis == 0 ? narrowed : 1;
                    shape[3 * i + axis] += factor * breadth * c * mode[3 * vertices[i] + axis];
                }
            }
        }
        for (int i = 0; i < 3 * FacePoints.MESH_COUNT; i++) {
            shape[i] += LABEL_SD_MM * random.nextGaussian();
        }
        return shape;
    }

    private double[] modelled(double[] coefficients) {
        double[] shape = new double[3 * vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            for (int axis = 0; axis < 3; axis++) {
                int at = 3 * vertexOf(i) + axis;
                double value = head.meanMm(at);
                for (int k = 0; k < coefficients.length; k++) {
                    value += coefficients[k] * head.modeMm(k, at);
                }
                shape[3 * i + axis] = value;
            }
        }
        return shape;
    }

    private int vertexOf(int i) {
        HeadModel.Named[] ears = {HeadModel.Named.RIGHT_EAR_ROOT, HeadModel.Named.LEFT_EAR_ROOT, HeadModel.Named.RIGHT_EAR_FOLD,
            HeadModel.Named.LEFT_EAR_FOLD, HeadModel.Named.RIGHT_TRAGION, HeadModel.Named.LEFT_TRAGION};
        return i < FacePoints.MESH_COUNT ? i : head.vertex(ears[i - FacePoints.MESH_COUNT]);
    }

    private LinearSolverDense<DMatrixRMaj> solver() {
        DMatrixRMaj normal = new DMatrixRMaj(head.modeCount(), head.modeCount());
        for (int p = 0; p < head.modeCount(); p++) {
            normal.set(p, p, 1);
            for (int q = 0; q < head.modeCount(); q++) {
                for (int i = 0; i < 3 * FacePoints.MESH_COUNT; i++) {
                    normal.add(p, q, weights[i / 3] * head.modeMm(p, i) * head.modeMm(q, i));
                }
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(head.modeCount());
        if (!solver.setA(normal)) {
            throw new IllegalStateException("the landmarks do not determine the modes");
        }
        return solver;
    }

    /** Those of largest posterior probability. */
    private double[] coefficients(double[] shape, double[] mean) {
        DMatrixRMaj right = new DMatrixRMaj(head.modeCount(), 1);
        for (int p = 0; p < head.modeCount(); p++) {
            for (int i = 0; i < 3 * FacePoints.MESH_COUNT; i++) {
                right.add(p, 0, weights[i / 3] * head.modeMm(p, i) * (shape[i] - mean[i]));
            }
        }
        DMatrixRMaj solution = new DMatrixRMaj(head.modeCount(), 1);
        solver.solve(right, solution);
        return solution.getData();
    }
}
