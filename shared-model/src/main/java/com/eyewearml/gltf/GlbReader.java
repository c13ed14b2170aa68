package com.eyewearml.gltf;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import com.eyewearml.gltf.GlbFormatException.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a GLB file (glTF 2.0): nodes, triangle meshes, materials. Textures, animations, skins, cameras and lights are passed over.
 * Nothing in the file is trusted; anything wrong is a {@link GlbFormatException}.
 */
public final class GlbReader {
    /** Largest file accepted, in bytes. */
    public static final int MAX_FILE_BYTES = 64 << 20;
    /** Most vertices and most indices accepted, over all meshes. */
    public static final int MAX_ELEMENTS = 6_000_000;
    /** Most nodes, and most meshes, accepted. */
    public static final int MAX_NODES = 10_000;

    private final JsonObject root;
    private final AccessorReader accessors;
    private int elementsLeft = MAX_ELEMENTS;

    private GlbReader(JsonObject root, AccessorReader accessors) {
        this.root = root;
        this.accessors = accessors;
    }

    /** @throws GlbFormatException where the file is not a GLB this reader can use */
    public static GltfModel parse(byte[] file) throws GlbFormatException {
        GlbContainer container = GlbContainer.of(file);
        JsonObject root;
        try {
            String text = new String(file, container.jsonStart(), container.jsonLength(), StandardCharsets.UTF_8);
            root = JsonFields.asObject(Json.parse(text), "the JSON chunk");
        } catch (ParseException e) {
            throw new GlbFormatException(Code.BAD_JSON, "the JSON chunk does not parse: " + e.getMessage());
        }
        requireVersion(root);
        requireKnownExtensions(root);
        requireEmbeddedBuffer(root, container.binaryLength());
        AccessorReader accessors = new AccessorReader(file, container.binaryStart(), container.binaryLength(),
                JsonFields.array(root, "bufferViews", "glTF"), JsonFields.array(root, "accessors", "glTF"), MAX_ELEMENTS);
        return new GlbReader(root, accessors).model();
    }

    private static void requireVersion(JsonObject root) throws GlbFormatException {
        JsonObject asset = JsonFields.object(root, "asset", "glTF");
        String version = JsonFields.text(asset, "version", "", "asset");
        String minVersion = JsonFields.text(asset, "minVersion", "2.0", "asset");
        if (!version.startsWith("2.") || !minVersion.equals("2.0")) {
            throw new GlbFormatException(Code.WRONG_VERSION,
                    "asset.version is \"" + version + "\" (at least \"" + minVersion + "\"), expected 2.0");
        }
    }

    private static void requireKnownExtensions(JsonObject root) throws GlbFormatException {
        for (JsonValue required : JsonFields.array(root, "extensionsRequired", "glTF")) {
            if (!required.isString() || !MaterialJson.KNOWN_EXTENSIONS.contains(required.asString())) {
                throw new GlbFormatException(Code.UNSUPPORTED_EXTENSION, "the file requires the extension " + required
                        + ", which is not supported; export it without (no mesh or texture compression)");
            }
        }
    }

    private static void requireEmbeddedBuffer(JsonObject root, int binaryLength) throws GlbFormatException {
        JsonArray buffers = JsonFields.array(root, "buffers", "glTF");
        for (int i = 0; i < buffers.size(); i++) {
            String where = "buffers[" + i + "]";
            JsonObject buffer = JsonFields.asObject(buffers.get(i), where);
            if (i > 0 || buffer.get("uri") != null) {
                throw new GlbFormatException(Code.UNSUPPORTED_FEATURE, where + " lies outside the GLB; embed it in the binary chunk");
            }
            int length = JsonFields.integer(buffer, "byteLength", 0, 1, Integer.MAX_VALUE, where);
            if (length > binaryLength) {
                throw new GlbFormatException(Code.TRUNCATED, where + " has " + length + " bytes, the binary chunk only " + binaryLength);
            }
        }
    }

