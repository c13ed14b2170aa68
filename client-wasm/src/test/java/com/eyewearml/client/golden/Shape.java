package com.eyewearml.client.golden;

import com.eyewearml.gltf.GltfPrimitive;

/** Bodies of the ladders, 18 mm wide, about a point of the x axis. */
enum Shape {
    SPHERE {
        @Override
        GltfPrimitive at(float centreXM, int material) {
            return sphere(centreXM, material);
        }
    },
    /** A square that faces +z. */
    PLATE {
        @Override
        GltfPrimitive at(float centreXM, int material) {
            float left = centreXM - RADIUS_M;
            float right = centreXM + RADIUS_M;
            return GltfPrimitive.plain(
                    new float[] {left, -RADIUS_M, 0, right, -RADIUS_M, 0, right, RADIUS_M, 0, left, RADIUS_M, 0},
                    new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1}, new float[0], new int[] {0, 1, 2, 0, 2, 3}, material);
        }
    };

    private static final int RINGS = 40;
    private static final float RADIUS_M = 0.009f;

    abstract GltfPrimitive at(float centreXM, int material);

    private static GltfPrimitive sphere(float centreXM, int material) {
        int columns = 2 * RINGS;
        float[] positions = new float[3 * (RINGS + 1) * (columns + 1)];
        float[] normals = new float[positions.length];
        int[] indices = new int[6 * RINGS * columns];
        int at = 0;
        for (int vertex = 0; 3 * vertex < positions.length; vertex++) {
            int ring = vertex / (columns + 1);
            int column = vertex % (columns + 1);
            double theta = Math.PI * ring / RINGS;
            double phi = 2 * Math.PI * column / columns;
            normals[3 * vertex] = (float) (Math.sin(theta) * Math.sin(phi));
            normals[3 * vertex + 1] = (float) Math.cos(theta);
            normals[3 * vertex + 2] = (float) (Math.sin(theta) * Math.cos(phi));
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * vertex + axis] = RADIUS_M * normals[3 * vertex + axis] + (axis == 0 ? centreXM : 0);
            }
            if (ring < RINGS && column < columns) {
                int below = vertex + columns + 1;
                for (int corner : new int[] {vertex, below, vertex + 1, vertex + 1, below, below + 1}) {
                    indices[at++] = corner;
                }
            }
        }
        return GltfPrimitive.plain(positions, normals, new float[0], indices, material);
    }
}
