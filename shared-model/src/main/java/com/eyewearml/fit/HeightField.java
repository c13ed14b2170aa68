package com.eyewearml.fit;

import java.util.Arrays;

/** Foremost z of triangles over a grid in x and y; millimetres. Between grid points it is bilinear, so it is continuous. */
final class HeightField {
    /** Stands for places beside all triangles: far behind, yet finite, so that weighing with it stays defined. */
    static final float NOTHING_MM = -1000;

    private final float left;
    private final float bottom;
    private final float step;
    private final int columns;
    private final int rows;
    private final float[] z;

    HeightField(float left, float bottom, float right, float top, float step) {
        this.left = left;
        this.bottom = bottom;
        this.step = step;
        columns = Math.round((right - left) / step) + 1;
        rows = Math.round((top - bottom) / step) + 1;
        z = new float[columns * rows];
        clear();
    }

    void clear() {
        Arrays.fill(z, NOTHING_MM);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    float x(int column) {
        return left + column * step;
    }

    float y(int row) {
        return bottom + row * step;
    }

    float z(int column, int row) {
        return z[row * columns + column];
    }

    /** Raises the field to a triangle; the arguments are where its corners' x, y, z begin and what their z is multiplied by. */
    void raise(float[] points, int a, int b, int c, float zFactor) {
        float ax = points[a];
        float ay = points[a + 1];
        float bx = points[b] - ax;
        float by = points[b + 1] - ay;
        float cx = points[c] - ax;
        float cy = points[c + 1] - ay;
        float area = bx * cy - by * cx;
        if (area == 0) {
            return;
        }
        float az = zFactor * points[a + 2];
        float bz = zFactor * points[b + 2] - az;
        float cz = zFactor * points[c + 2] - az;
        int firstColumn = Math.max(0, (int) Math.ceil((ax + Math.min(0, Math.min(bx, cx)) - left) / step));
        int lastColumn = Math.min(columns - 1, (int) Math.floor((ax + Math.max(0, Math.max(bx, cx)) - left) / step));
        int firstRow = Math.max(0, (int) Math.ceil((ay + Math.min(0, Math.min(by, cy)) - bottom) / step));
        int lastRow = Math.min(rows - 1, (int) Math.floor((ay + Math.max(0, Math.max(by, cy)) - bottom) / step));
        for (int row = firstRow; row <= lastRow; row++) {
            float py = y(row) - ay;
            for (int column = firstColumn; column <= lastColumn; column++) {
                float px = x(column) - ax;
                float s = (px * cy - py * cx) / area;
                float t = (bx * py - by * px) / area;
                if (s >= 0 && t >= 0 && s + t <= 1) {
                    int at = row * columns + column;
                    z[at] = Math.max(z[at], az + s * bz + t * cz);
                }
            }
        }
    }

    /** Height over a place; {@link #NOTHING_MM} outside the grid. */
    double z(double x, double y) {
        double u = (x - left) / step;
        double v = (y - bottom) / step;
        int column = (int) u;
        int row = (int) v;
        if (!(u >= 0 && v >= 0 && column < columns - 1 && row < rows - 1)) {
            return NOTHING_MM;
        }
        int at = row * columns + column;
        double s = u - column;
        double t = v - row;
        return (z[at] * (1 - s) + z[at + 1] * s) * (1 - t) + (z[at + columns] * (1 - s) + z[at + columns + 1] * s) * t;
    }
}
