package com.eyewearml.facemodel.sample;

import java.util.Arrays;

/**
 * A layer of shaded triangles over a canvas, drawn at twice its resolution, because the rims of glasses are about a pixel wide.
 * What lies behind the canvas's own surfaces is not drawn.
 */
final class Overlay {
    private static final int FINE = 2;
    private static final int VALUES = 4;
    private final int width;
    private final int height;
    private final TriangleRaster raster;
    private final float[] fine;
    /** Share of each canvas pixel that is covered. */
    final float[] alpha;
    private final float[] colour;

    Overlay(int width, int height) {
        this.width = width;
        this.height = height;
        raster = new TriangleRaster(FINE * width, FINE * height);
        fine = new float[VALUES * FINE * FINE * width * height];
        alpha = new float[width * height];
        colour = new float[3 * width * height];
    }

    /**
     * Draws over nothing.
     *
     * @param xyz   vertices on the canvas; overwritten
     * @param looks red, green, blue and opacity of each vertex
     * @param bias  how far the triangles may lie behind the canvas's surface and still show
     */
    void draw(int[] triangles, float[] xyz, float[] looks, int vertices, float[] canvasDepth, float bias) {
        raster.clear();
        Arrays.fill(fine, 0);
        for (int i = 0; i < 3 * vertices; i += 3) {
            xyz[i] *= FINE;
            xyz[i + 1] *= FINE;
        }
        int pitch = FINE * width;
        raster.draw(triangles, xyz, looks, VALUES, (pixel, z, values) -> {
            boolean visible = z - bias < canvasDepth[pixel / pitch / FINE * width + pixel % pitch / FINE];
            for (int k = 0; k < VALUES; k++) {
                fine[VALUES * pixel + k] = visible ? values[k] : 0;
            }
        });
        resolve();
    }

    private void resolve() {
        int pitch = VALUES * FINE * width;
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                int at = FINE * y * pitch + VALUES * FINE * x;
                float a = fine[at + 3] + fine[at + 7] + fine[at + pitch + 3] + fine[at + pitch + 7];
                alpha[i] = a / (FINE * FINE);
                if (a > 0) {
                    for (int k = 0; k < 3; k++) {
                        colour[3 * i + k] = (fine[at + k] * fine[at + 3] + fine[at + 4 + k] * fine[at + 7]
                                + fine[at + pitch + k] * fine[at + pitch + 3] + fine[at + pitch + 4 + k] * fine[at + pitch + 7]) / a;
                    }
                }
            }
        }
    }

    /** Lays what was drawn over the canvas. */
    void composite(Canvas canvas) {
        for (int i = 0; i < alpha.length; i++) {
            float a = alpha[i];
            if (a > 0) {
                canvas.coverage[i] = Math.max(canvas.coverage[i], a);
                for (int k = 3 * i, c = 3 * i; k < 3 * i + 3; k++, c++) {
                    canvas.rgb[k] += a * (colour[c] - canvas.rgb[k]);
                }
            }
        }
    }
}
