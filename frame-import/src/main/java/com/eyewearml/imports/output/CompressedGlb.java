package com.eyewearml.imports.output;

import com.eyewearml.gltf.GlbWriter;
import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;

/** Writes models whose triangles are not in a good order yet. */
public final class CompressedGlb {
    private CompressedGlb() {
    }

    /** The model as a file with EXT_meshopt_compression; positions move by at most 4 micrometres. */
    public static byte[] write(GltfModel model) {
        GltfModel ordered = new GltfModel(model.nodes(), model.roots(), model.meshes().stream().map(mesh -> new GltfMesh(mesh.name(),
                mesh.primitives().stream().map(VertexOrder::optimised).toList())).toList(), model.materials(), model.textures(), model.images(),
                model.variants());
        return GlbWriter.write(ordered, new MeshoptCompressor());
    }
}
