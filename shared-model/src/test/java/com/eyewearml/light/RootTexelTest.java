package com.eyewearml.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RootTexelTest {
    /** OpenGL ES 3.0, table 3.13 for UNSIGNED_INT_2_10_10_10_REV: red in the lowest bits, then green, then blue. */
    @Test
    void putsTheChannelsWhereTheSpecificationDoes() {
        assertEquals(1023, RootTexel.encode(4, 0, 0, 4));
        assertEquals(1023 << 10, RootTexel.encode(0, 4, 0, 4));
        assertEquals(512 << 20, RootTexel.encode(0, 0, 1.002, 4));
    }

    @Test
    void losesAtMostHalfAStepOfTheRoot() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 10_000; i++) {
            double value = 16 * random.nextDouble();
            int texel = RootTexel.encode(value, value, value, 16);
            for (int c = 0; c < 3; c++) {
                assertTrue(Math.abs(Math.sqrt(RootTexel.decode(texel, c, 16)) - Math.sqrt(value)) <= 4 / 2046.0 + 1e-9);
            }
        }
    }

    @Test
    void packingGivesBackEveryTexel() {
        SplittableRandom random = new SplittableRandom(6);
        int[] sides = {8, 8, 3, 1};
        int[] texels = new int[64 + 64 + 9 + 1];
        for (int i = 0; i < texels.length; i++) {
            texels[i] = random.nextInt(1 << 30);
        }
        ByteBuffer file = ByteBuffer.allocate(TexelPacking.bytes(texels.length));
        TexelPacking.write(texels, sides, file);
        assertEquals(0, file.remaining());
        file.flip();
        int[] back = new int[texels.length];
        TexelPacking.read(file, sides, back);
        assertArrayEquals(texels, back);
    }
}
