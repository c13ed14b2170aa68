package com.eyewearml.frame.preview;

import java.util.Arrays;
import org.joml.Vector3d;

/** A few rows of samples: depth and linear colour. */
final class Band {
    private static final double SHOULDER = 0.92;

    private final PreviewCamera camera;
    private final int firstRow;
    private final int rows;
    private final int columns;
    private final float[] depth;
    private final float[] colour;
    private final float[] point = new float[PreviewScene.CORNER_FLOATS];
    private final float[] rgb = new float[3];
    private final double[] view = new double[3];

    Band(PreviewCamera camera, int firstRow, int rows, int columns) {
        this.camera = camera;
        this.firstRow = firstRow;
        this.rows = rows;
        this.columns = columns;
        depth = new float[rows * columns];
        colour = new float[3 * rows * columns];
        Arrays.fill(depth, Float.MAX_VALUE);
    }

    /** Paints the table, which runs into the background without a horizon, and the shadow on it; one look-up for each pixel. */
    void fillTable(GroundShadow shadow, float[] background, int samples) {
        Vector3d ray = new Vector3d();
        for (int row = 0; row < rows; row += samples) {
            for (int column = 0; column < columns; column += samples) {
                camera.ray(column + samples / 2.0, firstRow + row + samples / 2.0, ray);
                double reach = ray.y < 0 ? -camera.eye().y / ray.y : 0;
                double lit = reach > 0 ? shadow.lit(camera.eye().x + ray.x * reach, camera.eye().z + ray.z * reach) : 1;
                for (int i = 0; i < samples * samples; i++) {
                    int at = 3 * ((row + i / samples) * columns + column + i % samples);
                    for (int c = 0; c < 3; c++) {
                        colour[at + c] = (float) (background[c] * lit);
                    }
                }
            }
        }
    }

    void draw(ScreenTriangle triangle, SurfaceShader shader) {
        int from = Math.max(firstRow, triangle.firstRow());
        int to = Math.min(firstRow + rows - 1, triangle.lastRow());
        for (int row = from; row <= to; row++) {
            drawRow(triangle, row, shader);
        }
    }

    private void drawRow(ScreenTriangle triangle, int row, SurfaceShader shader) {
        double[] s = triangle.screen();
        double y = row + 0.5;
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (int a = 0, b = 6; a < 9; b = a, a += 3) {
            if (s[a + 1] <= y != s[b + 1] <= y) {
                double x = s[a] + (s[b] - s[a]) * (y - s[a + 1]) / (s[b + 1] - s[a + 1]);
                left = Math.min(left, x);
                right = Math.max(right, x);
            }
        }
        int first = (int) Math.ceil(Math.max(0, left) - 0.5);
        int last = (int) Math.ceil(Math.min(columns, right) - 0.5) - 1;
        double area = triangle.area();
        for (int column = first; column <= last; column++) {
            double x = column + 0.5;
            double w1 = ((x - s[0]) * (s[7] - s[1]) - (y - s[1]) * (s[6] - s[0])) / area / s[5];
            double w2 = ((s[3] - s[0]) * (y - s[1]) - (s[4] - s[1]) * (x - s[0])) / area / s[8];
            double w0 = (1 - w1 * s[5] - w2 * s[8]) / s[2];
            double inverse = w0 + w1 + w2;
            sample(triangle, (row - firstRow) * columns + column, w0 / inverse, w1 / inverse, w2 / inverse, (float) (1 / inverse), shader);
        }
    }

    private void sample(ScreenTriangle triangle, int at, double w0, double w1, double w2, float z, SurfaceShader shader) {
        if (z >= depth[at]) {
            return;
        }
        float[] corners = triangle.corners();
        for (int k = 0; k < point.length; k++) {
            point[k] = (float) (corners[k] * w0 + corners[k + point.length] * w1 + corners[k + 2 * point.length] * w2);
        }
        double vx = camera.eye().x - point[0];
        double vy = camera.eye().y - point[1];
        double vz = camera.eye().z - point[2];
        double length = Math.sqrt(vx * vx + vy * vy + vz * vz);
        view[0] = vx / length;
        view[1] = vy / length;
        view[2] = vz / length;
        System.arraycopy(colour, 3 * at, rgb, 0, 3);
        shader.shade(triangle.material(), point, view, rgb);
        System.arraycopy(rgb, 0, colour, 3 * at, 3);
        if (!ProductPhotographer.transmissive(triangle.material())) {
            depth[at] = z;
        }
    }

    /** Averages the samples of each pixel into sRGB; highlights are compressed sample by sample so that they do not fray. */
    void average(int[] argb, int firstPixelRow, int width, int samples) {
        for (int row = 0; row < rows / samples; row++) {
            for (int column = 0; column < width; column++) {
                int packed = 0xFF;
                for (int c = 0; c < 3; c++) {
                    double sum = 0;
                    for (int i = 0; i < samples * samples; i++) {
                        int at = (row * samples + i / samples) * columns + column * samples + i % samples;
                        sum += compressed(colour[3 * at + c]);
                    }
                    packed = packed << 8 | srgb(sum / (samples * samples));
                }
                argb[(firstPixelRow + row) * width + column] = packed;
            }
        }
    }

    /** Linear to the shoulder, then bending towards 1. */
    private static double compressed(double value) {
        if (value <= SHOULDER) {
            return Math.max(0, value);
        }
        double over = (value - SHOULDER) / (1 - SHOULDER);
        return SHOULDER + (1 - SHOULDER) * (1 - Math.exp(-over));
    }

    private static int srgb(double value) {
        double encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.clamp(encoded, 0, 1));
    }
}
