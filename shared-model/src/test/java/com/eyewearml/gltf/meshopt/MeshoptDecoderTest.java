package com.eyewearml.gltf.meshopt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbFormatException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The oracle is meshoptimizer 0.21, whose streams and results are recorded in the resource {@code meshopt-vectors.txt}. */
class MeshoptDecoderTest {
    private static final int FUZZ_ROUNDS = 3_000;

    private record Vector(String mode, String filter, int stride, int count, byte[] stream, byte[] expected) {
        byte[] decode(byte[] bytes) throws GlbFormatException {
            return MeshoptDecoder.decode(bytes, 0, bytes.length, count, stride, mode, filter, "view");
        }
    }

    private static List<Vector> vectors() throws IOException {
        try (var in = MeshoptDecoderTest.class.getResourceAsStream("/gltf/meshopt-vectors.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().map(line -> line.split(" "))
                    .map(f -> new Vector(f[0], f[1], Integer.parseInt(f[2]), Integer.parseInt(f[3]), HexFormat.of().parseHex(f[4]),
                            HexFormat.of().parseHex(f[5])))
                    .toList();
        }
    }

    @Test
    void decodesWhatMeshoptimizerEncoded() throws Exception {
        for (Vector vector : vectors()) {
            byte[] decoded = vector.decode(vector.stream);
            String what = vector.mode + " " + vector.filter + " " + vector.stride;
            if (vector.filter.equals("NONE")) {
                assertArrayEquals(vector.expected, decoded, what);
            } else {
                assertClose(vector, decoded, what);
            }
        }
    }

    /** Filters may differ by one unit in the last place (appendix B). */
    private static void assertClose(Vector vector, byte[] decoded, String what) {
        assertEquals(vector.expected.length, decoded.length);
        ByteBuffer expected = ByteBuffer.wrap(vector.expected).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer actual = ByteBuffer.wrap(decoded).order(ByteOrder.LITTLE_ENDIAN);
        if (vector.filter.equals("EXPONENTIAL")) {
            assertArrayEquals(vector.expected, decoded, what);
        } else if (vector.stride == 4) {
            for (int i = 0; i < decoded.length; i++) {
                assertEquals(vector.expected[i], decoded[i], 1, what);
            }
        } else {
            for (int i = 0; i < decoded.length; i += 2) {
                assertEquals(expected.getShort(i), actual.getShort(i), 1, what);
            }
        }
    }

    @Test
    void everyTruncationIsRefused() throws Exception {
        for (Vector vector : vectors()) {
            for (int length = 0; length < vector.stream.length; length++) {
                byte[] cut = Arrays.copyOf(vector.stream, length);
                assertEquals(Code.BAD_COMPRESSION, assertThrows(GlbFormatException.class, () -> vector.decode(cut),
                        vector.mode + " cut to " + cut.length).code());
            }
        }
    }

    @Test
    void damagedStreamsDecodeToTheirSizeOrAreRefused() throws Exception {
        Random random = new Random(7);
        int refused = 0;
        for (Vector vector : vectors()) {
            for (int round = 0; round < FUZZ_ROUNDS; round++) {
                byte[] damaged = vector.stream.clone();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                try {
                    assertEquals(vector.expected.length, vector.decode(damaged).length);
                } catch (GlbFormatException e) {
                    assertEquals(Code.BAD_COMPRESSION, e.code());
                    refused++;
                }
            }
        }
        assertTrue(refused > FUZZ_ROUNDS, refused + " refused");
    }

    /** A few bytes that announce gigabytes must not be believed. */
    @Test
    void hugeCountsAreRefusedBeforeAllocation() {
        byte[] few = new byte[100];
        few[0] = (byte) 0xA0;
        assertRefused(few, 500_000_000, 4, "ATTRIBUTES");
        few[0] = (byte) 0xE1;
        assertRefused(few, 300_000_000, 4, "TRIANGLES");
        few[0] = (byte) 0xD1;
        assertRefused(few, 500_000_000, 4, "INDICES");
        assertRefused(few, 3, 3, "ATTRIBUTES");
        assertRefused(few, 3, 4, "NEWER");
    }

    private static void assertRefused(byte[] bytes, int count, int stride, String mode) {
        assertEquals(Code.BAD_COMPRESSION, assertThrows(GlbFormatException.class,
                () -> MeshoptDecoder.decode(bytes, 0, bytes.length, count, stride, mode, "NONE", "view")).code());
    }
}
