package com.eyewearml.facemodel.train;

import java.util.random.RandomGenerator;

/**
 * Leading principal components by subspace iteration (Golub and Van Loan, Matrix Computations, 8.2.4).
 *
 * @param mean       mean of the data
 * @param components orthonormal, strongest first: {@code [k][dimension]}
 * @param deviations standard deviation of the data along each component
 */
record PrincipalComponents(float[] mean, double[][] components, double[] deviations) {
    private static final int ITERATIONS = 12;

    /** @param rows {@code [samples][dimension]} */
    static PrincipalComponents of(float[][] rows, int count) {
        int n = rows.length;
        int d = rows[0].length;
        float[] mean = new float[d];
        for (float[] row : rows) {
            for (int i = 0; i < d; i++) {
                mean[i] += row[i] / n;
            }
        }
        float[][] centred = new float[n][d];
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < d; i++) {
                centred[s][i] = rows[s][i] - mean[i];
            }
        }
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        double[][] basis = new double[count][d];
        for (double[] b : basis) {
            for (int i = 0; i < d; i++) {
                b[i] = random.nextGaussian();
            }
        }
        double[] deviations = new double[count];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            orthonormalise(basis);
            double[][] next = new double[count][d];
            for (int k = 0; k < count; k++) {
                double variance = 0;
                for (float[] row : centred) {
                    double dot = 0;
                    for (int i = 0; i < d; i++) {
                        dot += row[i] * basis[k][i];
                    }
                    variance += dot * dot;
                    for (int i = 0; i < d; i++) {
                        next[k][i] += dot * row[i];
                    }
                }
                deviations[k] = Math.sqrt(variance / n);
            }
            if (iteration < ITERATIONS - 1) {
                basis = next;
            }
        }
        return new PrincipalComponents(mean, basis, deviations);
    }

    /** Modified Gram–Schmidt. */
    private static void orthonormalise(double[][] basis) {
        for (int k = 0; k < basis.length; k++) {
            for (int j = 0; j < k; j++) {
                double dot = 0;
                for (int i = 0; i < basis[k].length; i++) {
                    dot += basis[k][i] * basis[j][i];
                }
                for (int i = 0; i < basis[k].length; i++) {
                    basis[k][i] -= dot * basis[j][i];
                }
            }
            double norm = 0;
            for (double v : basis[k]) {
                norm += v * v;
            }
            norm = Math.sqrt(norm);
            for (int i = 0; i < basis[k].length; i++) {
                basis[k][i] /= norm;
            }
        }
    }
}
