package com.eyewearml.fit;

import com.eyewearml.face.shape.HeadModel;

/**
 * The skin around the nose, as a frame meets it that is put on from the front: the foremost point of the face's triangles over every
 * place of the plane z = 0 of the head frame. What lies behind another point cannot be touched on the way.
 */
final class NoseSurface {
    private static final float HALF_WIDTH_MM = 30;
    private static final float TOP_MM = 25;
    private static final float BOTTOM_MM = -45;
    private static final float STEP_MM = 0.5f;

    private final int[] corners;
    private final HeightField field = new HeightField(-HALF_WIDTH_MM, BOTTOM_MM, HALF_WIDTH_MM, TOP_MM, STEP_MM);

    /** Picks the triangles around the mean head's nose. */
    NoseSurface(HeadModel head) {
        int count = 0;
        int[] found = new int[3 * head.faceTriangleCount()];
        for (int t = 0; t < head.faceTriangleCount(); t++) {
            int vertex = head.triangleVertex(t, 0);
            float x = head.meanMm(3 * vertex);
            float y = head.meanMm(3 * vertex + 1);
            if (Math.abs(x) < HALF_WIDTH_MM + 10 && y < TOP_MM + 10 && y > BOTTOM_MM - 10) {
                for (int corner = 0; corner < 3; corner++) {
                    found[count++] = 3 * head.triangleVertex(t, corner);
                }
            }
        }
        corners = new int[count];
        System.arraycopy(found, 0, corners, 0, count);
    }

    /** Takes the shape of a head. */
    void use(float[] shapeMm) {
        field.clear();
        for (int i = 0; i < corners.length; i += 3) {
            field.raise(shapeMm, corners[i], corners[i + 1], corners[i + 2], 1);
        }
    }

    HeightField field() {
        return field;
    }
}
