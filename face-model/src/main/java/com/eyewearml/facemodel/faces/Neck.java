package com.eyewearml.facemodel.faces;

import com.eyewearml.face.FacePoints;
import com.eyewearml.facemodel.data.Rgb;

/**
 * A round neck behind the relief, which a picture from the front does not show and a turned head uncovers: an elliptic cylinder in
 * the head frame of the resting head, shaded as if lit from the front.
 *
 * @param nodesMm   x, y, z of each node
 * @param nodesPx   x, y of each node in {@code skin}
 * @param grip      per node how far it follows the head
 * @param triangles node numbers, three a triangle
 * @param skin      texture
 */
record Neck(float[] nodesMm, float[] nodesPx, float[] grip, int[] triangles, Rgb skin) {
    private static final int AROUND = 32;
    private static final int TEXTURE_PX = 64;
    private static final float TOP_MM = -40;
    private static final float BOTTOM_MM = -200;
    private static final float CENTRE_Z_MM = -95;
    private static final float HALF_WIDTH_MM = 50;
    private static final float HALF_DEPTH_MM = 50;
    /** Light on the sides, against that on the front. */
    private static final float SIDE_LIGHT = 0.6f;

    /** @param points landmarks on the picture, from which the throat's colour is taken */
    static Neck of(LightImage picture, float[] points) {
        float[] nodes = new float[3 * 2 * (AROUND + 1)];
        float[] places = new float[2 * 2 * (AROUND + 1)];
        float[] grip = new float[2 * (AROUND + 1)];
        int[] triangles = new int[6 * AROUND];
        for (int i = 0; i <= AROUND; i++) {
            double angle = Math.PI * 2 * i / AROUND - Math.PI;
            for (int end = 0; end < 2; end++) {
                int node = 2 * i + end;
                nodes[3 * node] = HALF_WIDTH_MM * (float) Math.sin(angle);
                nodes[3 * node + 1] = end == 0 ? TOP_MM : BOTTOM_MM;
                nodes[3 * node + 2] = CENTRE_Z_MM + HALF_DEPTH_MM * (float) Math.cos(angle);
                grip[node] = 1 - end;
                places[2 * node] = 0.5f + (TEXTURE_PX - 1f) * i / AROUND;
                places[2 * node + 1] = 1;
            }
            if (i < AROUND) {
                int[] corners = {2 * i, 2 * i + 1, 2 * i + 2, 2 * i + 1, 2 * i + 3, 2 * i + 2};
                System.arraycopy(corners, 0, triangles, 6 * i, corners.length);
            }
        }
        return new Neck(nodes, places, grip, triangles, skin(picture, points));
    }

    private static Rgb skin(LightImage picture, float[] points) {
        float width = points[3 * FacePoints.LEFT_SIDE] - points[3 * FacePoints.RIGHT_SIDE];
        float[] throat = picture.mean(new FaceEllipse(points[3 * FacePoints.CHIN],
                points[3 * FacePoints.CHIN + 1] + 0.12f * width, 0.12f * width, 0.05f * width), 1);
        LightImage out = new LightImage(TEXTURE_PX, 2);
        for (int i = 0; i < 2 * TEXTURE_PX; i++) {
            double angle = Math.PI * 2 * (i % TEXTURE_PX) / (TEXTURE_PX - 1) - Math.PI;
            float light = SIDE_LIGHT + (1 - SIDE_LIGHT) * Math.max(0, (float) Math.cos(angle));
            for (int k = 0; k < 3; k++) {
                out.values[LightImage.CHANNELS * i + k] = throat[k] * light;
            }
        }
        return out.encode();
    }
}
