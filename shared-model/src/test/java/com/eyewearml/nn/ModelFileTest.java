package com.eyewearml.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.nn.ModelFormatException.Code;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private static final Graph GRAPH = graph("tiny", 3, 4);
    private static final Weights WEIGHTS = RandomGraphs.weights(GRAPH, new SplittableRandom(1));
    private static final byte[] FILE = ModelFile.encode(WEIGHTS, "spring 2030 ☀");

    @Test
    void weightsReturnWithinHalfAStepOfTheirChannelAndBiasesInHalfPrecision() {
        ModelFile model = ModelFile.parse(FILE, GRAPH);
        assertEquals("spring 2030 ☀", model.release());
        assertEquals(GRAPH, model.weights().graph());
        float[] written = WEIGHTS.values();
        float[] read = model.weights().values();
        for (int channel = 0; channel < 4; channel++) {
            float max = Math.max(Math.abs(written[3 * channel]),
                    Math.max(Math.abs(written[3 * channel + 1]), Math.abs(written[3 * channel + 2])));
            for (int i = 3 * channel; i < 3 * channel + 3; i++) {
                assertEquals(written[i], read[i], 0.51f * max / 63, "weight " + i);
            }
        }
        for (int i = 12; i < 16; i++) {
            assertEquals(Float.float16ToFloat(Float.floatToFloat16(written[i])), read[i]);
        }
    }

    @Test
    void writingWhatWasReadChangesNothing() {
        for (Graph graph : List.of(FaceNetworks.landmarker(), FaceNetworks.detector())) {
            Weights once = ModelFile.parse(ModelFile.encode(RandomGraphs.weights(graph, new SplittableRandom(3)), ""), graph).weights();
            Weights twice = ModelFile.parse(ModelFile.encode(once, ""), graph).weights();
            for (int i = 0; i < once.values().length; i++) {
                assertEquals(once.values()[i], twice.values()[i], 1e-3f * Math.abs(once.values()[i]), "parameter " + i);
            }
        }
    }

    @Test
    void columnsOfADenseLayerKeepTheirOwnPrecision() {
        Graph graph = new Graph("dense", 1, 1, List.of(new Layer.Dense("out", Graph.INPUT, 3, 2, false)), List.of("out"));
        float[] values = {1, 1e-3f, 0, -0.5f, -4e-4f, 0, 0.25f, 8};
        float[] read = ModelFile.parse(ModelFile.encode(new Weights(graph, values), ""), graph).weights().values();
        assertEquals(1e-3f, read[1], 1e-5f);
        assertEquals(-4e-4f, read[4], 1e-5f);
        assertEquals(-0.5f, read[3], 0.51f / 63);
        assertEquals(0, read[2]);
    }

    @Test
    void holdsTheReleasedNetworks() {
        for (Graph graph : List.of(FaceNetworks.landmarker(), FaceNetworks.detector())) {
            byte[] file = ModelFile.encode(RandomGraphs.weights(graph, new SplittableRandom(2)), "");
            assertEquals(graph.parameterCount(), ModelFile.parse(file, graph).weights().values().length);
        }
    }

    @Test
    void layoutIsTheDocumentedOne() {
        ByteBuffer file = ByteBuffer.wrap(FILE).order(ByteOrder.LITTLE_ENDIAN);
        byte[] release = "spring 2030 ☀".getBytes(StandardCharsets.UTF_8);
        assertEquals("EWML", new String(FILE, 0, 4, StandardCharsets.US_ASCII));
        assertEquals(2, file.getShort(4));
        assertEquals(3, file.getShort(6));
        assertEquals(GRAPH.parameterCount(), file.getInt(8));
        assertEquals("tiny", new String(FILE, 14, FILE[12], StandardCharsets.UTF_8));
        assertEquals(release.length, FILE[13]);
        assertEquals(18 + release.length + 4 * 2 + 12 + 4 * 2 + 4, FILE.length);
        int parameters = 18 + release.length;
        float scale = Float.float16ToFloat(file.getShort(parameters)) / 1024;
        assertEquals(Math.round(WEIGHTS.values()[1] / scale), FILE[parameters + 8 + 1]);
        assertEquals(Float.floatToFloat16(WEIGHTS.values()[15]), file.getShort(FILE.length - 6));
        assertEquals(crc(FILE), file.getInt(FILE.length - 4));
    }

    @Test
    void everyShorterFileIsTruncated() {
        for (int length = 0; length < FILE.length; length++) {
            assertRefused(Code.TRUNCATED, Arrays.copyOf(FILE, length), GRAPH);
        }
    }

    @Test
    void somethingElseIsNotAModel() {
        assertRefused(Code.NOT_A_MODEL, "<!doctype html>".getBytes(StandardCharsets.UTF_8), GRAPH);
        assertRefused(Code.NOT_A_MODEL, new byte[] {'P'}, GRAPH);
    }

    @Test
    void otherFormatVersionIsRefused() {
        byte[] file = FILE.clone();
        file[4] = 1;
        assertRefused(Code.WRONG_VERSION, sealed(file), GRAPH);
    }

    @Test
    void otherGraphOrGraphVersionIsRefused() {
        assertRefused(Code.WRONG_GRAPH, FILE, graph("small", 3, 4));
        assertRefused(Code.WRONG_VERSION, FILE, graph("tiny", 4, 4));
        assertRefused(Code.WRONG_GRAPH, FILE, graph("tiny", 3, 5));
    }

    @Test
    void messageNamesWhatWasFoundAndExpected() {
        String message = assertThrows(ModelFormatException.class, () -> ModelFile.parse(FILE, graph("tiny", 4, 4))).getMessage();
        assertTrue(message.contains("version 3") && message.contains("version 4") && message.contains("same release"), message);
    }

    @Test
    void everyFlippedBitIsNoticed() {
        for (int bit = 0; bit < 8 * FILE.length; bit++) {
            byte[] file = FILE.clone();
            file[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(ModelFormatException.class, () -> ModelFile.parse(file, GRAPH));
        }
    }

    @Test
    void flippedParameterAndTrailingByteAreBadChecksums() {
        byte[] flipped = FILE.clone();
        flipped[FILE.length - 5] ^= 1;
        assertRefused(Code.BAD_CHECKSUM, flipped, GRAPH);
        assertRefused(Code.BAD_CHECKSUM, Arrays.copyOf(FILE, FILE.length + 1), GRAPH);
    }

    @Test
    void nonFiniteParameterIsRefused() {
        for (short half : new short[] {0x7c00, (short) 0xfc00, 0x7e00}) {
            byte[] file = FILE.clone();
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(FILE.length - 6, half);
            assertRefused(Code.NON_FINITE, sealed(file), GRAPH);
        }
    }

    @Test
    void arbitraryBytesNeverEscapeAsAnotherException() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] file = new byte[random.nextInt(64)];
            random.nextBytes(file);
            System.arraycopy(FILE, 0, file, 0, Math.min(random.nextInt(8), file.length));
            assertThrows(ModelFormatException.class, () -> ModelFile.parse(file, GRAPH));
        }
    }

    @Test
    void parametersThatHalvesCannotHoldAreNotWritten() {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, 65520, -1e6f}) {
            float[] values = WEIGHTS.values().clone();
            values[5] = value;
            assertThrows(IllegalArgumentException.class, () -> ModelFile.encode(new Weights(GRAPH, values), ""));
        }
    }

    @Test
    void overlongReleaseIsNotWritten() {
        assertThrows(IllegalArgumentException.class, () -> ModelFile.encode(WEIGHTS, "x".repeat(256)));
    }

    private static Graph graph(String name, int version, int channels) {
        return new Graph(name, version, 4, List.of(new Layer.Conv("out", Graph.INPUT, 3, channels, 1, 1, false)), List.of("out"));
    }

    private static void assertRefused(Code code, byte[] file, Graph graph) {
        assertEquals(code, assertThrows(ModelFormatException.class, () -> ModelFile.parse(file, graph)).code());
    }

    private static byte[] sealed(byte[] file) {
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 4, crc(file));
        return file;
    }

    private static int crc(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file, 0, file.length - 4);
        return (int) crc.getValue();
    }
}
