package com.eyewearml.facemodel.eval.slice;

import com.eyewearml.facemodel.data.Rgb;

/**
 * Tells monochrome pictures, toned ones included, from colour: in a monochrome picture all pixels of one brightness have one colour.
 */
final class Monochrome {
    private static final int BRIGHTNESSES = 32;
    /** Scatter of colour differences at one brightness, of 255; JPEG leaves 1 to 3 in a monochrome picture. */
    private static final double MAX_SCATTER = 4;

    private Monochrome() { }

    static boolean is(Rgb picture) {
        return scatter(picture) < MAX_SCATTER;
    }

    /** Root mean square deviation of red − green and blue − green from their means at the same brightness. */
    static double scatter(Rgb picture) {
        double[] count = new double[BRIGHTNESSES];
        double[][] sum = new double[2][BRIGHTNESSES];
        double[][] squares = new double[2][BRIGHTNESSES];
        byte[] p = picture.pixels();
        for (int i = 0; i < p.length; i += 3) {
            int r = p[i] & 255, g = p[i + 1] & 255, b = p[i + 2] & 255;
            int bin = (r + 2 * g + b) / 4 * BRIGHTNESSES / 256;
            count[bin]++;
            int[] differences = {r - g, b - g};
            for (int k = 0; k < 2; k++) {
                sum[k][bin] += differences[k];
                squares[k][bin] += differences[k] * differences[k];
            }
        }
        double deviation = 0;
        for (int bin = 0; bin < BRIGHTNESSES; bin++) {
            for (int k = 0; k < 2 && count[bin] > 0; k++) {
                deviation += squares[k][bin] - sum[k][bin] * sum[k][bin] / count[bin];
            }
        }
        return Math.sqrt(deviation / (2.0 * p.length / 3));
    }
}
