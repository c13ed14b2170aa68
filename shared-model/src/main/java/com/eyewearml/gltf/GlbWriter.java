package com.eyewearml.gltf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Writes a {@link GltfModel} as one GLB file (glTF 2.0 specification, section 4, "GLB File Format Specification"). */
public final class GlbWriter {
    static final int MAGIC = 0x46546C67;
    static final int JSON_CHUNK = 0x4E4F534A;
    static final int BINARY_CHUNK = 0x004E4942;
    static final int HEADER_BYTES = 12;
    static final int CHUNK_HEADER_BYTES = 8;

    private static final Set<String> REQUIRED = Set.of(Extensions.QUANTIZATION, Extensions.MESHOPT);

    private GlbWriter() {
    }

    /** The file. Normals, and texture coordinates within [0, 1], are stored as normalised 16-bit integers, colours as normalised bytes. */
    public static byte[] write(GltfModel model) {
        return write(model, null);
    }

    /**
     * The same, with vertices and indices compressed (EXT_meshopt_compression).
     *
     * @param compressor null to store them as they are
     */
    public static byte[] write(GltfModel model, ViewCompressor compressor) {
        BinaryChunk binary = new BinaryChunk(compressor);
        Set<String> extensions = new TreeSet<>();
        JsonArray meshes = new JsonArray();
        for (GltfMesh mesh : model.meshes()) {
            meshes.add(MeshWriter.write(mesh, binary, extensions));
        }
        JsonArray materials = new JsonArray();
        for (GltfMaterial material : model.materials()) {
            materials.add(MaterialWriter.write(material, extensions));
        }
        JsonArray nodes = new JsonArray();
        for (GltfNode node : model.nodes()) {
            nodes.add(node(node));
        }
        JsonObject root = new JsonObject()
                .add("asset", new JsonObject().add("version", "2.0").add("generator", "EyewearML"))
                .add("scene", 0)
                .add("scenes", new JsonArray().add(new JsonObject().add("nodes", integers(model.roots()))));
        addUnlessEmpty(root, "nodes", nodes);
        addUnlessEmpty(root, "meshes", meshes);
        addUnlessEmpty(root, "materials", materials);
        TextureWriter.write(model, root, binary, extensions);
        if (!model.variants().isEmpty()) {
            extensions.add(Extensions.VARIANTS);
            JsonArray variants = new JsonArray();
            model.variants().forEach(name -> variants.add(new JsonObject().add("name", name)));
            root.add("extensions", new JsonObject().add(Extensions.VARIANTS, new JsonObject().add("variants", variants)));
        }
        addUnlessEmpty(root, "accessors", binary.accessors());
        addUnlessEmpty(root, "bufferViews", binary.views());
        byte[] bytes = binary.toBytes();
        if (bytes.length > 0) {
            root.add("buffers", buffers(bytes.length, binary.uncompressedBytes()));
        }
        if (binary.uncompressedBytes() > 0) {
            extensions.add(Extensions.MESHOPT);
        }
        JsonArray used = new JsonArray();
        extensions.forEach(used::add);
        addUnlessEmpty(root, "extensionsUsed", used);
        JsonArray required = new JsonArray();
        extensions.stream().filter(REQUIRED::contains).forEach(required::add);
        addUnlessEmpty(root, "extensionsRequired", required);
        return container(root.toString().getBytes(StandardCharsets.UTF_8), bytes);
    }

    /** The binary chunk, and the stand-in that compressed views point to when they are not compressed. */
    private static JsonArray buffers(int bytes, int uncompressedBytes) {
        JsonArray buffers = new JsonArray().add(new JsonObject().add("byteLength", bytes));
        if (uncompressedBytes > 0) {
            buffers.add(new JsonObject().add("byteLength", uncompressedBytes)
                    .add("extensions", new JsonObject().add(Extensions.MESHOPT, new JsonObject().add("fallback", true))));
        }
        return buffers;
    }

    private static void addUnlessEmpty(JsonObject root, String name, JsonArray array) {
        if (!array.isEmpty()) {
            root.add(name, array);
        }
    }

    private static JsonObject node(GltfNode node) {
        JsonObject json = new JsonObject().add("name", node.name());
        addUnlessDefault(json, "translation", node.translationM(), 0, 0, 0);
        addUnlessDefault(json, "rotation", node.rotation(), 0, 0, 0, 1);
        addUnlessDefault(json, "scale", node.scale(), 1, 1, 1);
        if (node.mesh() >= 0) {
            json.add("mesh", node.mesh());
        }
        if (!node.children().isEmpty()) {
            json.add("children", integers(node.children()));
        }
        if (!node.extras().isEmpty()) {
            json.add("extras", node.extras());
        }
        return json;
    }

    private static void addUnlessDefault(JsonObject json, String name, float[] value, float... fallback) {
        if (!Arrays.equals(value, fallback)) {
            json.add(name, MaterialWriter.numbers(value));
        }
    }

    private static JsonArray integers(Iterable<Integer> values) {
        JsonArray array = new JsonArray();
        for (int value : values) {
            array.add(value);
        }
        return array;
    }

    private static byte[] container(byte[] json, byte[] binary) {
        int jsonBytes = (json.length + 3) / 4 * 4;
        int total = HEADER_BYTES + CHUNK_HEADER_BYTES + jsonBytes + (binary.length > 0 ? CHUNK_HEADER_BYTES + binary.length : 0);
        ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).putInt(2).putInt(total);
        out.putInt(jsonBytes).putInt(JSON_CHUNK).put(json);
        for (int i = json.length; i < jsonBytes; i++) {
            out.put((byte) ' ');
        }
        if (binary.length > 0) {
            out.putInt(binary.length).putInt(BINARY_CHUNK).put(binary);
        }
        return out.array();
    }
}
