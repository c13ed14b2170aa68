package com.eyewearml.frame.geometry;

/**
 * An indexed triangle mesh, counter-clockwise seen from outside. Vertices on a crease are repeated with one normal per side, so the
 * surface is closed by position, not by index.
 *
 * @param positionsMm x, y, z per vertex, millimetres, in the frame of the part that owns the mesh
 * @param normals     unit length, x, y, z per vertex
 * @param uvs         u, v per vertex in [0, 1]
 * @param colours     linear r, g, b per vertex in [0, 1]; empty where the material's colour holds everywhere
 * @param indices     three per triangle
 */
public record TriangleMesh(float[] positionsMm, float[] normals, float[] uvs, float[] colours, int[] indices) {
    /** Number of vertices. */
    public int vertexCount() {
        return positionsMm.length / 3;
    }

    /** Number of triangles. */
    public int triangleCount() {
        return indices.length / 3;
    }
}
