package com.eyewearml.facemodel.faces;

/**
 * Smooth displacement through scattered points by multilevel B-splines: each level fits the remainder of the coarser ones on a
 * lattice of half their spacing (Lee, Wolberg, Shin: Scattered data interpolation with multilevel B-splines, IEEE TVCG 3(3),
 * 1997, section 3; the levels are evaluated one by one instead of refined into one lattice).
 */
final class ScatteredSpline {
    private final float width;
    private final float height;
    private final int levels;

    /** @param levels number of lattices; the finest spacing is {@code width / 2^(levels - 1)} */
    ScatteredSpline(float width, float height, int levels) {
        this.width = width;
        this.height = height;
        this.levels = levels;
    }

    /**
     * Adds the displacement to {@code out}.
     *
     * @param at    x, y, z triples on the field; z is ignored
     * @param moved where each point is displaced to, triples
     */
    void fit(float[] at, float[] moved, WarpField out) {
        int n = at.length / 3;
        float[] rx = new float[n];
        float[] ry = new float[n];
        for (int i = 0; i < n; i++) {
            rx[i] = moved[3 * i] - at[3 * i];
            ry[i] = moved[3 * i + 1] - at[3 * i + 1];
        }
        for (int level = 0; level < levels; level++) {
            float spacing = width / (1 << level);
            int columns = (int) Math.ceil(width / spacing) + 3;
            int rows = (int) Math.ceil(height / spacing) + 3;
            addLevel(at, rx, spacing, columns, rows, out, out.dx);
            addLevel(at, ry, spacing, columns, rows, out, out.dy);
        }
    }

    private void addLevel(float[] at, float[] rest, float spacing, int columns, int rows, WarpField out, float[] component) {
        double[] sum = new double[columns * rows];
        double[] weight = new double[columns * rows];
        float[] bx = new float[4];
        float[] by = new float[4];
        for (int p = 0; p < rest.length; p++) {
            int node = locate(at[3 * p], at[3 * p + 1], spacing, columns, rows, bx, by);
            double squares = 0;
            for (int k = 0; k < 16; k++) {
                double w = bx[k & 3] * by[k >> 2];
                squares += w * w;
            }
            for (int k = 0; k < 16; k++) {
                double w = bx[k & 3] * by[k >> 2];
                int c = node + (k >> 2) * columns + (k & 3);
                sum[c] += w * w * w * rest[p] / squares;
                weight[c] += w * w;
            }
        }
        float[] lattice = new float[sum.length];
        for (int c = 0; c < sum.length; c++) {
            lattice[c] = weight[c] == 0 ? 0 : (float) (sum[c] / weight[c]);
        }
        for (int p = 0; p < rest.length; p++) {
            rest[p] -= value(lattice, locate(at[3 * p], at[3 * p + 1], spacing, columns, rows, bx, by), columns, bx, by);
        }
        for (int j = 0; j < out.rows; j++) {
            for (int i = 0; i < out.columns; i++) {
                int node = locate((i + 0.5f) * out.step, (j + 0.5f) * out.step, spacing, columns, rows, bx, by);
                component[j * out.columns + i] += value(lattice, node, columns, bx, by);
            }
        }
    }

    private static int locate(float x, float y, float spacing, int columns, int rows, float[] bx, float[] by) {
        float u = Math.clamp(x / spacing, 0, columns - 3.001f);
        float v = Math.clamp(y / spacing, 0, rows - 3.001f);
        basis(u - (int) u, bx);
        basis(v - (int) v, by);
        return (int) v * columns + (int) u;
    }

    private static void basis(float t, float[] b) {
        float s = 1 - t;
        b[0] = s * s * s / 6;
        b[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
        b[2] = (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6;
        b[3] = t * t * t / 6;
    }

    private static float value(float[] lattice, int node, int columns, float[] bx, float[] by) {
        float sum = 0;
        for (int k = 0; k < 16; k++) {
            sum += bx[k & 3] * by[k >> 2] * lattice[node + (k >> 2) * columns + (k & 3)];
        }
        return sum;
    }
}
