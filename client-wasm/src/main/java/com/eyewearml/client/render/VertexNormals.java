package com.eyewearml.client.render;

import java.util.Arrays;

/** Normals of a smooth surface from its triangles. */
public final class VertexNormals {
    private VertexNormals() { }

    /**
     * Writes a unit normal for each vertex: the mean of the adjacent triangles' normals weighted by area. Vertices without a
     * triangle get +z.
     *
     * @param positions x, y, z of each vertex
     * @param triangles three vertex numbers each, counter-clockwise seen from outside
     * @param normals receives x, y, z of each vertex
     */
    public static void compute(float[] positions, int[] triangles, float[] normals) {
        Arrays.fill(normals, 0);
        for (int t = 0; t < triangles.length; t += 3) {
            int a = 3 * triangles[t];
            int b = 3 * triangles[t + 1];
            int c = 3 * triangles[t + 2];
            float ux = positions[b] - positions[a];
            float uy = positions[b + 1] - positions[a + 1];
            float uz = positions[b + 2] - positions[a + 2];
            float vx = positions[c] - positions[a];
            float vy = positions[c + 1] - positions[a + 1];
            float vz = positions[c + 2] - positions[a + 2];
            float nx = uy * vz - uz * vy;
            float ny = uz * vx - ux * vz;
            float nz = ux * vy - uy * vx;
            add(normals, a, nx, ny, nz);
            add(normals, b, nx, ny, nz);
            add(normals, c, nx, ny, nz);
        }
        for (int i = 0; i < normals.length; i += 3) {
            float length = (float) Math.sqrt(
                    normals[i] * normals[i] + normals[i + 1] * normals[i + 1] + normals[i + 2] * normals[i + 2]);
            if (length > 0) {
                normals[i] /= length;
                normals[i + 1] /= length;
                normals[i + 2] /= length;
            } else {
                normals[i + 2] = 1;
            }
        }
    }

    private static void add(float[] normals, int at, float x, float y, float z) {
        normals[at] += x;
        normals[at + 1] += y;
        normals[at + 2] += z;
    }
}
