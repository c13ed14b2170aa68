package com.eyewearml.facemodel.sample;

/** Colour and brightness of a square picture of RGB floats, in place. */
final class Tones {
    private final Dice dice;
    private final int side;

    Tones(Dice dice, int side) {
        this.dice = dice;
        this.side = side;
    }

    /** Blue to amber and magenta to green, as a camera misjudges the light. */
    void whiteBalance(float[] rgb) {
        float warmth = dice.chance(0.85f) ? dice.gaussian(0.1f) : dice.gaussian(0.3f, 0.5f), green = dice.gaussian(0.05f);
        float[] gains = {1 + warmth, 1 + green, 1 - warmth};
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] *= gains[i % 3];
        }
    }

    void monochrome(float[] rgb) {
        boolean toned = dice.chance(0.15f);
        float warm = toned ? dice.uniform(0, 0.15f) : 0;
        for (int i = 0; i < rgb.length; i += 3) {
            float grey = 0.299f * rgb[i] + 0.587f * rgb[i + 1] + 0.114f * rgb[i + 2];
            rgb[i] = grey * (1 + warm);
            rgb[i + 1] = grey;
            rgb[i + 2] = grey * (1 - warm);
        }
    }

    /** Brighter towards one side. */
    void falloff(float[] rgb) {
        float angle = dice.direction(), strength = dice.graded(0.2f, 1.2f) / side;
        float gx = (float) Math.cos(angle) * strength, gy = (float) Math.sin(angle) * strength;
        for (int y = 0, i = 0; y < side; y++) {
            for (int x = 0; x < side; x++, i += 3) {
                float light = 1 + gx * (x - side / 2f) + gy * (y - side / 2f);
                rgb[i] *= light;
                rgb[i + 1] *= light;
                rgb[i + 2] *= light;
            }
        }
    }

    /** Contrast, brightness and gamma, by a table. */
    void tone(float[] rgb) {
        float contrast = dice.chance(0.8f) ? dice.uniform(0.75f, 1.25f) : dice.uniform(0.45f, 1.45f);
        float offset = dice.gaussian(dice.chance(0.8f) ? 14 : 32);
        float gamma = dice.chance(0.5f) ? (float) Math.exp(dice.gaussian(0.25f)) : 1;
        float[] table = new float[256];
        for (int i = 0; i < 256; i++) {
            float v = Math.clamp(128 + (i - 128) * contrast + offset, 0, 255);
            table[i] = 255 * (float) Math.pow(v / 255, gamma);
        }
        for (int i = 0; i < rgb.length; i++) {
            float v = Math.clamp(rgb[i], 0, 254.99f);
            int n = (int) v;
            rgb[i] = table[n] + (v - n) * (table[n + 1] - table[n]);
        }
    }
}
