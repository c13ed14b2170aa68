package com.eyewearml.frame.preview;

/**
 * Soft shadow of a scene on its table under a sky of light: what lies low blurs little, what lies high blurs widely and weakens. The
 * scene is cut into layers by height, each spread over a grid of millimetres and blurred by its height.
 */
final class GroundShadow {
    private static final int WIDTH_MM = 260;
    private static final int DEPTH_MM = 320;
    private static final double ORIGIN_X = -WIDTH_MM / 2.0;
    private static final double ORIGIN_Z = -230;
    private static final double[] LAYER_TOP_MM = {2.5, 7, 18, 40, 90};
    private static final int[] BLUR_MM = {1, 3, 7, 14, 26};
    private static final double[] STRENGTH = {0.55, 0.42, 0.34, 0.30, 0.22};
    private static final double SAMPLE_MM = 0.7;

    private final float[] lit = new float[WIDTH_MM * DEPTH_MM];

    GroundShadow(PreviewScene scene) {
        java.util.Arrays.fill(lit, 1);
        double bottom = 0;
        for (int layer = 0; layer < LAYER_TOP_MM.length; layer++) {
            float[] cover = cover(scene, bottom, LAYER_TOP_MM[layer]);
            for (int pass = 0; pass < 3; pass++) {
                cover = blurred(blurred(cover, BLUR_MM[layer], 1, WIDTH_MM, DEPTH_MM), BLUR_MM[layer], WIDTH_MM, DEPTH_MM, WIDTH_MM);
            }
            for (int i = 0; i < lit.length; i++) {
                lit[i] *= (float) (1 - STRENGTH[layer] * Math.min(1, cover[i]));
            }
            bottom = LAYER_TOP_MM[layer];
        }
    }

    /** Share of light that reaches the table at (x, z), bilinear. */
    double lit(double x, double z) {
        double gx = x - ORIGIN_X - 0.5;
        double gz = z - ORIGIN_Z - 0.5;
        if (gx < 0 || gz < 0 || gx >= WIDTH_MM - 1 || gz >= DEPTH_MM - 1) {
            return 1;
        }
        int ix = (int) gx;
        int iz = (int) gz;
        double fx = gx - ix;
        double fz = gz - iz;
        int at = iz * WIDTH_MM + ix;
        return (lit[at] * (1 - fx) + lit[at + 1] * fx) * (1 - fz) + (lit[at + WIDTH_MM] * (1 - fx) + lit[at + WIDTH_MM + 1] * fx) * fz;
    }

    /** Where matter lies between two heights, 0 or 1 a cell; what light passes through counts by what it holds back. */
    private static float[] cover(PreviewScene scene, double from, double to) {
        float[] cover = new float[WIDTH_MM * DEPTH_MM];
        for (int t = 0; t < scene.size(); t++) {
            float[] corners = scene.triangle(t);
            float colour = (corners[6] + corners[7] + corners[8]) / 3;
            float opacity = 1 - 0.85f * scene.material(t).transmission().factor() * colour;
            double longest = 0;
            for (int c = 0; c < 3; c++) {
                int a = c * PreviewScene.CORNER_FLOATS;
                int b = (c + 1) % 3 * PreviewScene.CORNER_FLOATS;
                longest = Math.max(longest, Math.hypot(corners[a] - corners[b],
                        Math.hypot(corners[a + 1] - corners[b + 1], corners[a + 2] - corners[b + 2])));
            }
            int steps = Math.max(1, (int) Math.ceil(longest / SAMPLE_MM));
            for (int i = 0; i <= steps; i++) {
                for (int j = 0; j <= steps - i; j++) {
                    mark(cover, corners, (double) i / steps, (double) j / steps, from, to, opacity);
                }
            }
        }
        return cover;
    }

    private static void mark(float[] cover, float[] corners, double u, double v, double from, double to, float opacity) {
        int b = PreviewScene.CORNER_FLOATS;
        int c = 2 * b;
        double w = 1 - u - v;
        double y = corners[1] * w + corners[b + 1] * u + corners[c + 1] * v;
        if (y < from || y >= to) {
            return;
        }
        int x = (int) (corners[0] * w + corners[b] * u + corners[c] * v - ORIGIN_X);
        int z = (int) (corners[2] * w + corners[b + 2] * u + corners[c + 2] * v - ORIGIN_Z);
        if (x >= 0 && z >= 0 && x < WIDTH_MM && z < DEPTH_MM) {
            cover[z * WIDTH_MM + x] = Math.max(cover[z * WIDTH_MM + x], opacity);
        }
    }

    /** Mean over 2 reach + 1 cells along lines of {@code length} cells {@code stride} apart. */
    private static float[] blurred(float[] in, int reach, int stride, int length, int lines) {
        float[] out = new float[in.length];
        int lineStride = stride == 1 ? length : 1;
        for (int line = 0; line < lines; line++) {
            int start = line * lineStride;
            double sum = 0;
            for (int i = -reach; i < length; i++) {
                sum += i + reach < length ? in[start + (i + reach) * stride] : 0;
                sum -= i - reach - 1 >= 0 ? in[start + (i - reach - 1) * stride] : 0;
                if (i >= 0) {
                    out[start + i * stride] = (float) (sum / (2 * reach + 1));
                }
            }
        }
        return out;
    }
}
