package com.eyewearml.facemodel.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.data.Topology;
import com.eyewearml.nn.FaceNetworks;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Samplers over a made-up portrait: a cap of a sphere, red on green, with a loop of its vertices as outline. */
class SamplersTest {
    private static final int FACE = 468;
    private static final int OUTLINE = 36;
    private static final float RADIUS_PX = 70;
    private static final float CENTRE_PX = Portraits.SIDE_PX / 2f;

    private final TrainingPictures pictures = pictures();

    @Test
    void mirroringTwiceChangesNothing() {
        for (Sampler sampler : List.of(landmarks(), new DetectorSampler(pictures, random()))) {
            for (int i = 0; i < 20; i++) {
                Sample sample = sampler.next();
                Sample twice = sampler.mirrored(sampler.mirrored(sample));
                assertArrayEquals(sample.pixels(), twice.pixels());
                assertArrayEquals(sample.target(), twice.target(), 1e-4f);
            }
        }
    }

    @Test
    void equalSeedsGiveEqualSamples() {
        Sampler first = landmarks(), second = landmarks();
        for (int i = 0; i < 40; i++) {
            Sample a = first.next(), b = second.next();
            assertArrayEquals(a.pixels(), b.pixels());
            assertArrayEquals(a.target(), b.target());
        }
    }

    @Test
    void labelledFaceLiesWhereItIsDrawn() {
        LandmarkSampler sampler = landmarks();
        int faces = 0;
        double agreement = 0;
        for (int i = 0; i < 200; i++) {
            Sample sample = sampler.next();
            if (sample.target()[LandmarkSampler.TARGET - 1] == 1) {
                agreement += redness(sample);
                faces++;
            }
        }
        assertTrue(faces > 150, faces + " faces");
        assertTrue(agreement / faces > 25, "mean excess of red at the landmarks is " + agreement / faces);
    }

    /** Mean excess of red over green at the landmarks that lie inside the picture. */
    private static double redness(Sample sample) {
        int side = FaceNetworks.landmarker().inputSize();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < 3 * FACE; i += 3) {
            int x = (int) ((sample.target()[i] + 1) * side / 2);
            int y = (int) ((sample.target()[i + 1] + 1) * side / 2);
            if (x >= 0 && y >= 0 && x < side && y < side) {
                int at = 3 * (y * side + x);
                sum += (sample.pixels()[at] & 255) - (sample.pixels()[at + 1] & 255);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    @Test
    void detectorTargetsKeepTheirCentresInsideThePicture() {
        DetectorSampler sampler = new DetectorSampler(pictures, random());
        int side = FaceNetworks.detector().inputSize();
        for (int i = 0; i < 200; i++) {
            float[] target = sampler.next().target();
            for (int f = 0; f < target.length; f += DetectorSampler.FACE_VALUES) {
                if (target[f + 4] == 1) {
                    assertTrue(target[f] > 0 && target[f] < side && target[f + 1] > 0 && target[f + 1] < side);
                    assertTrue(target[f + 2] >= 0.07f * side && target[f + 2] <= 0.95f * side, "size " + target[f + 2]);
                }
            }
        }
    }

    private LandmarkSampler landmarks() {
        return new LandmarkSampler(pictures, random(), false);
    }

    private static RandomGenerator random() {
        return new Random(11);
    }

    private static TrainingPictures pictures() {
        float[] points = new float[3 * FaceNetworks.POINTS];
        for (int i = 0; i < FaceNetworks.POINTS; i++) {
            double radius = i < OUTLINE ? 1 : 0.98 * Math.sqrt((double) (i - OUTLINE) / FaceNetworks.POINTS);
            double angle = i < OUTLINE ? 2 * Math.PI * i / OUTLINE : i * 2.39996;
            points[3 * i] = (float) (CENTRE_PX + RADIUS_PX * radius * Math.cos(angle));
            points[3 * i + 1] = (float) (CENTRE_PX + RADIUS_PX * radius * Math.sin(angle));
            points[3 * i + 2] = (float) (-0.5 * RADIUS_PX * Math.sqrt(1 - radius * radius));
        }
        place(points, 33, -0.4f, -0.2f);
        place(points, 263, 0.4f, -0.2f);
        int[] outline = new int[OUTLINE];
        int[][] fan = new int[OUTLINE][];
        for (int i = 0; i < OUTLINE; i++) {
            outline[i] = i;
            fan[i] = new int[] {OUTLINE, i, (i + 1) % OUTLINE};
        }
        int[] mirror = new int[FaceNetworks.POINTS];
        for (int i = 0; i < mirror.length; i++) {
            mirror[i] = i;
        }
        mirror[33] = 263;
        mirror[263] = 33;
        Pyramid portrait = Pyramid.of(disc(), 18);
        Pyramid background = Pyramid.of(new Rgb(128, 128, new byte[3 * 128 * 128]), 64);
        return new TrainingPictures(new Topology(fan, outline, mirror), List.of(portrait), List.of(points), new float[] {200},
                List.of(background), List.of(MadeUpHead.frame()), List.of());
    }

    private static void place(float[] points, int i, float u, float v) {
        points[3 * i] = CENTRE_PX + u * RADIUS_PX;
        points[3 * i + 1] = CENTRE_PX + v * RADIUS_PX;
    }

    private static Rgb disc() {
        int side = Portraits.SIDE_PX;
        byte[] pixels = new byte[3 * side * side];
        for (int i = 0; i < side * side; i++) {
            boolean inside = Math.hypot(i % side - CENTRE_PX, i / side - CENTRE_PX) < RADIUS_PX;
            pixels[3 * i] = (byte) (inside ? 220 : 20);
            pixels[3 * i + 1] = (byte) (inside ? 60 : 120);
            pixels[3 * i + 2] = 60;
        }
        return new Rgb(side, side, pixels);
    }

    @Test
    void pyramidLevelsAreMeansOfTheirPixels() {
        Random random = new Random(5);
        byte[] pixels = new byte[3 * 64 * 64];
        random.nextBytes(pixels);
        Pyramid pyramid = Pyramid.of(new Rgb(64, 64, pixels), 16);
        Rgb level = pyramid.levels().get(2);
        assertEquals(16, level.width());
        for (int k = 0; k < 3; k++) {
            double mean = 0;
            for (int y = 4; y < 8; y++) {
                for (int x = 8; x < 12; x++) {
                    mean += (pixels[3 * (y * 64 + x) + k] & 255) / 16.0;
                }
            }
            assertEquals(mean, level.pixels()[3 * (16 + 2) + k] & 255, 1.01);
        }
    }
}
