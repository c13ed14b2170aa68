package com.eyewearml.gltf;

import java.util.List;

/**
 * What EyewearML reads from and writes to glTF 2.0: a tree of nodes, triangle meshes, materials with textures, variants.
 * Right-handed, y up, metres.
 *
 * @param nodes     a forest; no node is the child of two others or of itself
 * @param roots     indices of the nodes of the default scene
 * @param meshes    referred to by nodes
 * @param materials referred to by primitives
 * @param textures  referred to by materials
 * @param images    referred to by textures
 * @param variants  names of the variants (KHR_materials_variants); see {@link GltfPrimitive#variantMaterials()}
 */
public record GltfModel(List<GltfNode> nodes, List<Integer> roots, List<GltfMesh> meshes, List<GltfMaterial> materials,
                        List<GltfTexture> textures, List<GltfImage> images, List<String> variants) {
    /** Copies the lists. */
    public GltfModel {
        nodes = List.copyOf(nodes);
        roots = List.copyOf(roots);
        meshes = List.copyOf(meshes);
        materials = List.copyOf(materials);
        textures = List.copyOf(textures);
        images = List.copyOf(images);
        variants = List.copyOf(variants);
    }

    /** A model without textures and variants. */
    public static GltfModel plain(List<GltfNode> nodes, List<Integer> roots, List<GltfMesh> meshes, List<GltfMaterial> materials) {
        return new GltfModel(nodes, roots, meshes, materials, List.of(), List.of(), List.of());
    }
}
