package com.eyewearml.gltf;

/**
 * Triangles of one material.
 *
 * @param positionsM x, y, z per vertex, metres
 * @param normals    unit length, x, y, z per vertex; empty where the file has none
 * @param uvs        u, v per vertex; empty where the file has none
 * @param colours    linear r, g, b, a per vertex in [0, 1]; empty where the file has none
 * @param indices    three per triangle, each below the vertex count
 * @param material   index into {@link GltfModel#materials()}; -1 for the default material
 */
public record GltfPrimitive(float[] positionsM, float[] normals, float[] uvs, float[] colours, int[] indices, int material) {
    /** Number of vertices. */
    public int vertexCount() {
        return positionsM.length / 3;
    }
}
