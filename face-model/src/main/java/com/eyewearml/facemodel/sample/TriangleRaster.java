package com.eyewearml.facemodel.sample;

import java.util.Arrays;

/**
 * Scan conversion of triangles with a depth buffer (smaller z is nearer). Coordinates are continuous pixels with centres at
 * half-integers. Each row's run of pixels is found from the edges, so no pixel outside a triangle is visited.
 */
final class TriangleRaster {
    private static final float EDGE = -1e-4f;
    private static final float SMALLEST_AREA = 1e-6f;

    /** What to do with the pixels that pass the depth test. */
    interface Fragments {
        /** @param values the vertices' attributes at this pixel */
        void at(int pixel, float z, float[] values);
    }

    final int width;
    final int height;
    final float[] depth;

    TriangleRaster(int width, int height) {
        this.width = width;
        this.height = height;
        depth = new float[width * height];
    }

    void clear() {
        Arrays.fill(depth, Float.MAX_VALUE);
    }

    /**
     * Draws triangles.
     *
     * @param xyz        position of each vertex
     * @param attributes {@code each} values of each vertex
     */
    void draw(int[] triangles, float[] xyz, float[] attributes, int each, Fragments fragments) {
        float[] values = new float[each];
        for (int t = 0; t < triangles.length; t += 3) {
            triangle(triangles[t], triangles[t + 1], triangles[t + 2], xyz, attributes, values, fragments);
        }
    }

    private void triangle(int a, int b, int c, float[] v, float[] attributes, float[] values, Fragments fragments) {
        float ax = v[3 * a], ay = v[3 * a + 1], az = v[3 * a + 2];
        float abx = v[3 * b] - ax, aby = v[3 * b + 1] - ay, acx = v[3 * c] - ax, acy = v[3 * c + 1] - ay;
        float area = abx * acy - aby * acx;
        if (!(Math.abs(area) > SMALLEST_AREA)) {
            return;
        }
        float inverse = 1 / area;
        float bx = acy * inverse, by = -acx * inverse, cx = -aby * inverse, cy = abx * inverse;
        float abz = v[3 * b + 2] - az, acz = v[3 * c + 2] - az;
        int y0 = Math.max(0, (int) Math.floor(ay + Math.min(0, Math.min(aby, acy)) - 0.5f));
        int y1 = Math.min(height - 1, (int) Math.ceil(ay + Math.max(0, Math.max(aby, acy)) - 0.5f));
        int x0 = Math.max(0, (int) Math.floor(ax + Math.min(0, Math.min(abx, acx)) - 0.5f));
        int x1 = Math.min(width - 1, (int) Math.ceil(ax + Math.max(0, Math.max(abx, acx)) - 0.5f));
        int each = values.length;
        for (int y = y0; y <= y1; y++) {
            float py = y + 0.5f - ay;
            float rowB = by * py + bx * (0.5f - ax), rowC = cy * py + cx * (0.5f - ax);
            float low = Math.max(from(rowB, bx), Math.max(from(rowC, cx), from(1 - rowB - rowC, -bx - cx)));
            float high = Math.min(to(rowB, bx), Math.min(to(rowC, cx), to(1 - rowB - rowC, -bx - cx)));
            int last = (int) Math.min(x1, Math.floor(high));
            for (int x = (int) Math.max(x0, Math.ceil(low)); x <= last; x++) {
                float wb = rowB + bx * x, wc = rowC + cx * x;
                float z = az + wb * abz + wc * acz;
                int pixel = y * width + x;
                if (z >= depth[pixel]) {
                    continue;
                }
                depth[pixel] = z;
                for (int k = 0; k < each; k++) {
                    float value = attributes[each * a + k];
                    values[k] = value + wb * (attributes[each * b + k] - value) + wc * (attributes[each * c + k] - value);
                }
                fragments.at(pixel, z, values);
            }
        }
    }

    /** Least x at which {@code start + slope * x} reaches the edge, where it grows. */
    private static float from(float start, float slope) {
        return slope > 0 ? (EDGE - start) / slope : slope == 0 && start < EDGE ? Float.MAX_VALUE : -Float.MAX_VALUE;
    }

    private static float to(float start, float slope) {
        return slope < 0 ? (EDGE - start) / slope : slope == 0 && start < EDGE ? -Float.MAX_VALUE : Float.MAX_VALUE;
    }
}
