package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Rgb;
import java.util.Arrays;

/**
 * A working picture: RGB 0–255 in floats, coverage 0–1 and depth, all row by row. Coordinates are continuous pixels with
 * centres at half-integers.
 */
public final class Canvas {
    public final int width;
    public final int height;
    public final float[] rgb;
    public final float[] coverage;
    private final float[] depth;

    /** A square canvas. */
    Canvas(int side) {
        this(side, side);
    }

    public Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        rgb = new float[3 * width * height];
        coverage = new float[width * height];
        depth = new float[width * height];
    }

    /** Makes it black, uncovered and infinitely far. */
    public void clear() {
        Arrays.fill(rgb, 0);
        Arrays.fill(coverage, 0);
        Arrays.fill(depth, Float.MAX_VALUE);
    }

    /**
     * Draws textured triangles with depth test (smaller z is nearer) and bilinear look-up.
     *
     * @param target  x, y, z of each vertex on this canvas
     * @param source  x, y of each vertex in the full-size picture
     * @param opacity coverage of each vertex
     */
    public void draw(Pyramid picture, int level, int[] triangles, float[] target, float[] source, float[] opacity) {
        Rgb texture = picture.levels().get(level);
        float shrink = 1f / (1 << level);
        for (int t = 0; t < triangles.length; t += 3) {
            triangle(texture, shrink, triangles[t], triangles[t + 1], triangles[t + 2], target, source, opacity);
        }
    }

    private void triangle(Rgb texture, float shrink, int a, int b, int c, float[] v, float[] uv, float[] opacity) {
        float ax = v[3 * a], ay = v[3 * a + 1], bx = v[3 * b], by = v[3 * b + 1], cx = v[3 * c], cy = v[3 * c + 1];
        float area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
        if (Math.abs(area) < 1e-6f) {
            return;
        }
        int x0 = Math.max(0, (int) Math.floor(Math.min(ax, Math.min(bx, cx)) - 0.5f));
        int x1 = Math.min(width - 1, (int) Math.ceil(Math.max(ax, Math.max(bx, cx)) - 0.5f));
        int y0 = Math.max(0, (int) Math.floor(Math.min(ay, Math.min(by, cy)) - 0.5f));
        int y1 = Math.min(height - 1, (int) Math.ceil(Math.max(ay, Math.max(by, cy)) - 0.5f));
        float inverse = 1 / area;
        for (int y = y0; y <= y1; y++) {
            float py = y + 0.5f;
            for (int x = x0; x <= x1; x++) {
                float px = x + 0.5f;
                float wb = ((px - ax) * (cy - ay) - (py - ay) * (cx - ax)) * inverse;
                float wc = ((bx - ax) * (py - ay) - (by - ay) * (px - ax)) * inverse;
                float wa = 1 - wb - wc;
                if (wa < -1e-4f || wb < -1e-4f || wc < -1e-4f) {
                    continue;
                }
                float z = wa * v[3 * a + 2] + wb * v[3 * b + 2] + wc * v[3 * c + 2];
                int at = y * width + x;
                if (z >= depth[at]) {
                    continue;
                }
                depth[at] = z;
                coverage[at] = wa * opacity[a] + wb * opacity[b] + wc * opacity[c];
                float u = wa * uv[2 * a] + wb * uv[2 * b] + wc * uv[2 * c];
                float w = wa * uv[2 * a + 1] + wb * uv[2 * b + 1] + wc * uv[2 * c + 1];
                sample(texture, u * shrink, w * shrink, rgb, 3 * at);
            }
        }
    }

    /** Bilinear look-up at continuous pixel (x, y), clamped to the border. */
    static void sample(Rgb texture, float x, float y, float[] out, int at) {
        float fx = Math.clamp(x - 0.5f, 0, texture.width() - 1.001f);
        float fy = Math.clamp(y - 0.5f, 0, texture.height() - 1.001f);
        int ix = (int) fx;
        int iy = (int) fy;
        fx -= ix;
        fy -= iy;
        byte[] p = texture.pixels();
        int pitch = 3 * texture.width();
        int i = iy * pitch + 3 * ix;
        for (int k = 0; k < 3; k++, i++) {
            float top = (p[i] & 255) * (1 - fx) + (p[i + 3] & 255) * fx;
            float bottom = (p[i + pitch] & 255) * (1 - fx) + (p[i + pitch + 3] & 255) * fx;
            out[at + k] = top * (1 - fy) + bottom * fy;
        }
    }
}
