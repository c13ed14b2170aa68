package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.FacePoints;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A face of known light: a sphere, orthographic, shaded by Lambert's law. */
class LightEstimateTest {
    private static final int SIZE = 200;
    private static final float[] SKIN = {0.50f, 0.33f, 0.25f};

    private final float[] landmarks = new float[3 * FacePoints.COUNT];
    private final float[] normals = new float[3 * FacePoints.COUNT];
    private final float[] facing = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, -500, 1};
    private final LightEstimate estimate = new LightEstimate();
    private final float[] key = new float[3];

    LightEstimateTest() {
        for (int i = 0; i < FacePoints.COUNT; i++) {
            double radius = 0.8 * Math.sqrt((i + 0.5) / FacePoints.COUNT);
            double angle = 2.399963 * i;
            normals[3 * i] = (float) (radius * Math.cos(angle));
            normals[3 * i + 1] = (float) (radius * Math.sin(angle));
            normals[3 * i + 2] = (float) Math.sqrt(1 - radius * radius);
            landmarks[3 * i] = SIZE / 2f * (1 + normals[3 * i]);
            landmarks[3 * i + 1] = SIZE / 2f * (1 - normals[3 * i + 1]);
        }
    }

    private record Sphere(double ambient, double[] light, double[] colour) implements Picture {
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
            double nx = 2 * (x + 0.5) / SIZE - 1;
            double ny = 1 - 2 * (y + 0.5) / SIZE;
            double nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
            double lit = ambient + Math.max(0, nx * light[0] + ny * light[1] + nz * light[2]);
            double linear = Math.min(1, SKIN[channel] * colour[channel] * lit);
            double encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            return (int) Math.round(255 * encoded);
        }
    }

    private void look(double ambient, double[] light, double... colour) {
        estimate.reset();
        estimate.update(new Sphere(ambient, light, colour), landmarks, normals, facing, 0);
    }

    @Test
    void turnsTheKeyLightToTheBrightSide() {
        look(0.3, new double[] {0.7, 0.1, 0.3}, 1, 1, 1);
        estimate.keyDirection(key);
        assertTrue(key[0] > 0.3, "key light at x = " + key[0]);
        look(0.3, new double[] {-0.7, 0.1, 0.3}, 1, 1, 1);
        estimate.keyDirection(key);
        assertTrue(key[0] < -0.3, "key light at x = " + key[0]);
    }

    @Test
    void rotatesTheEnvironmentTogetherWithTheKeyLight() {
        look(0.3, new double[] {0.7, 0.1, 0.3}, 1, 1, 1);
        estimate.keyDirection(key);
        float[] environmentFromCamera = new float[16];
        estimate.environmentFromCamera(environmentFromCamera, 0);
        Rigid.rotate(environmentFromCamera, key, key);
        assertEquals(-42, Math.toDegrees(Math.atan2(key[0], key[2])), 0.1);
    }

    @Test
    void growsBrighterWithThePicture() {
        look(0.2, new double[] {0, 0, 0.1}, 1, 1, 1);
        float dark = estimate.gain(1);
        look(0.9, new double[] {0, 0, 0.1}, 1, 1, 1);
        assertTrue(estimate.gain(1) > 1.5 * dark, dark + " in the dark, " + estimate.gain(1) + " in the light");
    }

    @Test
    void takesOnTheColourOfTheLight() {
        look(0.7, new double[] {0, 0, 0.1}, 1.0, 0.8, 0.5);
        assertTrue(estimate.gain(0) > estimate.gain(1) && estimate.gain(1) > estimate.gain(2));
    }

    @Test
    void approachesAChangeSlowlyWithinOneVideo() {
        look(0.9, new double[] {0, 0, 0.1}, 1, 1, 1);
        float before = estimate.gain(1);
        estimate.update(new Sphere(0.1, new double[] {0, 0, 0}, new double[] {1, 1, 1}), landmarks, normals, facing, 33);
        float after = estimate.gain(1);
        assertTrue(after < before && after > 0.85 * before, before + " became " + after + " within one video frame");
    }

    @Test
    void keepsTheLastLightWhereTheFaceLeavesThePicture() {
        look(0.9, new double[] {0, 0, 0.1}, 1, 1, 1);
        float before = estimate.gain(1);
        float[] outside = new float[landmarks.length];
        Arrays.fill(outside, -50);
        estimate.update(new Sphere(0.1, new double[] {0, 0, 0}, new double[] {1, 1, 1}), outside, normals, facing, 5000);
        assertEquals(before, estimate.gain(1));
    }
}
