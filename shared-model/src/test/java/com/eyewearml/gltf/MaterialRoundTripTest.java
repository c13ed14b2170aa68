package com.eyewearml.gltf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GltfMaterial.Alpha;
import com.eyewearml.gltf.GltfMaterial.Clearcoat;
import com.eyewearml.gltf.GltfMaterial.Iridescence;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a file says of looks, beyond plain materials, is read as it was written. */
class MaterialRoundTripTest {
    /** One grey pixel. */
    private static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    private static GltfMaterial everything() {
        Map<TextureSlot, TextureUse> textures = new EnumMap<>(TextureSlot.class);
        for (TextureSlot slot : TextureSlot.values()) {
            boolean scaled = slot == TextureSlot.NORMAL || slot == TextureSlot.OCCLUSION || slot == TextureSlot.CLEARCOAT_NORMAL;
            textures.put(slot, new TextureUse(slot.ordinal() % 2, 0, scaled ? 0.5f : 1, new float[] {1, 0, 0, 0, 1, 0}));
        }
        textures.put(TextureSlot.BASE_COLOUR, new TextureUse(1, 0, 1, new float[] {0.5f, 0, 0.25f, 0, 2, 0.125f}));
        return new GltfMaterial("everything", new float[] {0.5f, 0.25f, 0.125f, 0.75f}, 0.5f, 0.25f, 1.75f,
                new Transmission(0.5f, 0.004f, new float[] {0.5f, 0.75f, 1}, 0.02f), new Clearcoat(0.75f, 0.125f),
                new Specular(0.5f, new float[] {1, 0.5f, 1.5f}), new Iridescence(0.5f, 1.75f, 200, 300), new float[] {2, 0.5f, 0},
                new Alpha(Alpha.Mode.MASK, 0.25f), true, textures);
    }

    private static GltfModel model(GltfMaterial... materials) {
        GltfPrimitive triangle = new GltfPrimitive(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1},
                new float[] {1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, -1}, new float[] {0, 0, 1, 0, 0, 1}, new float[0], new int[] {0, 1, 2}, 0,
                new int[] {1, 0});
        return new GltfModel(List.of(GltfNode.translated("root", new float[3], 0, List.of(), new JsonObject())), List.of(0),
                List.of(new GltfMesh("mesh", List.of(triangle))), List.of(materials),
                List.of(new GltfTexture(0, GltfTexture.Wrap.MIRRORED_REPEAT, GltfTexture.Wrap.CLAMP_TO_EDGE),
                        new GltfTexture(0, GltfTexture.Wrap.REPEAT, GltfTexture.Wrap.REPEAT)),
                List.of(new GltfImage("grey", "image/png", PNG)), List.of("Havana", "Black"));
    }

    private static GltfMaterial plain() {
        return GltfMaterial.opaque("plain", new float[] {1, 1, 1, 1}, 0, 1);
    }

    @Test
    void keepsEveryExtensionAndTexture() throws GlbFormatException {
        GltfMaterial expected = everything();
        GlbContents contents = GlbReader.read(GlbWriter.write(model(expected, plain())));
        GltfMaterial actual = contents.model().materials().getFirst();
        assertEquals(List.of(), contents.ignoredExtensions());
        assertArrayEquals(expected.baseColour(), actual.baseColour());
        assertArrayEquals(expected.emission(), actual.emission(), 1e-6f);
        assertEquals(expected.ior(), actual.ior());
        assertEquals(expected.iridescence(), actual.iridescence());
        assertEquals(expected.clearcoat(), actual.clearcoat());
        assertEquals(expected.alpha(), actual.alpha());
        assertEquals(expected.transmission().thicknessM(), actual.transmission().thicknessM());
        assertArrayEquals(expected.specular().colour(), actual.specular().colour());
        assertEquals(expected.textures().keySet(), actual.textures().keySet());
        expected.textures().forEach((slot, use) -> {
            TextureUse read = actual.textures().get(slot);
            assertEquals(use.texture(), read.texture(), slot.name());
            assertEquals(use.strength(), read.strength(), slot.name());
            assertArrayEquals(use.transform(), read.transform(), 1e-6f, slot.name());
        });
    }

    @Test
    void keepsImagesWrapsTangentsAndVariants() throws GlbFormatException {
        GltfModel written = model(everything(), plain());
        GltfModel read = GlbReader.parse(GlbWriter.write(written));
        assertArrayEquals(PNG, read.images().getFirst().bytes());
        assertEquals("image/png", read.images().getFirst().mediaType());
        assertEquals(written.textures(), read.textures());
        assertEquals(written.variants(), read.variants());
        GltfPrimitive primitive = read.meshes().getFirst().primitives().getFirst();
        assertArrayEquals(new int[] {1, 0}, primitive.variantMaterials());
        assertArrayEquals(written.meshes().getFirst().primitives().getFirst().tangents(), primitive.tangents(), 0.01f);
    }

    @Test
    void neverAsksForImagesElsewhere() {
        for (String uri : new String[] {"https://example.com/a.png", "file:///etc/passwd", "//host/a.png", "a.png"}) {
            String json = "{\"asset\":{\"version\":\"2.0\"},\"images\":[{\"uri\":\"" + uri + "\"}]}";
            assertThrows(GlbFormatException.class, () -> GlbReader.parse(glb(json)), uri);
        }
    }

    @Test
    void refusesImagesWhoseHeadersPromiseTooMuch() {
        byte[] bomb = PNG.clone();
        bomb[16] = 0x7f;
        String json = "{\"asset\":{\"version\":\"2.0\"},\"images\":[{\"uri\":\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(bomb) + "\"}]}";
        assertEquals(GlbFormatException.Code.TOO_LARGE, assertThrows(GlbFormatException.class, () -> GlbReader.parse(glb(json))).code());
    }

    private static byte[] glb(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + 3) / 4 * 4;
        ByteBuffer out = ByteBuffer.allocate(20 + padded).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(GlbWriter.MAGIC).putInt(2).putInt(20 + padded).putInt(padded).putInt(GlbWriter.JSON_CHUNK).put(text);
        while (out.hasRemaining()) {
            out.put((byte) ' ');
        }
        return out.array();
    }
}
