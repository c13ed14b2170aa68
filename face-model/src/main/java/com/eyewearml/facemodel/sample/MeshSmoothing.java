package com.eyewearml.facemodel.sample;

import java.util.Arrays;

/** Laplacian smoothing of a mesh: each vertex moves to the mean of its triangles' corners. */
final class MeshSmoothing {
    private final int[] triangles;
    private final float[] sums;
    private final int[] counts;

    MeshSmoothing(int[] triangles, int vertices) {
        this.triangles = triangles;
        sums = new float[3 * vertices];
        counts = new int[vertices];
        for (int corner : triangles) {
            counts[corner] += 3;
        }
    }

    /** Moves the first {@code movable} vertices. */
    void smooth(float[] xyz, int movable, int rounds) {
        for (int round = 0; round < rounds; round++) {
            Arrays.fill(sums, 0);
            for (int t = 0; t < triangles.length; t += 3) {
                int a = 3 * triangles[t], b = 3 * triangles[t + 1], c = 3 * triangles[t + 2];
                for (int k = 0; k < 3; k++) {
                    float sum = xyz[a + k] + xyz[b + k] + xyz[c + k];
                    sums[a + k] += sum;
                    sums[b + k] += sum;
                    sums[c + k] += sum;
                }
            }
            for (int i = 0; i < movable; i++) {
                for (int k = 3 * i; k < 3 * i + 3 && counts[i] > 0; k++) {
                    xyz[k] = sums[k] / counts[i];
                }
            }
        }
    }
}
