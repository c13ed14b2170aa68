package com.eyewearml.gltf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GlbFormatException.Code;
import com.eyewearml.gltf.GltfMaterial.Alpha;
import com.eyewearml.gltf.GltfMaterial.Clearcoat;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlbReaderTest {
    private static final int FUZZ_ROUNDS = 20_000;

    /** One textured, coloured triangle in a moved and turned node under a root with extras. */
    static GltfModel sample() {
        GltfMaterial glass = GltfMaterial.opaque("glass", new float[] {0.5f, 0.25f, 1, 1}, 0, 0.125f)
                .withTransmission(new Transmission(0.75f, 0.002f, new float[] {0.5f, 1, 0.25f}, 0.01f), 1.6f)
                .withClearcoat(new Clearcoat(0.5f, 0.25f))
                .withSpecular(new Specular(0.25f, new float[] {0.5f, 1, 0.75f}));
        GltfMaterial veil = GltfMaterial.opaque("veil", new float[] {1, 1, 1, 0.5f}, 0, 1).withAlpha(Alpha.BLEND);
        GltfPrimitive triangle = new GltfPrimitive(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1},
                new float[0], new float[] {0, 0, 1, 0, 0, 1}, new float[] {1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1}, new int[] {0, 1, 2},
                0, new int[0]);
        GltfPrimitive plain = new GltfPrimitive(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1}, new float[0], new float[0],
                new float[] {2, 0, 1, 0, 0, 1, -1, 0}, new float[0], new int[] {0, 1, 2, 0, 2, 3}, -1, new int[0]);
        GltfNode root = GltfNode.translated("root", new float[3], -1, List.of(1), new JsonObject().add("eyewearml", 7));
        GltfNode child = new GltfNode("child", new float[] {1, 2, 3}, new float[] {0, 0.6f, 0, 0.8f}, new float[] {1, 2, 1}, 0, List.of(),
                new JsonObject());
        return GltfModel.plain(List.of(root, child), List.of(0), List.of(new GltfMesh("mesh", List.of(triangle, plain))),
                List.of(glass, veil));
    }

    @Test
    void readsWhatTheWriterWrites() throws Exception {
        GltfModel written = sample();
        GltfModel read = GlbReader.parse(GlbWriter.write(written));
        assertEquals(written.roots(), read.roots());
        assertEquals(7, read.nodes().getFirst().extras().get("eyewearml").asInt());
        assertEquals(List.of(1), read.nodes().getFirst().children());
        assertArrayEquals(new float[] {0, 0.6f, 0, 0.8f}, read.nodes().get(1).rotation());
        assertArrayEquals(new float[] {1, 2, 3}, read.nodes().get(1).translationM());
        assertArrayEquals(new float[] {1, 2, 1}, read.nodes().get(1).scale());
        for (int i = 0; i < 2; i++) {
            GltfPrimitive expected = written.meshes().getFirst().primitives().get(i);
            GltfPrimitive actual = read.meshes().getFirst().primitives().get(i);
            assertArrayEquals(expected.positionsM(), actual.positionsM());
            assertArrayEquals(expected.normals(), actual.normals());
            assertArrayEquals(expected.uvs(), actual.uvs());
            assertArrayEquals(expected.colours(), actual.colours());
            assertArrayEquals(expected.indices(), actual.indices());
            assertEquals(expected.material(), actual.material());
            assertMaterial(written.materials().get(i), read.materials().get(i));
        }
    }

    private static void assertMaterial(GltfMaterial expected, GltfMaterial actual) {
        assertEquals(expected.name(), actual.name());
        assertArrayEquals(expected.baseColour(), actual.baseColour());
        assertArrayEquals(expected.transmission().attenuationColour(), actual.transmission().attenuationColour());
        assertArrayEquals(expected.specular().colour(), actual.specular().colour());
        float[] a = {expected.metallic(), expected.roughness(), expected.transmission().factor(), expected.ior(),
            expected.transmission().thicknessM(), expected.transmission().attenuationDistanceM(), expected.clearcoat().factor(),
            expected.clearcoat().roughness(), expected.specular().factor()};
        float[] b = {actual.metallic(), actual.roughness(), actual.transmission().factor(), actual.ior(),
            actual.transmission().thicknessM(), actual.transmission().attenuationDistanceM(), actual.clearcoat().factor(),
            actual.clearcoat().roughness(), actual.specular().factor()};
        assertArrayEquals(a, b);
        assertEquals(expected.doubleSided(), actual.doubleSided());
        assertEquals(expected.alpha(), actual.alpha());
    }

    @Test
    void everyTruncationIsReported() {
        byte[] file = GlbWriter.write(sample());
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            Code code = assertThrows(GlbFormatException.class, () -> GlbReader.parse(cut)).code();
            assertEquals(length < 4 ? Code.NOT_GLB : Code.TRUNCATED, code, "cut to " + length);
        }
    }

    @Test
    void damagedFilesEitherParseOrAreRefused() {
        byte[] file = GlbWriter.write(sample());
        Random random = new Random(1);
        int refused = 0;
        for (int round = 0; round < FUZZ_ROUNDS; round++) {
            byte[] damaged = damaged(file, random);
            try {
                GltfModel model = GlbReader.parse(damaged);
                model.meshes().forEach(mesh -> mesh.primitives().forEach(GlbReaderTest::assertUsable));
            } catch (GlbFormatException e) {
                assertFalse(e.getMessage().isBlank());
                refused++;
            }
        }
        assertTrue(refused > FUZZ_ROUNDS / 4, refused + " refused");
    }

    private static byte[] damaged(byte[] file, Random random) {
        byte[] damaged = file.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(3)) {
                case 0 -> damaged[at] = (byte) random.nextInt();
                case 1 -> damaged[at] = (byte) ('0' + random.nextInt(10));
                default -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return damaged;
    }

    private static void assertUsable(GltfPrimitive primitive) {
        for (int index : primitive.indices()) {
            assertTrue(index >= 0 && index < primitive.vertexCount());
        }
        assertTrue(primitive.normals().length == 0 || primitive.normals().length == primitive.positionsM().length);
        for (float value : primitive.positionsM()) {
            assertTrue(Float.isFinite(value));
        }
    }

    /** Each row changes one thing in a valid file and names the code it must be refused with. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"version\":\"2.0\"|\"version\":\"1.0\"|WRONG_VERSION",
        "\"scene\":0|\"scene\":9|BAD_JSON",
        "\"scene\":0|\"scene\"|BAD_JSON",
        "\"children\":[1]|\"children\":[0]|BAD_JSON",
        "\"children\":[1]|\"children\":[1,1]|BAD_JSON",
        "\"count\":3|\"count\":30000|BAD_ACCESSOR",
        "\"count\":3|\"count\":2147483647|TOO_LARGE",
        "\"count\":3|\"count\":-1|BAD_JSON",
        "\"count\":3|\"count\":1e999|BAD_JSON",
        "\"byteOffset\":0|\"byteOffset\":2147483646|BAD_ACCESSOR",
        "\"byteOffset\":0|\"byteOffset\":2|BAD_ACCESSOR",
        "\"componentType\":5126|\"componentType\":5124|BAD_ACCESSOR",
        "\"type\":\"VEC3\"|\"type\":\"MAT3\"|BAD_ACCESSOR",
        "\"type\":\"VEC3\"|\"sparse\":{},\"type\":\"VEC3\"|BAD_ACCESSOR",
        "\"material\":0|\"material\":2|BAD_JSON",
        "\"material\":0|\"mode\":7|BAD_JSON",
        "\"indices\":4|\"indices\":0|BAD_ACCESSOR",
        "\"roughnessFactor\":0.125|\"roughnessFactor\":7|BAD_JSON",
        "\"byteLength\":36|\"byteLength\":3600000|BAD_ACCESSOR",
        "\"buffers\":[{|\"buffers\":[{\"uri\":\"x.bin\",|UNSUPPORTED_FEATURE",
        "\"extensionsRequired\":[\"KHR_mesh_quantization\"|\"extensionsRequired\":[\"KHR_draco_mesh_compression\"|UNSUPPORTED_EXTENSION"})
    void refusesWithTheRightCode(String valid, String broken, Code expected) {
        byte[] file = withJson(GlbWriter.write(sample()), valid, broken);
        GlbFormatException thrown = assertThrows(GlbFormatException.class, () -> GlbReader.parse(file));
        assertEquals(expected, thrown.code(), thrown.getMessage());
    }

    @Test
    void refusesOtherFiles() {
        assertEquals(Code.NOT_GLB, code("{\"asset\":{}}".getBytes(StandardCharsets.UTF_8)));
        byte[] version1 = GlbWriter.write(sample());
        version1[4] = 1;
        assertEquals(Code.WRONG_VERSION, code(version1));
        assertEquals(Code.TOO_LARGE, code(new byte[GlbReader.MAX_FILE_BYTES + 1]));
        byte[] deep = withJson(GlbWriter.write(sample()), "\"scene\":0", "\"scene\":" + "[".repeat(100_000));
        assertEquals(Code.BAD_JSON, code(deep));
    }

    private static Code code(byte[] file) {
        return assertThrows(GlbFormatException.class, () -> GlbReader.parse(file)).code();
    }

    @Test
    void readsMatricesAndUnindexedTriangles() throws Exception {
        byte[] matrix = withJson(GlbWriter.write(sample()), "\"translation\":[1,2,3],\"rotation\":[0,0.6,0,0.8],\"scale\":[1,2,1]",
                "\"matrix\":[0,0,-2,0, 0,3,0,0, 4,0,0,0, 5,6,7,1]");
        GltfNode node = GlbReader.parse(matrix).nodes().get(1);
        assertArrayEquals(new float[] {5, 6, 7}, node.translationM(), 1e-6f);
        assertArrayEquals(new float[] {2, 3, 4}, node.scale(), 1e-6f);
        float half = (float) Math.sqrt(0.5);
        assertArrayEquals(new float[] {0, half, 0, half}, node.rotation(), 1e-6f);
        byte[] unindexed = withJson(GlbWriter.write(sample()), "\"indices\":4,", "");
        assertArrayEquals(new int[] {0, 1, 2}, GlbReader.parse(unindexed).meshes().getFirst().primitives().getFirst().indices());
    }

    /** The file with the first occurrence of a piece of its JSON replaced. */
    static byte[] withJson(byte[] file, String valid, String broken) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int jsonLength = in.getInt(12);
        String json = new String(file, 20, jsonLength, StandardCharsets.UTF_8);
        int at = json.indexOf(valid);
        assertTrue(at >= 0, "the sample has no " + valid);
        byte[] changed = (json.substring(0, at) + broken + json.substring(at + valid.length())).getBytes(StandardCharsets.UTF_8);
        int padded = (changed.length + 3) / 4 * 4;
        ByteBuffer out = ByteBuffer.allocate(file.length - jsonLength + padded).order(ByteOrder.LITTLE_ENDIAN);
        out.put(file, 0, 8).putInt(out.capacity()).putInt(padded).putInt(in.getInt(16)).put(changed);
        while (out.position() < 20 + padded) {
            out.put((byte) ' ');
        }
        return out.put(file, 20 + jsonLength, file.length - 20 - jsonLength).array();
    }
}
