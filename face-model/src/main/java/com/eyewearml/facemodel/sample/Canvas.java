package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Rgb;
import java.util.Arrays;

/**
 * A working picture: RGB 0–255 in floats, coverage 0–1 and depth, all row by row. Coordinates are continuous pixels with
 * centres at half-integers.
 */
public final class Canvas {
    private static final int TEXTURED = 3;
    private static final int LIT = 6;

    public final int width;
    public final int height;
    public final float[] rgb;
    public final float[] coverage;
    final TriangleRaster raster;

    /** A square canvas. */
    Canvas(int side) {
        this(side, side);
    }

    public Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        rgb = new float[3 * width * height];
        coverage = new float[width * height];
        raster = new TriangleRaster(width, height);
    }

    /** Depth of each pixel, smaller is nearer. */
    public float[] depth() {
        return raster.depth;
    }

    /** Makes it black, uncovered and infinitely far. */
    public void clear() {
        Arrays.fill(rgb, 0);
        Arrays.fill(coverage, 0);
        raster.clear();
    }

    /**
     * Draws textured triangles with depth test (smaller z is nearer) and bilinear look-up.
     *
     * @param target  x, y, z of each vertex on this canvas
     * @param source  x, y of each vertex in the full-size picture
     * @param opacity coverage of each vertex
     */
    public void draw(Pyramid picture, int level, int[] triangles, float[] target, float[] source, float[] opacity) {
        int vertices = source.length / 2;
        float[] attributes = new float[TEXTURED * vertices];
        for (int i = 0; i < vertices; i++) {
            attributes[TEXTURED * i] = source[2 * i];
            attributes[TEXTURED * i + 1] = source[2 * i + 1];
            attributes[TEXTURED * i + 2] = opacity[i];
        }
        Rgb texture = picture.levels().get(level);
        float shrink = 1f / (1 << level);
        raster.draw(triangles, target, attributes, TEXTURED, (pixel, z, values) -> {
            coverage[pixel] = values[2];
            sample(texture, values[0] * shrink, values[1] * shrink, rgb, 3 * pixel);
        });
    }

    /**
     * Like {@link #draw(Pyramid, int, int[], float[], float[], float[])}, with light.
     *
     * @param light factors of red, green and blue of each vertex
     */
    void draw(Pyramid picture, int level, int[] triangles, float[] target, float[] source, float[] opacity, float[] light) {
        float[] attributes = new float[LIT * opacity.length];
        for (int i = 0; i < opacity.length; i++) {
            attributes[LIT * i] = source[2 * i];
            attributes[LIT * i + 1] = source[2 * i + 1];
            attributes[LIT * i + 2] = opacity[i];
            System.arraycopy(light, 3 * i, attributes, LIT * i + 3, 3);
        }
        Rgb texture = picture.levels().get(level);
        float shrink = 1f / (1 << level);
        raster.draw(triangles, target, attributes, LIT, (pixel, z, values) -> {
            coverage[pixel] = values[2];
            sample(texture, values[0] * shrink, values[1] * shrink, rgb, 3 * pixel);
            for (int k = 0; k < 3; k++) {
                rgb[3 * pixel + k] *= values[3 + k];
            }
        });
    }

    /** Whether anything was drawn on a pixel. */
    boolean drawn(int pixel) {
        return raster.depth[pixel] < Float.MAX_VALUE;
    }

    /** Bilinear look-up at continuous pixel (x, y), clamped to the border. */
    public static void sample(Rgb texture, float x, float y, float[] out, int at) {
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
