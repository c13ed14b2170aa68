package com.eyewearml.gltf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.Set;

/** Writes meshes: attributes and indices into the binary chunk, materials and materials by variant. */
final class MeshWriter {
    private MeshWriter() {
    }

    static JsonObject write(GltfMesh mesh, BinaryChunk binary, Set<String> usedExtensions) {
        JsonArray primitives = new JsonArray();
        for (GltfPrimitive primitive : mesh.primitives()) {
            JsonObject json = new JsonObject().add("attributes", attributes(primitive, binary, usedExtensions))
                    .add("indices", binary.addIndices(primitive.indices(), primitive.vertexCount()));
            if (primitive.material() >= 0) {
                json.add("material", primitive.material());
            }
            if (primitive.variantMaterials().length > 0) {
                usedExtensions.add(Extensions.VARIANTS);
                json.add("extensions", new JsonObject().add(Extensions.VARIANTS,
                        new JsonObject().add("mappings", mappings(primitive.variantMaterials()))));
            }
            primitives.add(json);
        }
        return new JsonObject().add("name", mesh.name()).add("primitives", primitives);
    }

    private static JsonObject attributes(GltfPrimitive primitive, BinaryChunk binary, Set<String> usedExtensions) {
        JsonObject attributes = new JsonObject().add("POSITION", binary.addFloats(primitive.positionsM(), 3, true));
        if (primitive.normals().length > 0) {
            usedExtensions.add(Extensions.QUANTIZATION);
            attributes.add("NORMAL", binary.addUnitVectors(primitive.normals(), 3));
        }
        if (primitive.tangents().length > 0) {
            usedExtensions.add(Extensions.QUANTIZATION);
            attributes.add("TANGENT", binary.addUnitVectors(primitive.tangents(), 4));
        }
        if (primitive.uvs().length > 0) {
            attributes.add("TEXCOORD_0", withinUnit(primitive.uvs()) ? binary.addUnitShorts(primitive.uvs(), 2)
                    : binary.addFloats(primitive.uvs(), 2, false));
        }
        if (primitive.colours().length > 0) {
            attributes.add("COLOR_0", binary.addUnitBytes(primitive.colours(), 4));
        }
        return attributes;
    }

    /** One mapping for each material, with all variants that take it; variants without a material keep the primitive's. */
    private static JsonArray mappings(int[] materials) {
        JsonArray mappings = new JsonArray();
        for (int i = 0; i < materials.length; i++) {
            int material = materials[i];
            boolean known = material < 0;
            for (int earlier = 0; earlier < i; earlier++) {
                known |= materials[earlier] == material;
            }
            if (!known) {
                JsonArray variants = new JsonArray();
                for (int variant = i; variant < materials.length; variant++) {
                    if (materials[variant] == material) {
                        variants.add(variant);
                    }
                }
                mappings.add(new JsonObject().add("material", material).add("variants", variants));
            }
        }
        return mappings;
    }

    private static boolean withinUnit(float[] values) {
        for (float value : values) {
            if (!(value >= 0 && value <= 1)) {
                return false;
            }
        }
        return true;
    }
}
