package com.eyewearml.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The oracle is the JDK's own conversion. */
class HalfFloatTest {
    @Test
    void everyHalfBecomesTheFloatOfTheSameValue() {
        for (int bits = 0; bits <= 0xffff; bits++) {
            float expected = Float.float16ToFloat((short) bits);
            assertEquals(Float.floatToIntBits(expected), Float.floatToIntBits(HalfFloat.toFloat((short) bits)));
        }
    }

    @Test
    void everyHalfSurvivesTheRoundTrip() {
        for (int bits = 0; bits <= 0xffff; bits++) {
            short half = (short) bits;
            float value = Float.float16ToFloat(half);
            if (Float.isNaN(value)) {
                assertTrue(Float.isNaN(HalfFloat.toFloat(HalfFloat.fromFloat(value))));
            } else {
                assertEquals(half, HalfFloat.fromFloat(value));
            }
        }
    }

    /** Every boundary between two neighbouring halves: the tie itself and the floats just beside it. */
    @Test
    void tiesRoundToEvenAndTheirNeighboursToTheNearest() {
        for (int bits = 0; bits < 0x7c00; bits++) {
            float low = Float.float16ToFloat((short) bits);
            float high = bits + 1 == 0x7c00 ? 65536 : Float.float16ToFloat((short) (bits + 1));
            float tie = (low + high) / 2;
            for (float value : new float[] {tie, Math.nextUp(tie), Math.nextDown(tie)}) {
                assertEquals(Float.floatToFloat16(value), HalfFloat.fromFloat(value), () -> "of " + value);
                assertEquals(Float.floatToFloat16(-value), HalfFloat.fromFloat(-value), () -> "of " + -value);
            }
        }
    }

    @Test
    void arbitraryFloatsRoundAsInTheJdk() {
        SplittableRandom random = new SplittableRandom(16);
        for (int i = 0; i < 2_000_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (!Float.isNaN(value)) {
                assertEquals(Float.floatToFloat16(value), HalfFloat.fromFloat(value), () -> "of " + value);
            }
        }
    }
}
