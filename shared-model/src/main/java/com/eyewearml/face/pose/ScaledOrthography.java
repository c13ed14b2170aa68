package com.eyewearml.face.pose;

/**
 * First guess of a pose: the camera is taken for a scaled parallel projection, as in the first round of POSIT (DeMenthon and Davis
 * 1995). An affine map from the head to slopes is fitted by weighted least squares; the nearest pair of orthogonal rows of equal
 * length gives rotation and distance.
 */
public final class ScaledOrthography {
    private static final double MIN_SLOPE_PER_MM = 1e-6;
    /** Rows whose directions differ by less than this sine are one row: the points lie on a line in the picture. */
    private static final double MIN_ROW_SINE = 1e-3;

    private final SymmetricSolver solver = new SymmetricSolver(3);
    private final double[] spread = new double[9];
    private final double[] rowX = new double[3];
    private final double[] rowY = new double[3];
    private final double[] meanMm = new double[3];

    /**
     * @param shapeMm x, y, z of each point in the head frame
     * @param slopes x, y of each point's ray
     * @param weights one for each point
     * @return false if the points do not determine a pose; then {@code out} is of no use
     */
    public boolean solve(float[] shapeMm, double[] slopes, double[] weights, RigidPose out) {
        double total = 0;
        double meanU = 0;
        double meanV = 0;
        clear();
        for (int i = 0; i < weights.length; i++) {
            double w = weights[i];
            total += w;
            meanU += w * slopes[2 * i];
            meanV += w * slopes[2 * i + 1];
            for (int a = 0; a < 3; a++) {
                meanMm[a] += w * shapeMm[3 * i + a];
            }
        }
        meanU /= total;
        meanV /= total;
        for (int a = 0; a < 3; a++) {
            meanMm[a] /= total;
        }
        for (int i = 0; i < weights.length; i++) {
            accumulate(weights[i], shapeMm[3 * i] - meanMm[0], shapeMm[3 * i + 1] - meanMm[1], shapeMm[3 * i + 2] - meanMm[2],
                    slopes[2 * i] - meanU, slopes[2 * i + 1] - meanV);
        }
        if (!solver.decompose(spread)) {
            return false;
        }
        solver.solve(rowX, rowX);
        solver.solve(rowY, rowY);
        double slopePerMm = orthogonalise();
        if (!(slopePerMm > MIN_SLOPE_PER_MM)) {
            return false;
        }
        double distance = 1 / slopePerMm;
        for (int a = 0; a < 3; a++) {
            out.r[a] = rowX[a];
            out.r[3 + a] = rowY[a];
            out.r[6 + a] = rowX[(a + 1) % 3] * rowY[(a + 2) % 3] - rowX[(a + 2) % 3] * rowY[(a + 1) % 3];
        }
        out.t[0] = distance * meanU - turned(out, 0);
        out.t[1] = distance * meanV - turned(out, 1);
        out.t[2] = -distance - turned(out, 2);
        return out.isFinite();
    }

    private double turned(RigidPose pose, int row) {
        return pose.r[3 * row] * meanMm[0] + pose.r[3 * row + 1] * meanMm[1] + pose.r[3 * row + 2] * meanMm[2];
    }

    private void clear() {
        for (int i = 0; i < 9; i++) {
            spread[i] = 0;
        }
        for (int a = 0; a < 3; a++) {
            rowX[a] = 0;
            rowY[a] = 0;
            meanMm[a] = 0;
        }
    }

    private void accumulate(double w, double x, double y, double z, double u, double v) {
        spread[0] += w * x * x;
        spread[3] += w * x * y;
        spread[4] += w * y * y;
        spread[6] += w * x * z;
        spread[7] += w * y * z;
        spread[8] += w * z * z;
        rowX[0] += w * u * x;
        rowX[1] += w * u * y;
        rowX[2] += w * u * z;
        rowY[0] += w * v * x;
        rowY[1] += w * v * y;
        rowY[2] += w * v * z;
    }

    /**
     * Replaces the two rows A by the orthonormal rows nearest to them, (A Aᵀ)^(−1/2) A, and returns the mean of A's singular values, or
     * 0 where the rows are parallel. For a 2 × 2 matrix M with determinant D and trace T, √M = (M + √D I) / √(T + 2 √D).
     */
    private double orthogonalise() {
        double xx = dot(rowX, rowX);
        double xy = dot(rowX, rowY);
        double yy = dot(rowY, rowY);
        double rootD = Math.sqrt(Math.max(0, xx * yy - xy * xy));
        if (!(rootD > MIN_ROW_SINE * Math.max(xx, yy))) {
            return 0;
        }
        double sum = Math.sqrt(xx + yy + 2 * rootD);
        double a = (xx + rootD) / sum;
        double b = xy / sum;
        double c = (yy + rootD) / sum;
        double det = a * c - b * b;
        for (int k = 0; k < 3; k++) {
            double x = rowX[k];
            double y = rowY[k];
            rowX[k] = (c * x - b * y) / det;
            rowY[k] = (a * y - b * x) / det;
        }
        return sum / 2;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
