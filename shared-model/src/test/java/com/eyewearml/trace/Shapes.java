package com.eyewearml.trace;

import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import java.util.List;

/** Simple bodies. */
final class Shapes {
    private static final int RINGS = 48;

    private Shapes() { }

    /** A sphere about the origin with smooth normals. */
    static GltfModel sphere(double radiusMm, GltfMaterial material) {
        int columns = 2 * RINGS;
        float[] positions = new float[3 * (RINGS + 1) * (columns + 1)];
        float[] normals = new float[positions.length];
        int[] indices = new int[6 * RINGS * columns];
        int at = 0;
        for (int i = 0; i <= RINGS; i++) {
            for (int k = 0; k <= columns; k++) {
                double theta = Math.PI * i / RINGS;
                double phi = 2 * Math.PI * k / columns;
                double[] n = {Math.sin(theta) * Math.sin(phi), Math.cos(theta), Math.sin(theta) * Math.cos(phi)};
                int vertex = i * (columns + 1) + k;
                for (int axis = 0; axis < 3; axis++) {
                    normals[3 * vertex + axis] = (float) n[axis];
                    positions[3 * vertex + axis] = (float) (n[axis] * radiusMm / 1000);
                }
                if (i < RINGS && k < columns) {
                    int below = vertex + columns + 1;
                    for (int corner : new int[] {vertex, below, vertex + 1, vertex + 1, below, below + 1}) {
                        indices[at++] = corner;
                    }
                }
            }
        }
        return model(new GltfPrimitive[] {GltfPrimitive.plain(positions, normals, new float[0], indices, 0)}, material);
    }

    /** A sheet in the planes z = 0 and z = −thickness, front faces outwards; without sides, which no ray of a test meets. */
    static GltfModel sheet(double halfSizeMm, double thicknessMm, GltfMaterial material) {
        float h = (float) (halfSizeMm / 1000);
        float z = (float) (-thicknessMm / 1000);
        float[] positions = {-h, -h, 0, h, -h, 0, h, h, 0, -h, h, 0, -h, -h, z, h, -h, z, h, h, z, -h, h, z};
        float[] normals = {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1};
        int[] indices = {0, 1, 2, 0, 2, 3, 4, 6, 5, 4, 7, 6};
        return model(new GltfPrimitive[] {GltfPrimitive.plain(positions, normals, new float[0], indices, 0)}, material);
    }

    private static GltfModel model(GltfPrimitive[] primitives, GltfMaterial material) {
        return GltfModel.plain(List.of(GltfNode.translated("shape", new float[3], 0, List.of(), new JsonObject())), List.of(0),
                List.of(new GltfMesh("shape", List.of(primitives))), List.of(material));
    }
}
