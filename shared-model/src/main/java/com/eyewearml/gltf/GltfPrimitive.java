package com.eyewearml.gltf;

/**
 * Triangles of one material.
 *
 * @param positionsM       x, y, z per vertex, metres
 * @param normals          unit length, x, y, z per vertex; empty where the file has none
 * @param tangents         unit length, x, y, z and handedness w = ±1 per vertex; empty where the file has none
 * @param uvs              u, v per vertex, v downwards from the image's top; empty where the file has none
 * @param colours          linear r, g, b, a per vertex in [0, 1]; empty where the file has none
 * @param indices          three per triangle, each below the vertex count
 * @param material         index into {@link GltfModel#materials()}; -1 for the default material
 * @param variantMaterials index of the material for each of {@link GltfModel#variants()}; empty where no variant changes it
 */
public record GltfPrimitive(float[] positionsM, float[] normals, float[] tangents, float[] uvs, float[] colours, int[] indices,
                            int material, int[] variantMaterials) {
    private static final float[] NONE = {};
    private static final int[] NO_VARIANTS = {};

    /** Triangles that carry no more than a position, a normal and a colour for each vertex. */
    public static GltfPrimitive plain(float[] positionsM, float[] normals, float[] colours, int[] indices, int material) {
        return new GltfPrimitive(positionsM, normals, NONE, NONE, colours, indices, material, NO_VARIANTS);
    }

    /** Number of vertices. */
    public int vertexCount() {
        return positionsM.length / 3;
    }
}
