package com.eyewearml.facemodel.head;

import com.eyewearml.face.FacePoints;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Lays a symmetric landmark shape over the reference head by iterated closest points (Besl and McKay 1992) with a scale, a pitch, a
 * shift in the mirror plane and one factor on the shape's own depth, the axis along which machine labels are least sure.
 */
final class Registration {
    /** Landmark and iBUG point that mark the same place. */
    private static final int[][] ANCHORS = {{33, 36}, {133, 39}, {362, 42}, {263, 45}, {168, 27}, {2, 33}, {98, 31}, {327, 35},
            {61, 48}, {291, 54}};
    private static final int ROUNDS = 40;
    private static final double ANCHOR_WEIGHT = 5;
    private static final double ROBUST_MM = 4;

    private final ReferenceHead head;
    private double scale = 1;
    private double depthScale = 1;
    private double pitchRad;
    private double upMm;
    private double outMm;

    Registration(ReferenceHead head) {
        this.head = head;
    }

    /** Depth the shape has to be multiplied by, relative to its height and breadth, to agree with the reference head. */
    double depthFactor() {
        return depthScale / scale;
    }

    double pitchDeg() {
        return Math.toDegrees(pitchRad);
    }

    /** Finds scale, depth factor, pitch and shift. */
    void solve(double[] shape) {
        int anchors = ANCHORS.length;
        int count = FacePoints.MESH_COUNT + anchors;
        double[] from = new double[3 * count];
        double[] to = new double[3 * count];
        double[] weights = new double[count];
        System.arraycopy(shape, 0, from, 0, 3 * FacePoints.MESH_COUNT);
        for (int i = 0; i < anchors; i++) {
            int at = FacePoints.MESH_COUNT + i;
            System.arraycopy(shape, 3 * ANCHORS[i][0], from, 3 * at, 3);
            System.arraycopy(head.vertices(), 3 * head.landmarks68()[ANCHORS[i][1]], to, 3 * at, 3);
            weights[at] = ANCHOR_WEIGHT;
        }
        fitUntilStill(from, to, weights);
        for (int round = 0; round < ROUNDS; round++) {
            double[] moved = apply(shape);
            for (int i = 0; i < FacePoints.MESH_COUNT; i++) {
                int nearest = head.nearest(moved[3 * i], moved[3 * i + 1], moved[3 * i + 2]);
                System.arraycopy(head.vertices(), 3 * nearest, to, 3 * i, 3);
                double d = distance(moved, i, to, i) / ROBUST_MM;
                weights[i] = 1 / (1 + d * d);
            }
            fitUntilStill(from, to, weights);
        }
    }

    /** Moves a shape into the reference head's frame. */
    double[] apply(double[] shape) {
        double cos = Math.cos(pitchRad);
        double sin = Math.sin(pitchRad);
        double[] moved = new double[shape.length];
        for (int i = 0; i < shape.length; i += 3) {
            double y = scale * shape[i + 1];
            double z = depthScale * shape[i + 2];
            moved[i] = scale * shape[i];
            moved[i + 1] = cos * y - sin * z + upMm;
            moved[i + 2] = sin * y + cos * z + outMm;
        }
        return moved;
    }

    private void fitUntilStill(double[] from, double[] to, double[] weights) {
        for (int i = 0; i < 10; i++) {
            gaussNewton(from, to, weights);
        }
    }

    private void gaussNewton(double[] from, double[] to, double[] weights) {
        DMatrixRMaj normal = new DMatrixRMaj(5, 5);
        DMatrixRMaj right = new DMatrixRMaj(5, 1);
        double cos = Math.cos(pitchRad);
        double sin = Math.sin(pitchRad);
        double[] moved = apply(from);
        for (int i = 0; i < weights.length; i++) {
            double x = from[3 * i];
            double y = from[3 * i + 1];
            double z = from[3 * i + 2];
            double[][] rows = {
                {x, 0, 0, 0, 0},
                {cos * y, -sin * z, -sin * scale * y - cos * depthScale * z, 1, 0},
                {sin * y, cos * z, cos * scale * y - sin * depthScale * z, 0, 1}};
            for (int a = 0; a < 3; a++) {
                double residual = to[3 * i + a] - moved[3 * i + a];
                for (int p = 0; p < 5; p++) {
                    right.add(p, 0, weights[i] * rows[a][p] * residual);
                    for (int q = 0; q < 5; q++) {
                        normal.add(p, q, weights[i] * rows[a][p] * rows[a][q]);
                    }
                }
            }
        }
        DMatrixRMaj step = new DMatrixRMaj(5, 1);
        if (!CommonOps_DDRM.solve(normal, right, step)) {
            throw new IllegalStateException("the shape does not determine a registration: its points lie on a line");
        }
        scale += step.get(0);
        depthScale += step.get(1);
        pitchRad += step.get(2);
        upMm += step.get(3);
        outMm += step.get(4);
    }

    static double distance(double[] a, int i, double[] b, int j) {
        double dx = a[3 * i] - b[3 * j];
        double dy = a[3 * i + 1] - b[3 * j + 1];
        double dz = a[3 * i + 2] - b[3 * j + 2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
