package com.eyewearml.facemodel.eval.corruption;

import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.EvalDev;

/** Gaussian blur whose width is a share of the distance between the outer eye corners. */
final class FocusBlur implements Corruption {
    private static final float[] SHARE = {0.02f, 0.04f, 0.08f};
    private static final float RADIUS_SIGMAS = 3;

    @Override
    public String name() {
        return "blur";
    }

    @Override
    public String strength(int strength) {
        return "σ " + Math.round(100 * SHARE[strength - 1]) + " % of eye distance";
    }

    @Override
    public Rgb apply(Rgb picture, EvalDev.Entry face, int strength) {
        float[] kernel = kernel(SHARE[strength - 1] * face.interOcularPx());
        int width = picture.width();
        int height = picture.height();
        float[] values = new float[picture.pixels().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = picture.pixels()[i] & 255;
        }
        float[] rows = new float[values.length];
        convolve(values, rows, kernel, width, 3, height, 3 * width);
        convolve(rows, values, kernel, height, 3 * width, width, 3);
        byte[] out = new byte[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.round(values[i]);
        }
        return new Rgb(width, height, out);
    }

    private static float[] kernel(float sigmaPx) {
        int radius = Math.max(1, (int) Math.ceil(RADIUS_SIGMAS * sigmaPx));
        float[] kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            float d = (i - radius) / sigmaPx;
            kernel[i] = (float) Math.exp(-d * d / 2);
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    /** Convolves lines of {@code length} pixels, {@code step} values apart, that start {@code pitch} values apart; the border is repeated. */
    private static void convolve(float[] in, float[] out, float[] kernel, int length, int step, int lines, int pitch) {
        int radius = kernel.length / 2;
        for (int line = 0; line < lines; line++) {
            for (int x = 0; x < length; x++) {
                for (int c = 0; c < 3; c++) {
                    float sum = 0;
                    for (int k = 0; k < kernel.length; k++) {
                        sum += kernel[k] * in[line * pitch + Math.clamp(x + k - radius, 0, length - 1) * step + c];
                    }
                    out[line * pitch + x * step + c] = sum;
                }
            }
        }
    }
}
