package com.eyewearml.facemodel.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorNoiseTest {
    private final SensorNoise noise = new SensorNoise(new Random(2));

    @ParameterizedTest
    @CsvSource({"120, 400, 0", "120, 400, 6", "200, 3000, 3", "90, 900, 2"})
    void electronsHaveTheMeanAndVarianceOfPoissonsDistributionPlusReading(float displayed, float electrons, float read) {
        float[] grey = new float[120_000];
        Arrays.fill(grey, displayed);
        noise.expose(grey, grey.length, electrons, read, 1);
        double expected = electrons * Math.pow(displayed / 255, 2.2), sum = 0, squares = 0;
        for (float value : grey) {
            double counted = electrons * Math.pow(value / 255, 2.2);
            sum += counted;
            squares += counted * counted;
        }
        double mean = sum / grey.length, variance = squares / grey.length - mean * mean;
        assertEquals(expected, mean, 0.01 * expected);
        assertEquals(expected + read * read, variance, 0.04 * (expected + read * read));
    }

    @Test
    void gainBrightensLinearLight() {
        float[] grey = new float[30_000];
        Arrays.fill(grey, 100);
        noise.expose(grey, grey.length, 1e9f, 0, 0.5f);
        assertEquals(255 * Math.pow(0.5 * Math.pow(100 / 255.0, 2.2), 1 / 2.2), grey[7], 0.5);
    }

    @Test
    void displayUndoesLinear() {
        for (float v = 2; v <= 255; v += 0.7f) {
            assertEquals(v, SensorNoise.display(SensorNoise.linear(v)), 0.25);
        }
    }

    @Test
    void valuesBeyondTheLengthStay() {
        float[] grey = new float[12];
        Arrays.fill(grey, 100);
        noise.expose(grey, 6, 50, 3, 1);
        for (int i = 6; i < 12; i++) {
            assertEquals(100, grey[i]);
        }
    }
}
