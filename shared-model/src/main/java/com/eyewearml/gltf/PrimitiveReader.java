package com.eyewearml.gltf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.gltf.GlbFormatException.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads meshes: triangles with their attributes, materials and materials by variant (KHR_materials_variants). */
final class PrimitiveReader {
    private static final int TRIANGLES = 4;

    private final AccessorReader accessors;
    private final int materialCount;
    private final int variantCount;
    private int elementsLeft = GlbReader.MAX_ELEMENTS;

    PrimitiveReader(AccessorReader accessors, int materialCount, int variantCount) {
        this.accessors = accessors;
        this.materialCount = materialCount;
        this.variantCount = variantCount;
    }

    GltfMesh mesh(JsonObject json, String where) throws GlbFormatException {
        JsonArray array = JsonFields.array(json, "primitives", where);
        if (array.isEmpty()) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has no primitives");
        }
        List<GltfPrimitive> primitives = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String name = where + ".primitives[" + i + "]";
            primitives.add(primitive(JsonFields.asObject(array.get(i), name), name));
        }
        return new GltfMesh(JsonFields.text(json, "name", "", where), primitives);
    }

    private GltfPrimitive primitive(JsonObject json, String where) throws GlbFormatException {
        int mode = JsonFields.integer(json, "mode", TRIANGLES, 0, 6, where);
        if (mode != TRIANGLES) {
            throw new GlbFormatException(Code.UNSUPPORTED_FEATURE, where + " has mode " + mode + "; only triangles (4) are supported");
        }
        JsonObject attributes = JsonFields.object(json, "attributes", where);
        int position = JsonFields.index(attributes, "POSITION", accessors.size(), where);
        if (position < 0) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has no POSITION");
        }
        float[] positions = accessors.floats(position, 3, true);
        int vertexCount = positions.length / 3;
        spend(vertexCount, where);
        float[] normals = attribute(attributes, "NORMAL", 3, false, vertexCount, where);
        float[] tangents = attribute(attributes, "TANGENT", 4, false, vertexCount, where);
        float[] uvs = attribute(attributes, "TEXCOORD_0", 2, true, vertexCount, where);
        int index = JsonFields.index(json, "indices", accessors.size(), where);
        int[] indices = index < 0 ? sequence(vertexCount) : accessors.indices(index, vertexCount);
        spend(indices.length, where);
        if (indices.length % 3 != 0) {
            throw new GlbFormatException(Code.BAD_ACCESSOR, where + " has " + indices.length + " indices, expected a multiple of three");
        }
        int material = JsonFields.index(json, "material", materialCount, where);
        return new GltfPrimitive(positions, normals, tangents, uvs, colours(attributes, vertexCount, where), indices, material,
                variantMaterials(json, material, where));
    }

    /** Variants that no mapping names keep the primitive's own material. */
    private int[] variantMaterials(JsonObject json, int material, String where) throws GlbFormatException {
        JsonObject extension = JsonFields.object(JsonFields.object(json, "extensions", where), Extensions.VARIANTS, where);
        JsonArray mappings = JsonFields.array(extension, "mappings", where);
        if (mappings.isEmpty()) {
            return new int[0];
        }
        int[] materials = new int[variantCount];
        boolean[] mapped = new boolean[variantCount];
        Arrays.fill(materials, material);
        for (int i = 0; i < mappings.size(); i++) {
            String name = where + "." + Extensions.VARIANTS + ".mappings[" + i + "]";
            JsonObject mapping = JsonFields.asObject(mappings.get(i), name);
            int chosen = JsonFields.index(mapping, "material", materialCount, name);
            if (chosen < 0) {
                throw new GlbFormatException(Code.BAD_JSON, name + " has no material");
            }
            for (JsonValue value : JsonFields.array(mapping, "variants", name)) {
                int variant = JsonFields.index(value, variantCount, name + ".variants");
                if (mapped[variant]) {
                    throw new GlbFormatException(Code.BAD_JSON, name + " maps variant " + variant + " a second time");
                }
                mapped[variant] = true;
                materials[variant] = chosen;
            }
        }
        return materials;
    }

    private void spend(int elements, String where) throws GlbFormatException {
        elementsLeft -= elements;
        if (elementsLeft < 0) {
            throw new GlbFormatException(Code.TOO_LARGE,
                    where + " takes the model over " + GlbReader.MAX_ELEMENTS + " vertices and indices");
        }
    }

    private float[] attribute(JsonObject attributes, String name, int components, boolean plainIntegers, int vertexCount, String where)
            throws GlbFormatException {
        int index = JsonFields.index(attributes, name, accessors.size(), where);
        if (index < 0) {
            return new float[0];
        }
        float[] values = accessors.floats(index, components, plainIntegers);
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
            return attribute(attributes, "COLOR_0", 4, false, vertexCount, where);
        }
        float[] rgb = attribute(attributes, "COLOR_0", 3, false, vertexCount, where);
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
