package com.eyewearml.facemodel.faces;

import com.eyewearml.facemodel.data.Rgb;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Colour of a plain backdrop as a quadratic of the place, fitted by least squares to the borders beside and above the head.
 *
 * @param model per channel six coefficients, 8-bit levels
 */
record Backdrop(float[][] model) {
    private static final int TERMS = 6;
    private static final int ROUNDS = 4;
    private static final float OUTLIER_LEVELS = 30;
    private static final float BAND = 0.13f;
    /** Keeps the system solvable where a portrait shows no border at all. */
    private static final double RIDGE = 1e-3;

    /**
     * @param valid left, top, right, bottom of the real pixels
     * @param lowY  rows below may show shoulders
     */
    static Backdrop fit(Rgb picture, int[] valid, float lowY) {
        float[][] model = new float[3][];
        for (int k = 0; k < 3; k++) {
            for (int round = 0; round < ROUNDS; round++) {
                model[k] = solve(picture, valid, lowY, k, model[k]);
            }
        }
        return new Backdrop(model);
    }

    /** Colour at a pixel, 8-bit levels. */
    float level(int channel, int x, int y) {
        return value(model[channel], x, y);
    }

    private static boolean border(int x, int y, int[] valid, float lowY) {
        float band = BAND * (valid[2] - valid[0]);
        boolean real = x >= valid[0] + 2 && x < valid[2] - 2 && y >= valid[1] + 2 && y < valid[3] - 2;
        return real && y < lowY && (x < valid[0] + band || x > valid[2] - band || y < valid[1] + 0.6f * band);
    }

    private static void terms(int x, int y, float[] t) {
        float u = x / 144f - 1;
        float v = y / 144f - 1;
        t[0] = 1;
        t[1] = u;
        t[2] = v;
        t[3] = u * u;
        t[4] = u * v;
        t[5] = v * v;
    }

    private static float value(float[] model, int x, int y) {
        float[] t = new float[TERMS];
        terms(x, y, t);
        float sum = 0;
        for (int i = 0; i < TERMS; i++) {
            sum += model[i] * t[i];
        }
        return sum;
    }

    /** Least squares over the border; from the second round on without what is far from the {@code last} model. */
    private static float[] solve(Rgb picture, int[] valid, float lowY, int channel, float[] last) {
        DMatrixRMaj normal = new DMatrixRMaj(TERMS, TERMS);
        DMatrixRMaj right = new DMatrixRMaj(TERMS, 1);
        DMatrixRMaj solution = new DMatrixRMaj(TERMS, 1);
        float[] t = new float[TERMS];
        for (int i = 0; i < TERMS; i++) {
            normal.set(i, i, RIDGE);
        }
        for (int y = valid[1]; y < valid[3]; y++) {
            for (int x = valid[0]; x < valid[2]; x++) {
                float c = picture.pixels()[3 * (y * picture.width() + x) + channel] & 255;
                if (!border(x, y, valid, lowY) || last != null && Math.abs(c - value(last, x, y)) > OUTLIER_LEVELS) {
                    continue;
                }
                terms(x, y, t);
                for (int i = 0; i < TERMS; i++) {
                    for (int j = 0; j < TERMS; j++) {
                        normal.add(i, j, t[i] * t[j]);
                    }
                    right.add(i, 0, t[i] * c);
                }
            }
        }
        CommonOps_DDRM.solve(normal, right, solution);
        float[] model = new float[TERMS];
        for (int i = 0; i < TERMS; i++) {
            model[i] = (float) solution.get(i);
        }
        return model;
    }
}
