package com.eyewearml.gltf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GlbFormatException.Code;
import com.eyewearml.gltf.GltfMaterial.Alpha;
import com.eyewearml.gltf.GltfMaterial.Iridescence;
import com.eyewearml.gltf.GltfTexture.Wrap;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Textures, variants and extensions through the writer and back; files that must be refused. */
class GlbTexturesTest {
    /** A white pixel. */
    static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
            + "0000000d49444154789c63f8ffffff7f0009fb03fd2a86e38a0000000049454e44ae426082");

    /** Every texture slot taken, with two variants. */
    static GltfModel sample() {
        Map<TextureSlot, TextureUse> uses = new EnumMap<>(TextureSlot.class);
        for (TextureSlot slot : TextureSlot.values()) {
            float angle = slot.ordinal() * 0.25f;
            float cos = (float) Math.cos(angle);
            float sin = (float) Math.sin(angle);
            uses.put(slot, new TextureUse(slot.ordinal() % 2, 0, slot == TextureSlot.NORMAL ? 0.5f : 1,
                    new float[] {2 * cos, 3 * sin, 0.25f, -2 * sin, 3 * cos, 0.5f}));
        }
        GltfMaterial full = new GltfMaterial("full", new float[] {1, 0.5f, 0.25f, 1}, 0.5f, 0.25f, 1.75f,
                new GltfMaterial.Transmission(0.5f, 0.002f, new float[] {1, 0.5f, 0.25f}, 0.004f), new GltfMaterial.Clearcoat(0.5f, 0.125f),
                new GltfMaterial.Specular(0.5f, new float[] {1, 2, 3}), new Iridescence(1, 1.75f, 200, 350), new float[] {4, 2, 1},
                new Alpha(Alpha.Mode.MASK, 0.25f), true, uses);
        GltfMaterial plain = GltfMaterial.opaque("plain", new float[] {1, 1, 1, 1}, 0, 1);
        GltfPrimitive triangle = new GltfPrimitive(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1},
                new float[] {1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, -1}, new float[] {0, 0, 1, 0, 0, 1}, new float[0], new int[] {0, 1, 2}, 0,
                new int[] {1, 0, 1});
        return new GltfModel(List.of(GltfNode.translated("root", new float[3], 0, List.of(), new JsonObject())), List.of(0),
                List.of(new GltfMesh("mesh", List.of(triangle))), List.of(full, plain),
                List.of(new GltfTexture(0, Wrap.MIRRORED_REPEAT, Wrap.REPEAT), new GltfTexture(0, Wrap.CLAMP_TO_EDGE, Wrap.REPEAT)),
                List.of(new GltfImage("pixel", "image/png", PNG)), List.of("red", "green", "blue"));
    }

    @Test
    void readsWhatTheWriterWrites() throws Exception {
        GltfModel written = sample();
        GlbContents contents = GlbReader.read(GlbWriter.write(written));
        GltfModel read = contents.model();
        assertEquals(List.of(), contents.ignoredExtensions());
        assertEquals(written.textures(), read.textures());
        assertEquals(written.variants(), read.variants());
        assertArrayEquals(PNG, read.images().getFirst().bytes());
        assertEquals("image/png", read.images().getFirst().mediaType());
        GltfPrimitive expected = written.meshes().getFirst().primitives().getFirst();
        GltfPrimitive actual = read.meshes().getFirst().primitives().getFirst();
        assertArrayEquals(expected.tangents(), actual.tangents());
        assertArrayEquals(expected.variantMaterials(), actual.variantMaterials());
        GltfMaterial a = written.materials().getFirst();
        GltfMaterial b = read.materials().getFirst();
        assertEquals(a.iridescence(), b.iridescence());
        assertEquals(a.alpha(), b.alpha());
        assertEquals(a.ior(), b.ior());
        assertArrayEquals(a.emission(), b.emission());
        assertArrayEquals(a.specular().colour(), b.specular().colour());
        for (TextureSlot slot : TextureSlot.values()) {
            TextureUse use = b.textures().get(slot);
            assertEquals(a.textures().get(slot).texture(), use.texture(), slot.name());
            assertEquals(a.textures().get(slot).strength(), use.strength(), slot.name());
            assertArrayEquals(a.textures().get(slot).transform(), use.transform(), 1e-6f, slot.name());
        }
    }

    /** The bottom left quad of Khronos' TextureTransformTest: anticlockwise on the image, whose v runs downwards. */
    @Test
    void textureTransformsTurnAnticlockwiseOnTheImage() throws Exception {
        byte[] file = GlbReaderTest.withJson(GlbWriter.write(textured()), "\"index\":0",
                "\"index\":0,\"extensions\":{\"KHR_texture_transform\":{\"rotation\":1.5707963}}");
        float[] m = GlbReader.parse(file).materials().getFirst().textures().get(TextureSlot.BASE_COLOUR).transform();
        assertArrayEquals(new float[] {0, 1, 0, -1, 0, 0}, m, 1e-6f);
    }

    @Test
    void imagesMayBeDataUris() throws Exception {
        String base64 = java.util.Base64.getEncoder().encodeToString(PNG);
        byte[] file = GlbReaderTest.withJson(GlbWriter.write(textured()), "\"mimeType\":\"image/png\",\"bufferView\":2",
                "\"uri\":\"data:image/png;base64," + base64 + "\"");
        assertArrayEquals(PNG, GlbReader.parse(file).images().getFirst().bytes());
    }

    @Test
    void extensionsThatAreOnlyUsedAreReported() throws Exception {
        byte[] file = GlbReaderTest.withJson(GlbWriter.write(textured()), "\"scene\":0",
                "\"scene\":0,\"extensionsUsed\":[\"KHR_materials_sheen\",\"KHR_materials_ior\"]");
        assertEquals(List.of("KHR_materials_sheen"), GlbReader.read(file).ignoredExtensions());
    }

    private static GltfModel textured() {
        GltfMaterial material = GltfMaterial.opaque("m", new float[] {1, 1, 1, 1}, 0, 1)
                .withTextures(Map.of(TextureSlot.BASE_COLOUR, TextureUse.of(0)));
        GltfPrimitive triangle = GltfPrimitive.plain(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, new float[0], new float[0],
                new int[] {0, 1, 2}, 0);
        return new GltfModel(List.of(GltfNode.translated("root", new float[3], 0, List.of(), new JsonObject())), List.of(0),
                List.of(new GltfMesh("mesh", List.of(triangle))), List.of(material),
                List.of(new GltfTexture(0, Wrap.REPEAT, Wrap.REPEAT)), List.of(new GltfImage("i", "image/png", PNG)), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"mimeType\":\"image/png\",\"bufferView\":2|\"uri\":\"https://example.com/a.png\"|UNSUPPORTED_FEATURE",
        "\"mimeType\":\"image/png\",\"bufferView\":2|\"uri\":\"file:///etc/passwd\"|UNSUPPORTED_FEATURE",
        "\"mimeType\":\"image/png\",\"bufferView\":2|\"uri\":\"data:image/png;base64,????\"|BAD_IMAGE",
        "\"mimeType\":\"image/png\",\"bufferView\":2|\"bufferView\":0|BAD_IMAGE",
        "\"mimeType\":\"image/png\",\"bufferView\":2|\"bufferView\":9|BAD_JSON",
        "\"wrapS\":10497|\"wrapS\":7|BAD_JSON",
        "\"source\":0|\"source\":1|BAD_JSON",
        "\"index\":0|\"index\":5|BAD_JSON",
        "\"index\":0|\"texCoord\":0|BAD_JSON",
        "\"name\":\"m\"|\"extensions\":{\"KHR_materials_ior\":{\"ior\":0.5}}|BAD_JSON",
        "\"name\":\"m\"|\"extensions\":{\"KHR_materials_iridescence\":{\"iridescenceFactor\":2}}|BAD_JSON",
        "\"name\":\"m\"|\"extensions\":{\"KHR_materials_emissive_strength\":{\"emissiveStrength\":-1}}|BAD_JSON",
        "\"indices\":1|\"indices\":1,\"extensions\":{\"KHR_materials_variants\":{\"mappings\":[{\"material\":0,\"variants\":[0]}]}}|BAD_JSON"})
    void refusesWithTheRightCode(String valid, String broken, Code expected) {
        byte[] file = GlbReaderTest.withJson(GlbWriter.write(textured()), valid, broken);
        GlbFormatException thrown = assertThrows(GlbFormatException.class, () -> GlbReader.parse(file));
        assertEquals(expected, thrown.code(), thrown.getMessage());
    }

    @Test
    void refusesHugePictures() {
        GltfModel model = textured();
        byte[] huge = PNG.clone();
        huge[17] = 1;
        GltfModel changed = new GltfModel(model.nodes(), model.roots(), model.meshes(), model.materials(), model.textures(),
                List.of(new GltfImage("huge", "image/png", huge)), model.variants());
        GlbFormatException thrown = assertThrows(GlbFormatException.class, () -> GlbReader.parse(GlbWriter.write(changed)));
        assertEquals(Code.TOO_LARGE, thrown.code());
    }
}
