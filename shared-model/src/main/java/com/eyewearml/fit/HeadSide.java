package com.eyewearml.fit;

import com.eyewearml.face.shape.HeadModel;

/** The head from one side, as a temple meets it between hinge and ear: the outermost skin over every place of the mirror plane. */
final class HeadSide {
    private static final float FRONT_Z_MM = 10;
    private static final float BACK_Z_MM = -96;
    private static final float TOP_MM = 40;
    private static final float BOTTOM_MM = -20;
    private static final float STEP_MM = 2;
    private static final float LEAST_X_MM = 30;

    private final int side;
    private final int[] vertices;
    /** Three for each triangle: where a corner's values begin in {@link #turned}. */
    private final int[] corners;
    /** z, y and distance from the mirror plane of {@link #vertices}. */
    private final float[] turned;
    private final HeightField field = new HeightField(BACK_Z_MM, BOTTOM_MM, FRONT_Z_MM, TOP_MM, STEP_MM);

    /** @param side −1 for the wearer's right */
    HeadSide(HeadModel head, int side) {
        this.side = side;
        int[] placeOf = new int[head.vertexCount()];
        int[] found = new int[head.vertexCount()];
        int[] triangles = new int[3 * head.triangleCount()];
        int vertexCount = 0;
        int count = 0;
        for (int t = 0; t < head.triangleCount(); t++) {
            int first = 3 * head.triangleVertex(t, 0);
            float z = head.meanMm(first + 2);
            if (side * head.meanMm(first) > LEAST_X_MM && z > BACK_Z_MM - 20 && Math.abs(head.meanMm(first + 1)) < TOP_MM + 20) {
                for (int corner = 0; corner < 3; corner++) {
                    int vertex = head.triangleVertex(t, corner);
                    if (placeOf[vertex] == 0) {
                        found[vertexCount++] = vertex;
                        placeOf[vertex] = vertexCount;
                    }
                    triangles[count++] = 3 * (placeOf[vertex] - 1);
                }
            }
        }
        vertices = new int[vertexCount];
        System.arraycopy(found, 0, vertices, 0, vertexCount);
        corners = new int[count];
        System.arraycopy(triangles, 0, corners, 0, count);
        turned = new float[3 * vertexCount];
    }

    /** Takes the shape of a head. */
    void use(float[] shapeMm) {
        for (int i = 0; i < vertices.length; i++) {
            int at = 3 * vertices[i];
            turned[3 * i] = shapeMm[at + 2];
            turned[3 * i + 1] = shapeMm[at + 1];
            turned[3 * i + 2] = side * shapeMm[at];
        }
        field.clear();
        for (int i = 0; i < corners.length; i += 3) {
            field.raise(turned, corners[i], corners[i + 1], corners[i + 2], 1);
        }
    }

    /** Distance of the outermost skin from the mirror plane; {@link HeightField#NOTHING_MM} beside the head. */
    double outermostMm(double y, double z) {
        return field.z(z, y);
    }
}
