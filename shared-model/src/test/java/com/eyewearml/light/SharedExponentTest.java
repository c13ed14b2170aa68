package com.eyewearml.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedExponentTest {
    /** OpenGL ES 3.0, 3.8.3.2: 1 is mantissa 256 with exponent 16. */
    @Test
    void encodesOneAsTheSpecificationDoes() {
        assertEquals(256 | 256 << 9 | 256 << 18 | 16 << 27, SharedExponent.encode(1, 1, 1));
        assertEquals(0, SharedExponent.encode(0, 0, 0));
    }

    @Test
    void losesAtMostHalfAStepOfTheLargestChannel() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            double[] rgb = {Math.exp(8 * random.nextGaussian() - 2), Math.exp(random.nextGaussian()), random.nextDouble()};
            for (int c = 0; c < 3; c++) {
                rgb[c] = Math.min(rgb[c], 65000);
            }
            int texel = SharedExponent.encode(rgb[0], rgb[1], rgb[2]);
            double largest = Math.max(rgb[0], Math.max(rgb[1], rgb[2]));
            for (int c = 0; c < 3; c++) {
                double error = Math.abs(SharedExponent.decode(texel, c) - rgb[c]);
                assertTrue(error <= largest / 256 / 2 + 1e-9, rgb[c] + " came back as " + SharedExponent.decode(texel, c));
            }
        }
    }
}
