package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.data.JpegCodec;
import com.eyewearml.facemodel.data.Rgb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;

/**
 * What light, cameras and compression do to a picture, in the order in which it happens: colour of the light, lens, sensor
 * (at the resolution at which the face was taken), compression, enlargement. Works in place on RGB floats of 0–255.
 */
final class Photometry {
    private static final int FEWEST_PX = 20;
    private final Dice dice;
    private final int side;
    private final Recipe recipe;
    private final Tones tones;
    private final Blur blur;
    private final SensorNoise noise;
    private final float[] small;

    Photometry(RandomGenerator random, int side, Recipe recipe) {
        dice = new Dice(random);
        this.side = side;
        this.recipe = recipe;
        tones = new Tones(dice, side);
        blur = new Blur(side);
        noise = new SensorNoise(random);
        small = new float[3 * side * side];
    }

    /** @param strength scales how often pictures are blurred, made noisy or compressed */
    Photometry(RandomGenerator random, int side, float strength) {
        this(random, side, Recipe.training().damageTimes(strength));
    }

    void damage(float[] rgb) {
        if (recipe.has(Ingredient.WHITE_BALANCE, dice)) {
            tones.whiteBalance(rgb);
        }
        if (recipe.has(Ingredient.LIGHT_FALLOFF, dice)) {
            tones.falloff(rgb);
        }
        if (recipe.has(Ingredient.TONE, dice)) {
            tones.tone(rgb);
        }
        if (recipe.has(Ingredient.FOCUS_BLUR, dice)) {
            blur.gaussian(rgb, dice.graded(0.4f, 2.6f));
        }
        if (recipe.has(Ingredient.MOTION_BLUR, dice)) {
            blur.motion(rgb, dice.graded(2, 12), dice.direction());
        }
        if (recipe.has(Ingredient.LOW_RESOLUTION, dice)) {
            int n = Math.max(FEWEST_PX, (int) (side * dice.graded(0.85f, 0.18f)));
            Resizing.shrink(rgb, side, small, n);
            capture(small, n);
            Resizing.enlarge(small, n, rgb, side);
        } else {
            capture(rgb, side);
        }
        if (recipe.has(Ingredient.MONOCHROME, dice)) {
            tones.monochrome(rgb);
        }
    }

    /** Sensor and compression at {@code n} by {@code n} pixels. */
    private void capture(float[] rgb, int n) {
        int length = 3 * n * n;
        if (recipe.has(Ingredient.LOW_LIGHT, dice)) {
            noise.expose(rgb, length, dice.logUniform(60, 1500), dice.uniform(1, 6), dice.logUniform(0.15f, 1));
        } else if (recipe.has(Ingredient.SENSOR_NOISE, dice)) {
            if (dice.chance(0.5f)) {
                noise.expose(rgb, length, dice.logUniform(800, 20_000), dice.uniform(1, 6), 1);
            } else {
                noise.add(rgb, length, dice.graded(1, 9), dice.chance(0.3f));
            }
        }
        if (recipe.has(Ingredient.COMPRESSION, dice)) {
            compress(rgb, n, dice.graded(0.85f, 0.08f));
        }
    }

    private static void compress(float[] rgb, int n, float quality) {
        byte[] bytes = new byte[3 * n * n];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (int) (Math.clamp(rgb[i], 0, 255) + 0.5f);
        }
        try {
            byte[] decoded = JpegCodec.decode(JpegCodec.encode(new Rgb(n, n, bytes), quality)).pixels();
            for (int i = 0; i < decoded.length; i++) {
                rgb[i] = decoded[i] & 255;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the JPEG codec failed on a picture of " + n + " x " + n, e);
        }
    }
}
