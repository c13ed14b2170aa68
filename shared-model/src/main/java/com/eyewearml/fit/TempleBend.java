package com.eyewearml.fit;

import java.util.Arrays;

/** Finds where a temple begins to bend down behind the ear. */
public final class TempleBend {
    /** Distance behind the hinge of the bend of a temple of 145 mm, for temples that show none. */
    public static final double COMMON_MM = 100;

    private static final float SLICE_MM = 4;
    private static final double STRAIGHT_FROM_MM = 15;
    private static final double STRAIGHT_TO_MM = 65;
    private static final double LEAVES_LINE_MM = 1.5;
    private static final int SLICES = 60;

    private TempleBend() { }

    /**
     * Follows the middle between the upper and the lower edge of a temple, which runs straight from the hinge to the bend however it tapers.
     *
     * @param vertices  x, y, z of a vertex are the first of every {@code stride} values; frame coordinates, millimetres
     * @param triangles vertex numbers, three for each triangle of one temple, unfolded
     * @param hingeZMm  its hinge
     * @return distance behind the hinge, along −z
     */
    public static double behindHingeMm(float[] vertices, int stride, int[] triangles, double hingeZMm) {
        double[] upper = new double[SLICES];
        double[] lower = new double[SLICES];
        Arrays.fill(upper, Double.NEGATIVE_INFINITY);
        Arrays.fill(lower, Double.POSITIVE_INFINITY);
        for (int vertex : triangles) {
            double behind = hingeZMm - vertices[stride * vertex + 2];
            int slice = (int) Math.round(behind / SLICE_MM);
            if (slice >= 0 && slice < SLICES) {
                upper[slice] = Math.max(upper[slice], vertices[stride * vertex + 1]);
                lower[slice] = Math.min(lower[slice], vertices[stride * vertex + 1]);
            }
        }
        double[] middle = new double[SLICES];
        for (int i = 0; i < SLICES; i++) {
            middle[i] = upper[i] < lower[i] ? Double.NaN : (upper[i] + lower[i]) / 2;
        }
        return leavesLineMm(middle);
    }

    /** Where the line leaves the straight line through its first part; NaN stands for slices without a vertex. */
    private static double leavesLineMm(double[] middle) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < SLICES; i++) {
            double x = i * SLICE_MM;
            if (x >= STRAIGHT_FROM_MM && x <= STRAIGHT_TO_MM && !Double.isNaN(middle[i])) {
                n++;
                sx += x;
                sy += middle[i];
                sxx += x * x;
                sxy += x * middle[i];
            }
        }
        double spread = n * sxx - sx * sx;
        if (n < 3 || spread == 0) {
            return COMMON_MM;
        }
        double slope = (n * sxy - sx * sy) / spread;
        double start = (sy - slope * sx) / n;
        double lastX = STRAIGHT_TO_MM;
        double lastDrop = 0;
        for (int i = (int) (STRAIGHT_TO_MM / SLICE_MM) + 1; i < SLICES; i++) {
            if (Double.isNaN(middle[i])) {
                continue;
            }
            double x = i * SLICE_MM;
            double drop = start + slope * x - middle[i];
            if (drop > LEAVES_LINE_MM) {
                return lastX + (x - lastX) * Math.max(0, LEAVES_LINE_MM - lastDrop) / (drop - lastDrop);
            }
            lastX = x;
            lastDrop = drop;
        }
        return COMMON_MM;
    }
}
