package com.eyewearml.facemodel.sample;

/** Blurs a square picture of RGB floats in place; no blur moves the picture. */
final class Blur {
    private final int side;
    private final float[] scratch;

    Blur(int side) {
        this.side = side;
        scratch = new float[3 * side * side];
    }

    /** Separable Gaussian. */
    void gaussian(float[] rgb, float sigmaPx) {
        int radius = (int) Math.ceil(2 * sigmaPx);
        float[] kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) Math.exp(-(i - radius) * (i - radius) / (2 * sigmaPx * sigmaPx));
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        convolve(rgb, scratch, kernel, radius, 3, 3 * side);
        convolve(scratch, rgb, kernel, radius, 3 * side, 3);
    }

    /** Convolves along steps of {@code step} values for each of the lines {@code pitch} values apart. */
    private void convolve(float[] in, float[] out, float[] kernel, int radius, int step, int pitch) {
        for (int line = 0; line < side; line++) {
            for (int x = 0; x < side; x++) {
                float r = 0, g = 0, b = 0;
                for (int k = -radius; k <= radius; k++) {
                    int i = line * pitch + Math.clamp(x + k, 0, side - 1) * step;
                    float w = kernel[k + radius];
                    r += w * in[i];
                    g += w * in[i + 1];
                    b += w * in[i + 2];
                }
                int o = line * pitch + x * step;
                out[o] = r;
                out[o + 1] = g;
                out[o + 2] = b;
            }
        }
    }

    /** Even mean along a line centred on each pixel. */
    void motion(float[] rgb, float lengthPx, float angleRad) {
        int taps = Math.max(3, (int) Math.ceil(lengthPx) | 1);
        int[] dx = new int[taps], dy = new int[taps];
        for (int t = 0; t < taps; t++) {
            float along = lengthPx * ((float) t / (taps - 1) - 0.5f);
            dx[t] = Math.round(along * (float) Math.cos(angleRad));
            dy[t] = Math.round(along * (float) Math.sin(angleRad));
        }
        System.arraycopy(rgb, 0, scratch, 0, rgb.length);
        for (int y = 0, o = 0; y < side; y++) {
            for (int x = 0; x < side; x++, o += 3) {
                float r = 0, g = 0, b = 0;
                for (int t = 0; t < taps; t++) {
                    int i = 3 * (Math.clamp(y + dy[t], 0, side - 1) * side + Math.clamp(x + dx[t], 0, side - 1));
                    r += scratch[i];
                    g += scratch[i + 1];
                    b += scratch[i + 2];
                }
                rgb[o] = r / taps;
                rgb[o + 1] = g / taps;
                rgb[o + 2] = b / taps;
            }
        }
    }
}
