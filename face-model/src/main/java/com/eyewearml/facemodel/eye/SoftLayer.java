package com.eyewearml.facemodel.eye;

import com.eyewearml.facemodel.sample.Canvas;
import java.util.Arrays;

/** A part of a canvas with coverage, blurred before it is laid over: colours premultiplied by coverage. */
final class SoftLayer {
    private static final int VALUES = 4;

    private float[] values = new float[0];
    private float[] scratch = new float[0];
    private int left;
    private int top;
    private int width;
    private int height;

    /** Pixels that a blur reaches. */
    static int reach(double sigmaPx) {
        return (int) Math.ceil(2.5 * sigmaPx);
    }

    /** Takes an empty rectangle of the canvas. */
    void open(int left, int top, int width, int height) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        int length = VALUES * width * height;
        if (values.length < length) {
            values = new float[length];
            scratch = new float[length];
        }
        Arrays.fill(values, 0, length, 0);
    }

    /** Adds a colour that covers a part of a pixel. */
    void add(int x, int y, float[] rgb, float cover) {
        int at = VALUES * ((y - top) * width + x - left);
        for (int k = 0; k < 3; k++) {
            values[at + k] += cover * rgb[k];
        }
        values[at + 3] += cover;
    }

    /** Separable Gaussian; nothing at {@code sigmaPx} below a fifth of a pixel. */
    void blur(double sigmaPx) {
        if (sigmaPx < 0.2) {
            return;
        }
        int reach = reach(sigmaPx);
        float[] kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) Math.exp(-i * i / (2 * sigmaPx * sigmaPx));
            sum += kernel[i + reach];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        convolve(values, scratch, kernel, reach, width, height, VALUES, VALUES * width);
        convolve(scratch, values, kernel, reach, height, width, VALUES * width, VALUES);
    }

    private static void convolve(float[] in, float[] out, float[] kernel, int reach, int length, int lines, int step, int pitch) {
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < length; i++) {
                int o = line * pitch + i * step;
                Arrays.fill(out, o, o + VALUES, 0);
                int from = Math.max(-reach, -i), to = Math.min(reach, length - 1 - i);
                for (int k = from; k <= to; k++) {
                    float w = kernel[k + reach];
                    int n = o + k * step;
                    for (int c = 0; c < VALUES; c++) {
                        out[o + c] += w * in[n + c];
                    }
                }
            }
        }
    }

    /** Lays it over the canvas. */
    void over(Canvas canvas) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = VALUES * (y * width + x);
                int to = 3 * ((top + y) * canvas.width + left + x);
                float keep = 1 - Math.min(1, values[at + 3]);
                for (int k = 0; k < 3; k++) {
                    canvas.rgb[to + k] = keep * canvas.rgb[to + k] + values[at + k];
                }
            }
        }
    }
}
