package com.eyewearml.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvironmentMapTest {
    private final EnvironmentMap studio = EnvironmentPrefilter.filter(new Studio());
    private final byte[] file = studio.toBytes();

    @Test
    void readsWhatItWrote() {
        assertArrayEquals(file, EnvironmentMap.parse(file).toBytes());
    }

    /** Scale and peak are rounded to single precision in between. */
    @Test
    void drawsTheSharpestLevelOfTheStudioAsItWas() {
        byte[] withoutIt = studio.toBytesOfStudio();
        assertTrue(withoutIt.length < file.length / 2);
        int[] drawn = EnvironmentMap.parse(withoutIt).texels();
        for (int i = 0; i < drawn.length; i++) {
            for (int shift = 0; shift < 30; shift += 10) {
                assertEquals(studio.texels()[i] >>> shift & 0x3ff, drawn[i] >>> shift & 0x3ff, 1, "texel " + i);
            }
        }
    }

    @Test
    void refusesEveryDamagedFile() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            byte[] whole = random.nextBoolean() ? file : studio.toBytesOfStudio();
            byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
            assertThrows(EnvironmentFormatException.class, () -> EnvironmentMap.parse(cut));
            byte[] flipped = file.clone();
            flipped[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            assertThrows(EnvironmentFormatException.class, () -> EnvironmentMap.parse(flipped));
        }
    }
}
