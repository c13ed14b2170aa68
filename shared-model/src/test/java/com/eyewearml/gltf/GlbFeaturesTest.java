package com.eyewearml.gltf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GlbFormatException.Code;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joml.Matrix4f;
import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;

/** Parts of glTF that exporters use more rarely. */
class GlbFeaturesTest {
    private static final byte[] PIXEL = java.util.Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static GltfModel model(float[] uvs, GltfMaterial material) {
        GltfPrimitive square = new GltfPrimitive(new float[] {0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0}, new float[0], new float[0], uvs, new float[0],
                new int[] {0, 1, 2, 0, 2, 3}, 0, new int[0]);
        GltfNode node = GltfNode.translated("square", new float[3], 0, List.of(), new JsonObject());
        return new GltfModel(List.of(node), List.of(0), List.of(new GltfMesh("square", List.of(square))), List.of(material),
                List.of(new GltfTexture(0, GltfTexture.Wrap.REPEAT, GltfTexture.Wrap.REPEAT)), List.of(new GltfImage("", "image/png", PIXEL)), List.of());
    }

    private static EditedGlb plain() {
        return EditedGlb.open(GlbWriter.write(model(new float[0], GltfMaterial.opaque("m", new float[] {1, 1, 1, 1}, 0, 0.5f))));
    }

    private static JsonObject primitive(EditedGlb file) {
        return file.root().get("meshes").asArray().get(0).asObject().get("primitives").asArray().get(0).asObject();
    }

    private static GltfPrimitive read(EditedGlb file) throws GlbFormatException {
        return GlbReader.parse(file.glb()).meshes().getFirst().primitives().getFirst();
    }

    @Test
    void sparseAccessorsReplaceElements() throws GlbFormatException {
        EditedGlb file = plain();
        int indices = file.addView(new byte[] {1, 3});
        int values = file.addView(ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putFloat(7).putFloat(8).putFloat(9).putFloat(-1).putFloat(-2)
                .putFloat(-3).array());
        JsonObject sparse = new JsonObject().add("count", 2).add("indices", new JsonObject().add("bufferView", indices).add("componentType", 5121))
                .add("values", new JsonObject().add("bufferView", values));
        JsonObject accessor = file.root().get("accessors").asArray().get(0).asObject();
        accessor.add("sparse", sparse);
        assertArrayEquals(new float[] {0, 0, 0, 7, 8, 9, 1, 1, 0, -1, -2, -3}, read(file).positionsM());
        accessor.remove("bufferView");
        assertArrayEquals(new float[] {0, 0, 0, 7, 8, 9, 0, 0, 0, -1, -2, -3}, read(file).positionsM());
        for (String wrong : List.of("{\"count\":9}", "{\"count\":2,\"indices\":{\"bufferView\":" + values + ",\"componentType\":5126},\"values\":{}}",
                "{\"count\":3,\"indices\":{\"bufferView\":" + indices + ",\"componentType\":5121},\"values\":{\"bufferView\":" + values + "}}",
                "{\"count\":2,\"indices\":{\"bufferView\":" + indices + ",\"componentType\":5121},\"values\":{\"bufferView\":99}}")) {
            accessor.set("sparse", Json.parse(wrong));
            Code code = assertThrows(GlbFormatException.class, () -> read(file)).code();
            assertTrue(code == Code.BAD_JSON || code == Code.BAD_ACCESSOR);
        }
    }

    @Test
    void stripsAndFansBecomeTriangles() throws GlbFormatException {
        EditedGlb file = plain();
        primitive(file).add("mode", 5);
        assertArrayEquals(new int[] {0, 1, 2, 1, 0, 2, 2, 0, 2, 0, 3, 2}, read(file).indices());
        primitive(file).set("mode", 6).remove("indices");
        assertArrayEquals(new int[] {1, 2, 0, 2, 3, 0}, read(file).indices());
    }

    @Test
    void texturesOnTheSecondSetBringTheirCoordinates() throws GlbFormatException {
        GltfMaterial material = GltfMaterial.opaque("m", new float[] {1, 1, 1, 1}, 0, 0.5f).withTextures(Map.of(
                TextureSlot.BASE_COLOUR, new TextureUse(0, 1, 1, new float[] {1, 0, 0, 0, 1, 0}),
                TextureSlot.OCCLUSION, TextureUse.of(0)));
        float[] uvs = {0, 0, 1, 0, 1, 1, 0, 1};
        EditedGlb file = EditedGlb.open(GlbWriter.write(model(uvs, material)));
        JsonObject attributes = primitive(file).get("attributes").asObject();
        attributes.add("TEXCOORD_1", attributes.get("TEXCOORD_0"));
        attributes.set("TEXCOORD_0", attributes.get("POSITION"));
        GlbContents contents = GlbReader.read(file.glb());
        assertArrayEquals(uvs, contents.model().meshes().getFirst().primitives().getFirst().uvs());
        Map<TextureSlot, TextureUse> textures = contents.model().materials().getFirst().textures();
        assertEquals(Set.of(TextureSlot.BASE_COLOUR), textures.keySet());
        assertEquals(0, textures.get(TextureSlot.BASE_COLOUR).texCoord());
        assertEquals(Set.of(LeftOut.TEXTURES_ON_OTHER_COORDINATES), contents.leftOut());
    }

    @Test
    void mirroringMatricesAreKeptAndShearingOnesRefused() throws GlbFormatException {
        Matrix4f mirrored = new Matrix4f().translate(1, 2, 3).rotateXYZ(0.3f, -0.8f, 2).scale(-2, 0.5f, 1);
        EditedGlb file = plain();
        JsonObject node = file.root().get("nodes").asArray().get(0).asObject();
        node.set("matrix", array(mirrored));
        GltfNode read = GlbReader.parse(file.glb()).nodes().getFirst();
        Matrix4f built = new Matrix4f().translationRotateScale(new Vector3f(read.translationM()), new Quaternionf(read.rotation()[0], read.rotation()[1],
                read.rotation()[2], read.rotation()[3]), new Vector3f(read.scale()));
        assertTrue(built.equals(mirrored, 1e-5f), built.toString());
        for (Matrix4f bad : List.of(new Matrix4f().m10(0.5f), new Matrix4f().scale(1, 0, 1), new Matrix4f().zero())) {
            node.set("matrix", array(bad));
            assertThrows(GlbFormatException.class, () -> GlbReader.parse(file.glb()));
        }
    }

    private static JsonArray array(Matrix4f matrix) {
        JsonArray array = new JsonArray();
        for (float value : matrix.get(new float[16])) {
            array.add(value);
        }
        return array;
    }

    @Test
    void whatIsPassedOverIsNamed() throws GlbFormatException {
        EditedGlb file = plain();
        JsonObject dummy = new JsonObject();
        file.root().add("animations", new JsonArray().add(dummy)).add("skins", new JsonArray().add(dummy)).add("cameras", new JsonArray().add(dummy));
        file.root().get("scenes").asArray().add(dummy);
        primitive(file).add("targets", new JsonArray());
        file.root().get("meshes").asArray().get(0).asObject().get("primitives").asArray().add(new JsonObject().add("mode", 1));
        Set<LeftOut> all = EnumSet.allOf(LeftOut.class);
        all.remove(LeftOut.TEXTURES_ON_OTHER_COORDINATES);
        assertEquals(all, GlbReader.read(file.glb()).leftOut());
        assertEquals(Set.of(), GlbReader.read(plain().glb()).leftOut());
    }
}
