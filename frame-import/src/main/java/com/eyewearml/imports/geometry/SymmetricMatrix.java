package com.eyewearml.imports.geometry;

import org.joml.Vector3d;

/** Eigenvectors of a real symmetric 3 × 3 matrix by Jacobi's rotations (Golub and Van Loan, Matrix Computations, section 8.5). */
public final class SymmetricMatrix {
    private static final int MAX_SWEEPS = 40;

    private final double[][] a = new double[3][3];

    /** Adds {@code weight} times the symmetric part of p qᵀ. */
    public void add(Vector3d p, Vector3d q, double weight) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                a[i][j] += weight * (p.get(i) * q.get(j) + q.get(i) * p.get(j)) / 2;
            }
        }
    }

    /**
     * Unit eigenvectors, the one with the largest eigenvalue first.
     *
     * @param values receives the eigenvalues in the same order
     */
    public Vector3d[] eigenvectors(double[] values) {
        double[][] m = {a[0].clone(), a[1].clone(), a[2].clone()};
        double[][] v = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            rotate(m, v, 0, 1);
            rotate(m, v, 0, 2);
            rotate(m, v, 1, 2);
        }
        Integer[] order = {0, 1, 2};
        java.util.Arrays.sort(order, (i, j) -> Double.compare(m[j][j], m[i][i]));
        Vector3d[] vectors = new Vector3d[3];
        for (int k = 0; k < 3; k++) {
            int column = order[k];
            values[k] = m[column][column];
            vectors[k] = new Vector3d(v[0][column], v[1][column], v[2][column]);
        }
        return vectors;
    }

    private static void rotate(double[][] m, double[][] v, int p, int q) {
        if (m[p][q] == 0) {
            return;
        }
        double theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < 3; k++) {
            double kp = m[k][p];
            double kq = m[k][q];
            m[k][p] = c * kp - s * kq;
            m[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < 3; k++) {
            double pk = m[p][k];
            double qk = m[q][k];
            m[p][k] = c * pk - s * qk;
            m[q][k] = s * pk + c * qk;
            double kp = v[k][p];
            double kq = v[k][q];
            v[k][p] = c * kp - s * kq;
            v[k][q] = s * kp + c * kq;
        }
    }
}
