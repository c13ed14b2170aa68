package com.eyewearml.facemodel.head;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** Weighted Procrustes analysis of point sets in three dimensions: x, y, z triples, one weight a point. */
public final class Procrustes {
    private static final int ROUNDS = 6;

    private final double[] weights;
    private final SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(3, 3, true, true, false);

    /** @param weights one a point; points of weight 0 are moved along without a say */
    public Procrustes(double[] weights) {
        this.weights = weights;
    }

    /**
     * Moves a shape onto another by the similarity with the least weighted squares (Umeyama 1991, eq. 40–42).
     *
     * @return the moved shape
     */
    public double[] align(double[] shape, double[] target) {
        double[] from = centroid(shape);
        double[] to = centroid(target);
        DMatrixRMaj covariance = new DMatrixRMaj(3, 3);
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int a = 0; a < 3; a++) {
                double s = shape[3 * i + a] - from[a];
                variance += weights[i] * s * s;
                for (int b = 0; b < 3; b++) {
                    covariance.add(b, a, weights[i] * s * (target[3 * i + b] - to[b]));
                }
            }
        }
        svd.decompose(covariance);
        DMatrixRMaj u = svd.getU(null, false);
        DMatrixRMaj v = svd.getV(null, false);
        double[] s = svd.getSingularValues();
        DMatrixRMaj signs = CommonOps_DDRM.identity(3);
        if (CommonOps_DDRM.det(u) * CommonOps_DDRM.det(v) < 0) {
            int smallest = s[0] < s[1] ? (s[0] < s[2] ? 0 : 2) : (s[1] < s[2] ? 1 : 2);
            signs.set(smallest, smallest, -1);
        }
        double trace = 0;
        for (int a = 0; a < 3; a++) {
            trace += s[a] * signs.get(a, a);
        }
        DMatrixRMaj signed = new DMatrixRMaj(3, 3);
        DMatrixRMaj rotation = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.mult(u, signs, signed);
        CommonOps_DDRM.multTransB(signed, v, rotation);
        double scale = trace / variance;
        double[] moved = new double[shape.length];
        for (int i = 0; i < shape.length; i += 3) {
            for (int a = 0; a < 3; a++) {
                double sum = 0;
                for (int b = 0; b < 3; b++) {
                    sum += rotation.get(a, b) * (shape[i + b] - from[b]);
                }
                moved[i + a] = scale * sum + to[a];
            }
        }
        return moved;
    }

    /** Generalised Procrustes analysis (Gower 1975): the mean of shapes that are all moved onto it; its scale is the first shape's. */
    double[] mean(List<double[]> shapes) {
        double[] mean = shapes.getFirst().clone();
        double size = size(mean);
        for (int round = 0; round < ROUNDS; round++) {
            double[] sum = new double[mean.length];
            for (double[] shape : shapes) {
                double[] moved = align(shape, mean);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += moved[i];
                }
            }
            double scale = size / size(sum);
            for (int i = 0; i < sum.length; i++) {
                mean[i] = scale * sum[i];
            }
        }
        return mean;
    }

    private double[] centroid(double[] shape) {
        double[] centroid = new double[3];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            total += weights[i];
            for (int a = 0; a < 3; a++) {
                centroid[a] += weights[i] * shape[3 * i + a];
            }
        }
        for (int a = 0; a < 3; a++) {
            centroid[a] /= total;
        }
        return centroid;
    }

    private double size(double[] shape) {
        double[] centre = centroid(shape);
        double sum = 0;
        for (int i = 0; i < shape.length; i++) {
            double d = shape[i] - centre[i % 3];
            sum += weights[i / 3] * d * d;
        }
        return Math.sqrt(sum);
    }
}
