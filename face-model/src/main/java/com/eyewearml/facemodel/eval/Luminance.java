package com.eyewearml.facemodel.eval;

import com.eyewearml.facemodel.data.Rgb;

/** Linear light of 8-bit sRGB values (IEC 61966-2-1) and its luminance (ITU-R BT.709 weights), both 0–1. */
public final class Luminance {
    private static final double[] LINEAR = new double[256];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            double v = i / 255.0;
            LINEAR[i] = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        }
    }

    private Luminance() { }

    /** Linear light of a value of 0–255. */
    public static double linear(int value) {
        return LINEAR[value];
    }

    /** Nearest value of 0–255 of linear light; light outside 0–1 is clipped. */
    public static int encoded(double linear) {
        double v = Math.clamp(linear, 0, 1);
        double encoded = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * encoded);
    }

    /** Luminance of a pixel. */
    public static double of(Rgb picture, int x, int y) {
        byte[] p = picture.pixels();
        int at = 3 * (y * picture.width() + x);
        return 0.2126 * LINEAR[p[at] & 255] + 0.7152 * LINEAR[p[at + 1] & 255] + 0.0722 * LINEAR[p[at + 2] & 255];
    }

    /** Mean luminance of a picture. */
    public static double mean(Rgb picture) {
        double sum = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                sum += of(picture, x, y);
            }
        }
        return sum / picture.width() / picture.height();
    }
}
