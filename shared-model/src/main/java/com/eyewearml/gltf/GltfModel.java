package com.eyewearml.gltf;

import java.util.List;

/**
 * What EyewearML reads from and writes to glTF 2.0: a tree of nodes, triangle meshes, materials. Right-handed, y up, metres.
 *
 * @param nodes     a forest; no node is the child of two others or of itself
 * @param roots     indices of the nodes of the default scene
 * @param meshes    referred to by nodes
 * @param materials referred to by primitives
 */
public record GltfModel(List<GltfNode> nodes, List<Integer> roots, List<GltfMesh> meshes, List<GltfMaterial> materials) {
    /** Copies the lists. */
    public GltfModel {
        nodes = List.copyOf(nodes);
        roots = List.copyOf(roots);
        meshes = List.copyOf(meshes);
        materials = List.copyOf(materials);
    }
}
