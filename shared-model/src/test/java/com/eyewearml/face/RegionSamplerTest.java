package com.eyewearml.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RegionSamplerTest {
    private static final int SIZE = 8;
    /** Colour levels; single precision coordinates of a picture of some hundred pixels. */
    private static final float TOLERANCE_LEVELS = 0.02f;

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void regionOfTheSizeOfThePictureIsThePicture() {
        RgbaImage picture = noise(SIZE, SIZE);
        float[] input = sample(picture, new Roi().set(4, 4, SIZE, 0));
        for (int i = 0; i < input.length; i++) {
            assertEquals(level(picture, i / 3 % SIZE, i / 3 / SIZE, i % 3) / 127.5f - 1, input[i], 1e-5f);
        }
    }

    @Test
    void quarterTurnReadsColumnsForRows() {
        RgbaImage picture = noise(SIZE, SIZE);
        float[] input = sample(picture, new Roi().set(4, 4, SIZE, (float) Math.PI / 2));
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                // x turns towards y: a step right in the region is a step down in the picture, a step down one to the left.
                float expected = level(picture, SIZE - 1 - row, column, 0) / 127.5f - 1;
                assertEquals(expected, input[(row * SIZE + column) * 3], TOLERANCE_LEVELS / 127.5f);
            }
        }
    }

    @Test
    void outsideIsBlack() {
        float[] input = sample(noise(5, 5), new Roi().set(100, -50, 20, 1));
        for (float value : input) {
            assertEquals(-1, value);
        }
    }

    @Test
    void wholeInputPixelsAreAveraged() {
        RgbaImage picture = noise(4 * SIZE, 4 * SIZE);
        float[] input = sample(picture, new Roi().set(2 * SIZE, 2 * SIZE, 4 * SIZE, 0));
        float sum = 0;
        for (int i = 0; i < 16; i++) {
            sum += level(picture, 4 + i % 4, 8 + i / 4, 2);
        }
        assertEquals(sum / 16 / 127.5f - 1, input[(2 * SIZE + 1) * 3 + 2], 1e-5f);
    }

    @Test
    void samplesFollowTheirDefinition() {
        for (int i = 0; i < 300; i++) {
            RgbaImage picture = noise(random.nextInt(1, 40), random.nextInt(1, 40));
            Roi roi = new Roi().set(random.nextInt(-10, 50) + random.nextInt(8) / 8f, (float) random.nextDouble(-10, 50),
                    (float) Math.exp(random.nextDouble(-1, 5)), (float) random.nextDouble(-7, 7));
            float[] input = sample(picture, roi);
            for (int row = 0; row < SIZE; row++) {
                for (int column = 0; column < SIZE; column++) {
                    for (int channel = 0; channel < 3; channel++) {
                        double expected = pixel(picture, roi, column, row, channel);
                        assertEquals(expected, (input[(row * SIZE + column) * 3 + channel] + 1) * 127.5, TOLERANCE_LEVELS);
                    }
                }
            }
        }
    }

    /** In double precision, word for word from the documentation of {@link FaceVision} and {@link Roi}. */
    private static double pixel(RgbaImage picture, Roi roi, int i, int j, int channel) {
        int n = roi.sidePx > 1.5 * SIZE ? Math.min(4, Math.round(roi.sidePx / SIZE)) : 1;
        double sum = 0;
        for (int part = 0; part < n * n; part++) {
            double u = (2.0 * (i + (part % n + 0.5) / n)) / SIZE - 1;
            double v = (2.0 * (j + (part / n + 0.5) / n)) / SIZE - 1;
            double cos = Math.cos(roi.angleRad);
            double sin = Math.sin(roi.angleRad);
            double x = roi.centreX + roi.sidePx / 2 * (cos * u - sin * v);
            double y = roi.centreY + roi.sidePx / 2 * (sin * u + cos * v);
            sum += bilinear(picture, x, y, channel);
        }
        return sum / (n * n);
    }

    private static double bilinear(RgbaImage picture, double x, double y, int channel) {
        double sum = 0;
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                double weight = Math.max(0, 1 - Math.abs(x - column - 0.5)) * Math.max(0, 1 - Math.abs(y - row - 0.5));
                sum += weight * level(picture, column, row, channel);
            }
        }
        return sum;
    }

    private static int level(RgbaImage picture, int x, int y, int channel) {
        return picture.pixels()[4 * (y * picture.width() + x) + channel] & 0xff;
    }

    private RgbaImage noise(int width, int height) {
        byte[] pixels = new byte[4 * width * height];
        random.nextBytes(pixels);
        return new RgbaImage(width, height, pixels);
    }

    private static float[] sample(RgbaImage picture, Roi roi) {
        float[] input = new float[3 * SIZE * SIZE];
        new RegionSampler(SIZE).sample(picture, roi, input);
        return input;
    }
}
