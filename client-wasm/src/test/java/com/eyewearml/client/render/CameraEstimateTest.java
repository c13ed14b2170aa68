package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Discs on a sloping ground, blurred by a known Gaussian and with known noise. */
class CameraEstimateTest {
    private static final int SIZE = 320;

    private record Painted(int[] codes) implements Picture {
        static Painted with(double blurPx, double noise, int seed) {
            Random random = new Random(seed);
            int[] codes = new int[SIZE * SIZE];
            for (int i = 0; i < codes.length; i++) {
                double x = i % SIZE + 0.5;
                double y = i / SIZE + 0.5;
                double edge = 14 - Math.hypot(x % 40 - 20, y % 40 - 20);
                double inside = 1 / (1 + Math.exp(-1.702 * edge / blurPx));
                codes[i] = (int) Math.clamp(Math.round(30 + 170 * y / SIZE + (y > SIZE / 2 ? -60 : 60) * inside
                        + noise * random.nextGaussian()), 0, 255);
            }
            return new Painted(codes);
        }

        @Override
        public int widthPx() {
            return SIZE;
        }

        @Override
        public int heightPx() {
            return SIZE;
        }

        @Override
        public int channel(int x, int y, int channel) {
            return codes[y * SIZE + x];
        }
    }

    private static CameraEstimate seen(Painted picture) {
        CameraEstimate estimate = new CameraEstimate();
        estimate.update(picture, new float[] {20, 20, 0, 300, 300, 0}, 0);
        return estimate;
    }

    @Test
    void findsTheNoise() {
        for (double noise : new double[] {1.5, 3, 6}) {
            for (int band = 0; band < CameraEstimate.BANDS; band++) {
                assertEquals(noise, seen(Painted.with(1, noise, 5)).pictureNoise(band), 0.25 * noise + 0.2);
            }
        }
    }

    @Test
    void findsNoNoiseWhereThereIsNone() {
        for (int band = 0; band < CameraEstimate.BANDS; band++) {
            assertEquals(0, seen(Painted.with(1, 0, 5)).pictureNoise(band));
        }
    }

    @Test
    void findsTheBlur() {
        for (double blurPx : new double[] {0.6, 1, 1.6}) {
            assertEquals(blurPx, seen(Painted.with(blurPx, 1, 5)).pictureBlurPx(), 0.25 * blurPx);
        }
    }

    @Test
    void softensTheFrameMoreTheMoreThePictureIsEnlarged() {
        CameraEstimate estimate = seen(Painted.with(0.6, 1, 5));
        estimate.show(SIZE, SIZE, SIZE);
        float same = estimate.blurPx();
        estimate.show(2 * SIZE, SIZE, SIZE);
        assertEquals(2, estimate.blurPx() / same, 1);
        assertEquals(2, estimate.grainPx());
    }

    @Test
    void theSeedIsThePictures() {
        assertEquals(seen(Painted.with(1, 3, 5)).seed(), seen(Painted.with(1, 3, 5)).seed());
        assertNotEquals(seen(Painted.with(1, 3, 5)).seed(), seen(Painted.with(1, 3, 6)).seed());
    }
}
