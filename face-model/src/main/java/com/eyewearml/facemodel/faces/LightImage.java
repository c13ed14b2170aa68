package com.eyewearml.facemodel.faces;

import com.eyewearml.facemodel.data.Rgb;

/**
 * A picture in linear light, which is what may be averaged: premultiplied RGB and coverage, four floats a pixel, row by row from
 * the top. Coordinates are continuous pixels with centres at half-integers. Transfer function: IEC 61966-2-1 (sRGB).
 */
final class LightImage {
    static final int CHANNELS = 4;
    private static final float[] TO_LIGHT = new float[256];

    static {
        for (int i = 0; i < TO_LIGHT.length; i++) {
            TO_LIGHT[i] = toLight(i / 255f);
        }
    }

    final int width;
    final int height;
    final float[] values;

    LightImage(int width, int height) {
        this.width = width;
        this.height = height;
        values = new float[CHANNELS * width * height];
    }

    /** An opaque picture. */
    static LightImage of(Rgb picture) {
        LightImage out = new LightImage(picture.width(), picture.height());
        byte[] p = picture.pixels();
        for (int i = 0; i < p.length / 3; i++) {
            for (int k = 0; k < 3; k++) {
                out.values[4 * i + k] = TO_LIGHT[p[3 * i + k] & 255];
            }
            out.values[4 * i + 3] = 1;
        }
        return out;
    }

    /** This picture laid over an opaque {@code background}. */
    LightImage over(LightImage background) {
        LightImage out = new LightImage(width, height);
        for (int i = 0; i < values.length; i += CHANNELS) {
            float through = 1 - values[i + 3];
            for (int k = 0; k < 3; k++) {
                out.values[i + k] = values[i + k] + through * background.values[i + k];
            }
            out.values[i + 3] = 1;
        }
        return out;
    }

    /** A strip of whole columns. */
    LightImage columns(int from, int count) {
        LightImage out = new LightImage(count, height);
        for (int y = 0; y < height; y++) {
            System.arraycopy(values, CHANNELS * (y * width + from), out.values, CHANNELS * y * count, CHANNELS * count);
        }
        return out;
    }

    /** A strip of whole rows. */
    LightImage rows(int from, int count) {
        LightImage out = new LightImage(width, count);
        System.arraycopy(values, CHANNELS * from * width, out.values, 0, out.values.length);
        return out;
    }

    /** Mean light of the three colours within {@code radius} of a face's ellipse. */
    float[] mean(FaceEllipse face, float radius) {
        float[] sum = new float[3];
        int n = 0;
        for (int i = 0; i < width * height; i++) {
            if (face.radius(i % width + 0.5f, i / width + 0.5f) < radius) {
                for (int k = 0; k < 3; k++) {
                    sum[k] += values[CHANNELS * i + k];
                }
                n++;
            }
        }
        for (int k = 0; k < 3; k++) {
            sum[k] /= n;
        }
        return sum;
    }

    /** Multiplies one colour. */
    void scale(int channel, float factor) {
        for (int i = channel; i < values.length; i += CHANNELS) {
            values[i] *= factor;
        }
    }

    /** 8-bit sRGB, as if laid over black. */
    Rgb encode() {
        byte[] out = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            for (int k = 0; k < 3; k++) {
                out[3 * i + k] = (byte) Math.round(255 * toSignal(values[4 * i + k]));
            }
        }
        return new Rgb(width, height, out);
    }

    /**
     * Cubic convolution (Keys 1981, a = -1/2), which keeps averages of enlarged pictures sharp; clamped to the border.
     *
     * @param out receives four values from {@code at} on
     */
    void sample(float x, float y, float[] out, int at) {
        float fx = Math.clamp(x - 0.5f, 0, width - 1);
        float fy = Math.clamp(y - 0.5f, 0, height - 1);
        int ix = Math.min((int) fx, width - 2);
        int iy = Math.min((int) fy, height - 2);
        float tx = fx - ix;
        float ty = fy - iy;
        for (int k = 0; k < CHANNELS; k++) {
            out[at + k] = 0;
        }
        for (int j = -1; j <= 2; j++) {
            float wy = keys(ty - j);
            int row = Math.clamp(iy + j, 0, height - 1) * width;
            for (int i = -1; i <= 2; i++) {
                float w = wy * keys(tx - i);
                int from = CHANNELS * (row + Math.clamp(ix + i, 0, width - 1));
                for (int k = 0; k < CHANNELS; k++) {
                    out[at + k] += w * values[from + k];
                }
            }
        }
    }

    private static float keys(float t) {
        float a = Math.abs(t);
        if (a < 1) {
            return 1 + a * a * (1.5f * a - 2.5f);
        }
        return a < 2 ? 2 - a * (4 - a * (2.5f - 0.5f * a)) : 0;
    }

    static float toLight(float signal) {
        return signal <= 0.04045f ? signal / 12.92f : (float) Math.pow((signal + 0.055) / 1.055, 2.4);
    }

    static float toSignal(float light) {
        float l = Math.clamp(light, 0, 1);
        return l <= 0.0031308f ? 12.92f * l : (float) (1.055 * Math.pow(l, 1 / 2.4) - 0.055);
    }
}
