package com.eyewearml.gltf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.gltf.GlbFormatException.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads meshes: triangles with their attributes, materials and materials by variant (KHR_materials_variants). */
final class PrimitiveReader {
    private static final int TRIANGLES = 4;
    private static final int STRIP = 5;
    private static final int FAN = 6;

    private final AccessorReader accessors;
    private final BufferViews views;
    private final MeshDecompressor draco;
    private final CoordinateSets sets;
    private final int materialCount;
    private final int variantCount;
    private final Set<LeftOut> leftOut;
    private int elementsLeft = GlbReader.MAX_ELEMENTS;

    /**
     * @param draco   null where compressed meshes are not read
     * @param leftOut receives what is passed over
     */
    PrimitiveReader(AccessorReader accessors, BufferViews views, MeshDecompressor draco, CoordinateSets sets, int variantCount,
                    Set<LeftOut> leftOut) {
        this.accessors = accessors;
        this.views = views;
        this.draco = draco;
        this.sets = sets;
        this.materialCount = sets.materials().size();
        this.variantCount = variantCount;
        this.leftOut = leftOut;
    }

    GltfMesh mesh(JsonObject json, String where) throws GlbFormatException {
        JsonArray array = JsonFields.array(json, "primitives", where);
        if (array.isEmpty()) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has no primitives");
        }
        List<GltfPrimitive> primitives = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String name = where + ".primitives[" + i + "]";
            JsonObject primitive = JsonFields.asObject(array.get(i), name);
            if (JsonFields.integer(primitive, "mode", TRIANGLES, 0, FAN, name) < TRIANGLES) {
                leftOut.add(LeftOut.POINTS_AND_LINES);
            } else {
                primitives.add(primitive(primitive, name));
            }
        }
        return new GltfMesh(JsonFields.text(json, "name", "", where), primitives);
    }

    private GltfPrimitive primitive(JsonObject json, String where) throws GlbFormatException {
        if (json.get("targets") != null) {
            leftOut.add(LeftOut.MORPH_TARGETS);
        }
        PrimitiveData data = data(json, where);
        if (!data.has("POSITION")) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has no POSITION");
        }
        float[] positions = data.floats("POSITION", 3, true);
        int vertexCount = positions.length / 3;
        spend(vertexCount, where);
        int material = JsonFields.index(json, "material", materialCount, where);
        float[] normals = attribute(data, "NORMAL", 3, false, vertexCount, where);
        float[] tangents = attribute(data, "TANGENT", 4, false, vertexCount, where);
        float[] uvs = attribute(data, "TEXCOORD_" + sets.of(material), 2, true, vertexCount, where);
        int[] indices = triangles(data.indices(vertexCount), vertexCount, JsonFields.integer(json, "mode", TRIANGLES, TRIANGLES, FAN, where));
        spend(indices.length, where);
        if (indices.length % 3 != 0) {
            throw new GlbFormatException(Code.BAD_ACCESSOR, where + " has " + indices.length + " indices, expected a multiple of three");
        }
        return new GltfPrimitive(positions, normals, tangents, uvs, colours(data, vertexCount, where), indices, material,
                variantMaterials(json, material, where));
    }

    private PrimitiveData data(JsonObject json, String where) throws GlbFormatException {
        boolean compressed = draco != null && JsonFields.object(json, "extensions", where).get(Extensions.DRACO) != null;
        return compressed ? DracoData.of(accessors, views, draco, json, where) : AccessorData.of(accessors, json, where);
    }

    /** Strips and fans as separate triangles (glTF 2.0, section 3.7.2.1). */
    private static int[] triangles(int[] indices, int vertexCount, int mode) {
        int[] drawn = indices == null ? sequence(vertexCount) : indices;
        if (mode == TRIANGLES) {
            return drawn;
        }
        int[] triangles = new int[3 * Math.max(0, drawn.length - 2)];
        for (int t = 0; 3 * t < triangles.length; t++) {
            int odd = t % 2;
            triangles[3 * t] = mode == STRIP ? drawn[t] : drawn[t + 1];
            triangles[3 * t + 1] = mode == STRIP ? drawn[t + 1 + odd] : drawn[t + 2];
            triangles[3 * t + 2] = mode == STRIP ? drawn[t + 2 - odd] : drawn[0];
        }
        return triangles;
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

    private static float[] attribute(PrimitiveData data, String name, int components, boolean plainIntegers, int vertexCount, String where)
            throws GlbFormatException {
        if (!data.has(name)) {
            return new float[0];
        }
        float[] values = data.floats(name, components, plainIntegers);
        if (values.length != vertexCount * components) {
            throw new GlbFormatException(Code.BAD_ACCESSOR, where + " has " + vertexCount + " positions but " + values.length / components
                    + " values of " + name);
        }
        return values;
    }

    private static float[] colours(PrimitiveData data, int vertexCount, String where) throws GlbFormatException {
        if (!data.has("COLOR_0") || data.components("COLOR_0") != 3) {
            return attribute(data, "COLOR_0", 4, false, vertexCount, where);
        }
        float[] rgb = attribute(data, "COLOR_0", 3, false, vertexCount, where);
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
