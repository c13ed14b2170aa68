package com.eyewearml.frame.geometry;

/** Predicates on points of the plane given by index. */
final class Planar {
    private Planar() {
    }

    /** Twice the signed area of the triangle a, b, c; positive counter-clockwise. */
    static double cross(double[] x, double[] y, int a, int b, int c) {
        return (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
    }

    /** Whether d lies inside the circle through the counter-clockwise triangle a, b, c, by more than rounding. */
    static boolean inCircle(double[] x, double[] y, int a, int b, int c, int d) {
        double ax = x[a] - x[d];
        double ay = y[a] - y[d];
        double bx = x[b] - x[d];
        double by = y[b] - y[d];
        double cx = x[c] - x[d];
        double cy = y[c] - y[d];
        double a2 = ax * ax + ay * ay;
        double b2 = bx * bx + by * by;
        double c2 = cx * cx + cy * cy;
        double determinant = ax * (by * c2 - b2 * cy) - ay * (bx * c2 - b2 * cx) + a2 * (bx * cy - by * cx);
        return determinant > 1e-10 * a2 * b2 * c2 / Math.max(a2, Math.max(b2, c2)) + 1e-12;
    }
}
