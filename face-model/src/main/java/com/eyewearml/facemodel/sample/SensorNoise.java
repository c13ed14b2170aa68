package com.eyewearml.facemodel.sample;

import java.util.random.RandomGenerator;

/**
 * Noise of an image sensor: in linear light the number of electrons has the variance of a Poisson distribution, its mean, plus
 * that of reading it out; the normal distribution stands for both. Afterwards the gain makes the picture as bright as wanted.
 */
final class SensorNoise {
    private static final int NORMALS = 1 << 18;
    private static final double GAMMA = 2.2;
    private static final int ROOT_STEPS = 1024;
    private static final float[] TO_LINEAR = new float[257];
    /** By the square root of linear light, over which the displayed value is nearly straight. */
    private static final float[] TO_DISPLAY = new float[ROOT_STEPS + 2];

    static {
        for (int i = 0; i < TO_LINEAR.length; i++) {
            TO_LINEAR[i] = (float) Math.pow(i / 255.0, GAMMA);
        }
        for (int i = 0; i < TO_DISPLAY.length; i++) {
            TO_DISPLAY[i] = (float) (255 * Math.pow((double) i / ROOT_STEPS, 2 / GAMMA));
        }
    }

    private final RandomGenerator random;
    private final float[] normals = new float[NORMALS];

    SensorNoise(RandomGenerator random) {
        this.random = random;
        for (int i = 0; i < NORMALS; i++) {
            normals[i] = (float) random.nextGaussian();
        }
    }

    /**
     * Takes a picture of RGB floats, 0–255 as displayed.
     *
     * @param length    values of the picture to take
     * @param electrons what white gives
     * @param readElectrons standard deviation of reading out
     * @param gain      factor in linear light afterwards
     */
    void expose(float[] rgb, int length, float electrons, float readElectrons, float gain) {
        int at = random.nextInt(NORMALS);
        float read = readElectrons * readElectrons;
        for (int i = 0; i < length; i++) {
            at = at * 5 + 1 & NORMALS - 1;
            float mean = linear(rgb[i]) * electrons;
            float counted = mean + (float) Math.sqrt(mean + read) * normals[at];
            rgb[i] = display(gain * counted / electrons);
        }
    }

    /** Adds noise of one standard deviation, all channels alike or each its own. */
    void add(float[] rgb, int length, float sigma, boolean grey) {
        int at = random.nextInt(NORMALS);
        for (int i = 0; i < length; i++) {
            if (!grey || i % 3 == 0) {
                at = at * 5 + 1 & NORMALS - 1;
            }
            rgb[i] += sigma * normals[at];
        }
    }

    /** Linear light, 0–1, of a displayed value, 0–255. */
    static float linear(float displayed) {
        float v = Math.clamp(displayed, 0, 255);
        int n = (int) v;
        return TO_LINEAR[n] + (v - n) * (TO_LINEAR[n + 1] - TO_LINEAR[n]);
    }

    /** Inverse of {@link #linear}. */
    static float display(float linear) {
        float v = (float) Math.sqrt(Math.clamp(linear, 0, 1)) * ROOT_STEPS;
        int n = (int) v;
        return TO_DISPLAY[n] + (v - n) * (TO_DISPLAY[n + 1] - TO_DISPLAY[n]);
    }
}
