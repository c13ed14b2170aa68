package com.eyewearml.face.pose;

/** Solves A x = b for small symmetric positive definite A by Cholesky's decomposition, without allocating. */
public final class SymmetricSolver {
    private final int n;
    private final double[] lower;

    /** Makes room for n unknowns. */
    public SymmetricSolver(int n) {
        this.n = n;
        lower = new double[n * n];
    }

    /**
     * Decomposes a matrix.
     *
     * @param a n × n, of which the lower triangle is read: {@code a[n * row + column]}
     * @return false if the matrix is not positive definite or not finite; then nothing can be solved
     */
    public boolean decompose(double[] a) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[n * i + j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[n * i + k] * lower[n * j + k];
                }
                if (j < i) {
                    lower[n * i + j] = sum / lower[n * j + j];
                } else if (sum > 0 && sum < Double.POSITIVE_INFINITY) {
                    lower[n * i + i] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** Solves for a right side with the matrix last decomposed; {@code x} may be {@code b}. */
    public void solve(double[] b, double[] x) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[n * i + k] * x[k];
            }
            x[i] = sum / lower[n * i + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < n; k++) {
                sum -= lower[n * k + i] * x[k];
            }
            x[i] = sum / lower[n * i + i];
        }
    }
}
