package com.eyewearml.facemodel.faces;

/**
 * Mean of one pixel over a group in linear light, in which portraits far from the rest (a stray lock, a glint, a pair of glasses)
 * have little say: two rounds of iteratively reweighted least squares with Cauchy's weights, from the plain mean on.
 */
final class RobustMean {
    private static final int ROUNDS = 2;
    private final int count;
    private final float tolerance;
    private final float[] signals;
    private final float[] centre = new float[LightImage.CHANNELS];

    /** @param toleranceLevels difference in 8-bit signal levels at which a portrait's weight is halved */
    RobustMean(int count, float toleranceLevels) {
        this.count = count;
        tolerance = toleranceLevels / 255;
        signals = new float[LightImage.CHANNELS * count];
    }

    /**
     * @param rows pixels of each portrait, premultiplied light and coverage
     * @param at   where the pixel starts in each row
     */
    void of(float[][] rows, int at, float[] out, int to) {
        for (int k = 0; k < LightImage.CHANNELS; k++) {
            float sum = 0;
            for (int i = 0; i < count; i++) {
                float v = Math.clamp(rows[i][at + k], 0, 1);
                signals[LightImage.CHANNELS * i + k] = k == 3 ? v : (float) Math.sqrt(v);
                sum += v;
            }
            out[to + k] = sum / count;
        }
        for (int round = 0; round < ROUNDS; round++) {
            reweigh(rows, at, out, to);
        }
    }

    private void reweigh(float[][] rows, int at, float[] out, int to) {
        for (int k = 0; k < LightImage.CHANNELS; k++) {
            centre[k] = k == 3 ? out[to + k] : (float) Math.sqrt(Math.max(0, out[to + k]));
            out[to + k] = 0;
        }
        float total = 0;
        for (int i = 0; i < count; i++) {
            float square = 0;
            for (int k = 0; k < LightImage.CHANNELS; k++) {
                float d = signals[LightImage.CHANNELS * i + k] - centre[k];
                square += d * d;
            }
            float weight = 1 / (1 + square / (tolerance * tolerance));
            total += weight;
            for (int k = 0; k < LightImage.CHANNELS; k++) {
                out[to + k] += weight * Math.clamp(rows[i][at + k], 0, 1);
            }
        }
        for (int k = 0; k < LightImage.CHANNELS; k++) {
            out[to + k] /= total;
        }
    }
}
