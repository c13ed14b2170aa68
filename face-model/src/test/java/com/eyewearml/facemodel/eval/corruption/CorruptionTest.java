package com.eyewearml.facemodel.eval.corruption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.AnnotatedPictures;
import com.eyewearml.facemodel.eval.EvalDev;
import com.eyewearml.facemodel.eval.Luminance;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorruptionTest {
    private final EvalDev.Entry face = AnnotatedPictures.upright("a.jpg", 160, 160, 80, 80, 60);
    private final Rgb picture = AnnotatedPictures.textured(160, 160);

    static Stream<Corruption> all() {
        return Corruption.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void sameInputGivesSamePicture(Corruption corruption) throws IOException {
        byte[] before = picture.pixels().clone();
        for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
            assertArrayEquals(corruption.apply(picture, face, strength).pixels(), corruption.apply(picture, face, strength).pixels());
        }
        assertArrayEquals(before, picture.pixels(), "the input has changed");
    }

    @ParameterizedTest
    @MethodSource("all")
    void strongerIsFartherFromTheOriginal(Corruption corruption) throws IOException {
        double last = 0;
        for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
            double distance = distance(picture, corruption.apply(picture, face, strength));
            assertTrue(distance > last, corruption.name() + " " + strength + ": " + distance + " after " + last);
            last = distance;
        }
    }

    @Test
    void noiseHasItsSigma() throws IOException {
        Rgb grey = AnnotatedPictures.plain(160, 160, 128);
        assertEquals(12, distance(grey, new SensorNoise().apply(grey, face, 1)), 0.2);
        assertEquals(25, distance(grey, new SensorNoise().apply(grey, face, 2)), 0.4);
    }

    @Test
    void lowLightDividesTheMeanLuminance() throws IOException {
        Rgb grey = AnnotatedPictures.plain(160, 160, 200);
        assertEquals(Luminance.mean(grey) / 4, Luminance.mean(new LowLight().apply(grey, face, 1)), 0.002);
        assertEquals(Luminance.mean(grey) / 16, Luminance.mean(new LowLight().apply(grey, face, 2)), 0.002);
    }

    /** A unit step blurred by a Gaussian is its distribution function. */
    @Test
    void blurTurnsAStepIntoTheNormalDistribution() throws IOException {
        Rgb step = AnnotatedPictures.plain(160, 160, 0);
        for (int i = 0; i < step.pixels().length; i++) {
            step.pixels()[i] = (byte) (i / 3 % 160 >= 80 ? 200 : 0);
        }
        Rgb blurred = new FocusBlur().apply(step, face, 3);
        double sigma = 0.08 * face.interOcularPx();
        int oneSigmaRight = 3 * (80 * 160 + 80 + (int) Math.round(sigma));
        double z = (Math.round(sigma) + 0.5) / sigma;
        assertEquals(200 * normalDistribution(z), blurred.pixels()[oneSigmaRight] & 255, 2);
    }

    @Test
    void coversFromTheChinUpAndLeavesTheEyes() throws IOException {
        Rgb before = AnnotatedPictures.plain(160, 160, 90);
        for (int strength = 1; strength <= Corruption.STRENGTHS; strength++) {
            Rgb covered = new Occlusion().apply(before, face, strength);
            float[] p = face.landmarks68();
            assertEquals(90, at(covered, p[2 * 36], p[2 * 36 + 1]), "eye");
            assertTrue(at(covered, p[2 * 8], p[2 * 8 + 1] - 1) != 90, "chin");
            assertEquals(strength >= 2, at(covered, p[2 * 62], p[2 * 62 + 1]) != 90, "mouth at " + strength);
        }
    }

    private static int at(Rgb picture, float x, float y) {
        return picture.pixels()[3 * (Math.round(y) * picture.width() + Math.round(x))] & 255;
    }

    /** Abramowitz and Stegun 26.2.17. */
    private static double normalDistribution(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI)
                * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - tail;
    }

    private static double distance(Rgb a, Rgb b) {
        double sum = 0;
        for (int i = 0; i < a.pixels().length; i++) {
            double d = (a.pixels()[i] & 255) - (b.pixels()[i] & 255);
            sum += d * d;
        }
        return Math.sqrt(sum / a.pixels().length);
    }
}
