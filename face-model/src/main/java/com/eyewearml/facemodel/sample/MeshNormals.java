package com.eyewearml.facemodel.sample;

import java.util.Arrays;

/** Normals of a turned head's vertices, area-weighted means over their triangles, facing the camera. */
final class MeshNormals {
    private final int[] triangles;
    final float[] normals;

    MeshNormals(int[] triangles, int vertices) {
        this.triangles = triangles;
        normals = new float[3 * vertices];
    }

    /** @param xyz vertices, x right, y down, z away */
    void compute(float[] xyz) {
        Arrays.fill(normals, 0);
        for (int t = 0; t < triangles.length; t += 3) {
            int a = 3 * triangles[t], b = 3 * triangles[t + 1], c = 3 * triangles[t + 2];
            float ux = xyz[b] - xyz[a], uy = xyz[b + 1] - xyz[a + 1], uz = xyz[b + 2] - xyz[a + 2];
            float vx = xyz[c] - xyz[a], vy = xyz[c + 1] - xyz[a + 1], vz = xyz[c + 2] - xyz[a + 2];
            float nx = uy * vz - uz * vy, ny = uz * vx - ux * vz, nz = ux * vy - uy * vx;
            float sign = nz > 0 ? -1 : 1;
            for (int corner = t; corner < t + 3; corner++) {
                int i = 3 * triangles[corner];
                normals[i] += sign * nx;
                normals[i + 1] += sign * ny;
                normals[i + 2] += sign * nz;
            }
        }
        for (int i = 0; i < normals.length; i += 3) {
            float length = (float) Math.sqrt(normals[i] * normals[i] + normals[i + 1] * normals[i + 1] + normals[i + 2] * normals[i + 2]);
            float inverse = length > 0 ? 1 / length : 0;
            normals[i] *= inverse;
            normals[i + 1] *= inverse;
            normals[i + 2] = length > 0 ? normals[i + 2] * inverse : -1;
        }
    }
}