    private GltfModel model() throws GlbFormatException {
        List<GltfMaterial> materials = new ArrayList<>();
        JsonArray materialArray = limited("materials");
        for (int i = 0; i < materialArray.size(); i++) {
            String where = "materials[" + i + "]";
            materials.add(MaterialJson.read(JsonFields.asObject(materialArray.get(i), where), where));
        }
        List<GltfMesh> meshes = new ArrayList<>();
        JsonArray meshArray = limited("meshes");
        for (int i = 0; i < meshArray.size(); i++) {
            String where = "meshes[" + i + "]";
            meshes.add(mesh(JsonFields.asObject(meshArray.get(i), where), materials.size(), where));
        }
        NodeReader nodes = new NodeReader(limited("nodes"), meshes.size());
        return GltfModel.plain(nodes.nodes(), nodes.roots(root), meshes, materials);
    }

    private JsonArray limited(String field) throws GlbFormatException {
        JsonArray array = JsonFields.array(root, field, "glTF");
        if (array.size() > MAX_NODES) {
            throw new GlbFormatException(Code.TOO_LARGE, field + " has " + array.size() + " entries, at most " + MAX_NODES + " are accepted");
        }
        return array;
    }

    private GltfMesh mesh(JsonObject json, int materialCount, String where) throws GlbFormatException {
        JsonArray array = JsonFields.array(json, "primitives", where);
        if (array.isEmpty()) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has no primitives");
        }
        List<GltfPrimitive> primitives = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String name = where + ".primitives[" + i + "]";
            primitives.add(primitive(JsonFields.asObject(array.get(i), name), materialCount, name));
        }
        return new GltfMesh(JsonFields.text(json, "name", "", where), primitives);
    }

    private GltfPrimitive primitive(JsonObject json, int materialCount, String where) throws GlbFormatException {
        int mode = JsonFields.integer(json, "mode", 4, 0, 6, where);
        if (mode != 4) {
            throw new GlbFormatException(Code.UNSUPPORTED_FEATURE, where + " has mode " + mode + "; only triangles (4) are supported");
        }
        JsonObject attributes = JsonFields.object(json, "attributes", where);
        int position = JsonFields.index(attributes, "POSITION", accessors.size(), where);
        if (position < 0) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has no POSITION");
        }
        float[] positions = accessors.floats(position, 3);
        int vertexCount = positions.length / 3;
        spend(vertexCount, where);
        float[] normals = attribute(attributes, "NORMAL", 3, vertexCount, where);
        float[] uvs = attribute(attributes, "TEXCOORD_0", 2, vertexCount, where);
        int index = JsonFields.index(json, "indices", accessors.size(), where);
        int[] indices = index < 0 ? sequence(vertexCount) : accessors.indices(index, vertexCount);
        spend(indices.length, where);
        if (indices.length % 3 != 0) {
            throw new GlbFormatException(Code.BAD_ACCESSOR, where + " has " + indices.length + " indices, expected a multiple of three");
        }
        return new GltfPrimitive(positions, normals, new float[0], uvs, colours(attributes, vertexCount, where), indices,
                JsonFields.index(json, "material", materialCount, where), new int[0]);
    }

    private void spend(int elements, String where) throws GlbFormatException {
        elementsLeft -= elements;
        if (elementsLeft < 0) {
            throw new GlbFormatException(Code.TOO_LARGE, where + " takes the model over " + MAX_ELEMENTS + " vertices and indices");
        }
    }

    private float[] attribute(JsonObject attributes, String name, int components, int vertexCount, String where)
            throws GlbFormatException {
        int index = JsonFields.index(attributes, name, accessors.size(), where);
        if (index < 0) {
            return new float[0];
        }
        float[] values = accessors.floats(index, components);
        if (values.length != vertexCount * components) {
            throw new GlbFormatException(Code.BAD_ACCESSOR, where + " has " + vertexCount + " positions but " + values.length / components
                    + " values of " + name);
        }
        return values;
    }

    private float[] colours(JsonObject attributes, int vertexCount, String where) throws GlbFormatException {
        int index = JsonFields.index(attributes, "COLOR_0", accessors.size(), where);
        if (index < 0) {
            return new float[0];
        }
        if (accessors.components(index) != 3) {
            return attribute(attributes, "COLOR_0", 4, vertexCount, where);
        }
        float[] rgb = attribute(attributes, "COLOR_0", 3, vertexCount, where);
        float[] rgba = new float[vertexCount * 4];
        for (int i = 0; i < vertexCount; i++) {
            System.arraycopy(rgb, i * 3, rgba, i * 4, 3);
            rgba[i * 4 + 3] = 1;
        }
        return rgba;
    }

    private static int[] sequence(int count) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = i;
        }
        return indices;
    }
}
