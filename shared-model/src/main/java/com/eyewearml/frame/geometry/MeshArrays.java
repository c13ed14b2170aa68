package com.eyewearml.frame.geometry;

import com.eyewearml.frame.geometry.Shading.Pattern;
import java.util.Arrays;

/** The arrays of a {@link TriangleMesh} while it grows. */
final class MeshArrays {
    private final float[] positions;
    private final float[] normals;
    private final float[] uvs;
    private final float[] colours;
    private final int[] indices;
    private final float[] rgb = new float[3];
    private int vertexCount;
    private int indexCount;

    MeshArrays(int cornerCount, boolean coloured) {
        positions = new float[3 * cornerCount];
        normals = new float[3 * cornerCount];
        uvs = new float[2 * cornerCount];
        colours = new float[coloured ? 3 * cornerCount : 0];
        indices = new int[cornerCount];
    }

    int vertexCount() {
        return vertexCount;
    }

    void index(int vertex) {
        indices[indexCount++] = vertex;
    }

    void vertex(SolidBuilder body, int vertex, double[] normal, Pattern pattern) {
        for (int axis = 0; axis < 3; axis++) {
            positions[3 * vertexCount + axis] = (float) body.coordinate(vertex, axis);
            normals[3 * vertexCount + axis] = (float) normal[axis];
        }
        uvs[2 * vertexCount] = (float) body.coordinate(vertex, 3);
        uvs[2 * vertexCount + 1] = (float) body.coordinate(vertex, 4);
        if (pattern != null) {
            pattern.colour(body.coordinate(vertex, 0), body.coordinate(vertex, 1), body.coordinate(vertex, 2), rgb);
            System.arraycopy(rgb, 0, colours, 3 * vertexCount, 3);
        }
        vertexCount++;
    }

    TriangleMesh mesh() {
        return new TriangleMesh(Arrays.copyOf(positions, 3 * vertexCount), Arrays.copyOf(normals, 3 * vertexCount),
                Arrays.copyOf(uvs, 2 * vertexCount), Arrays.copyOf(colours, colours.length == 0 ? 0 : 3 * vertexCount), indices);
    }
}
