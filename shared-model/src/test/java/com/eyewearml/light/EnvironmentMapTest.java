package com.eyewearml.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvironmentMapTest {
    private final byte[] file = EnvironmentPrefilter.filter(new Studio()).toBytes();

    @Test
    void readsWhatItWrote() {
        assertArrayEquals(file, EnvironmentMap.parse(file).toBytes());
    }

    @Test
    void refusesEveryDamagedFile() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            byte[] cut = Arrays.copyOf(file, random.nextInt(file.length));
            assertThrows(EnvironmentFormatException.class, () -> EnvironmentMap.parse(cut));
            byte[] flipped = file.clone();
            flipped[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            assertThrows(EnvironmentFormatException.class, () -> EnvironmentMap.parse(flipped));
        }
    }
}
