package com.eyewearml.facemodel.sample;

/** Square pictures of RGB floats in other sizes, corner on corner. */
final class Resizing {
    private Resizing() { }

    /** Means over the area of each smaller pixel. */
    static void shrink(float[] in, int side, float[] out, int smaller) {
        float step = (float) side / smaller;
        for (int y = 0, o = 0; y < smaller; y++) {
            for (int x = 0; x < smaller; x++, o += 3) {
                mean(in, side, x * step, (x + 1) * step, y * step, (y + 1) * step, out, o);
            }
        }
    }

    private static void mean(float[] in, int side, float left, float right, float top, float bottom, float[] out, int o) {
        float r = 0, g = 0, b = 0, sum = 0;
        for (int y = (int) top; y < bottom && y < side; y++) {
            float wy = Math.min(bottom, y + 1) - Math.max(top, y);
            for (int x = (int) left; x < right && x < side; x++) {
                float w = wy * (Math.min(right, x + 1) - Math.max(left, x));
                int i = 3 * (y * side + x);
                r += w * in[i];
                g += w * in[i + 1];
                b += w * in[i + 2];
                sum += w;
            }
        }
        out[o] = r / sum;
        out[o + 1] = g / sum;
        out[o + 2] = b / sum;
    }

    /** Bilinear. */
    static void enlarge(float[] in, int smaller, float[] out, int side) {
        float step = (float) side / smaller;
        for (int y = 0, o = 0; y < side; y++) {
            float fy = Math.clamp((y + 0.5f) / step - 0.5f, 0, smaller - 1.001f);
            int iy = (int) fy;
            fy -= iy;
            for (int x = 0; x < side; x++, o += 3) {
                float fx = Math.clamp((x + 0.5f) / step - 0.5f, 0, smaller - 1.001f);
                int ix = (int) fx;
                fx -= ix;
                int i = 3 * (iy * smaller + ix);
                for (int k = 0; k < 3; k++) {
                    float top = in[i + k] * (1 - fx) + in[i + 3 + k] * fx;
                    float bottom = in[i + 3 * smaller + k] * (1 - fx) + in[i + 3 * smaller + 3 + k] * fx;
                    out[o + k] = top * (1 - fy) + bottom * fy;
                }
            }
        }
    }
}
