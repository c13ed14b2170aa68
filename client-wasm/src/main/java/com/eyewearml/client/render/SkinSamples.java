package com.eyewearml.client.render;

import com.eyewearml.face.shape.HeadModel;
import java.util.Arrays;

/**
 * Bare skin in a picture: colour and direction of the face mesh's triangles that point towards the camera. Triangles on eyes, brows and lips
 * are left out; hair, beards and a shopper's own glasses are for the fit to recognise.
 */
final class SkinSamples {
    private static final int[] NOT_SKIN = {
        // Lips.
        61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409, 78, 95, 88, 178, 87, 14, 317, 402, 318,
        324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415, 76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306, 184, 74, 73, 72, 11, 302, 303,
        304, 408, 62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 183, 42, 41, 38, 12, 268, 271, 272, 407,
        // Eyes with their lids.
        33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246, 263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384,
        385, 386, 387, 388, 466, 130, 25, 110, 24, 23, 22, 26, 112, 243, 190, 56, 28, 27, 29, 30, 247, 359, 255, 339, 254, 253, 252, 256,
        341, 463, 414, 286, 258, 257, 259, 260, 467,
        // Brows.
        46, 53, 52, 65, 55, 70, 63, 105, 66, 107, 276, 283, 282, 295, 285, 300, 293, 334, 296, 336};
    /** On the mean head, head frame. */
    private static final float BEARD_BELOW_MM = -44;
    private static final float TOWARDS_CAMERA = 0.25f;
    /** Above this a channel has clipped and hides how bright the skin is. */
    private static final int CLIPPED = 250;
    private static final double[] LUMINANCE = {0.2126, 0.7152, 0.0722};

    private final int[] corners;
    /** Unit normals in the camera frame, three to a sample. */
    final double[] normals;
    /** Linear red, green, blue, three to a sample. */
    final double[] radiance;
    /** Of {@link #radiance}. */
    final double[] luminance;
    /** Area in the picture, in pixels; 0 where nothing can be read. */
    final double[] weight;
    /** 0 where a beard may be, else 1. */
    final double[] bare;
    private final boolean[] beardArea;
    private int count;

    SkinSamples(HeadModel head) {
        boolean[] excluded = new boolean[head.vertexCount()];
        for (int vertex : NOT_SKIN) {
            excluded[vertex] = true;
        }
        int[] kept = new int[3 * head.faceTriangleCount()];
        int n = 0;
        for (int i = 0; i < head.faceTriangleCount(); i++) {
            int a = head.triangleVertex(i, 0);
            int b = head.triangleVertex(i, 1);
            int c = head.triangleVertex(i, 2);
            if (!excluded[a] && !excluded[b] && !excluded[c]) {
                kept[n++] = a;
                kept[n++] = b;
                kept[n++] = c;
            }
        }
        corners = Arrays.copyOf(kept, n);
        normals = new double[n];
        radiance = new double[n];
        luminance = new double[n / 3];
        bare = new double[n / 3];
        beardArea = new boolean[n / 3];
        for (int i = 0; i < n; i++) {
            beardArea[i / 3] |= head.meanMm(3 * corners[i] + 1) < BEARD_BELOW_MM;
        }
        weight = new double[n / 3];
    }

    /** Number of samples; those of weight 0 included. */
    int count() {
        return count;
    }

    /**
     * Looks at a face.
     *
     * @return how many samples can be used
     */
    int collect(Picture picture, float[] landmarksPx, float[] headNormals, float[] cameraFromHead) {
        count = 0;
        for (int i = 0; i < corners.length; i += 3) {
            int a = 3 * corners[i];
            int b = 3 * corners[i + 1];
            int c = 3 * corners[i + 2];
            if (orient(headNormals, a, b, c, cameraFromHead)) {
                float abX = landmarksPx[b] - landmarksPx[a];
                float abY = landmarksPx[b + 1] - landmarksPx[a + 1];
                float acX = landmarksPx[c] - landmarksPx[a];
                float acY = landmarksPx[c + 1] - landmarksPx[a + 1];
                double area = 0.5 * Math.abs(abX * acY - abY * acX);
                if (read(picture, landmarksPx, a, b, c)) {
                    bare[count] = beardArea[i / 3] ? 0 : 1;
                    weight[count++] = area;
                }
            }
        }
        return count;
    }

    /** Writes the mean normal of three vertices; false where it points away from the camera. */
    private boolean orient(float[] headNormals, int a, int b, int c, float[] m) {
        float x = headNormals[a] + headNormals[b] + headNormals[c];
        float y = headNormals[a + 1] + headNormals[b + 1] + headNormals[c + 1];
        float z = headNormals[a + 2] + headNormals[b + 2] + headNormals[c + 2];
        double length = Math.sqrt(x * x + y * y + z * z);
        int at = 3 * count;
        normals[at] = (m[0] * x + m[4] * y + m[8] * z) / length;
        normals[at + 1] = (m[1] * x + m[5] * y + m[9] * z) / length;
        normals[at + 2] = (m[2] * x + m[6] * y + m[10] * z) / length;
        return normals[at + 2] > TOWARDS_CAMERA;
    }

    /** Averages the centre and the points half-way from it to the corners; false outside the picture and where a channel has clipped. */
    private boolean read(Picture picture, float[] px, int a, int b, int c) {
        float x = (px[a] + px[b] + px[c]) / 3;
        float y = (px[a + 1] + px[b + 1] + px[c + 1]) / 3;
        int at = 3 * count;
        radiance[at] = 0;
        radiance[at + 1] = 0;
        radiance[at + 2] = 0;
        boolean usable = add(picture, x, y, at) && add(picture, (x + px[a]) / 2, (y + px[a + 1]) / 2, at)
                && add(picture, (x + px[b]) / 2, (y + px[b + 1]) / 2, at) && add(picture, (x + px[c]) / 2, (y + px[c + 1]) / 2, at);
        luminance[count] = LUMINANCE[0] * radiance[at] + LUMINANCE[1] * radiance[at + 1] + LUMINANCE[2] * radiance[at + 2];
        return usable;
    }

    private boolean add(Picture picture, float x, float y, int at) {
        if (!(x >= 0 && y >= 0 && x < picture.widthPx() && y < picture.heightPx())) {
            return false;
        }
        boolean usable = true;
        for (int channel = 0; channel < 3; channel++) {
            int value = picture.channel((int) x, (int) y, channel);
            usable &= value < CLIPPED;
            radiance[at + channel] += SrgbTable.LINEAR[value] / 4;
        }
        return usable;
    }
}
