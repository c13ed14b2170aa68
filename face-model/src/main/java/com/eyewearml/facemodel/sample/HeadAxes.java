package com.eyewearml.facemodel.sample;

import com.eyewearml.face.FacePoints;

/**
 * The axes of a frame of glasses in a head's coordinates: x to the wearer's left, y up, z out of the face, origin midway between
 * the eye corners; found from the head's own landmarks.
 */
final class HeadAxes {
    private static final int[] RIGHT = {FacePoints.RIGHT_EYE_OUTER, FacePoints.RIGHT_EYE_INNER, FacePoints.RIGHT_SIDE, FacePoints.RIGHT_TEMPLE};
    private static final int[] LEFT = {FacePoints.LEFT_EYE_OUTER, FacePoints.LEFT_EYE_INNER, FacePoints.LEFT_SIDE, FacePoints.LEFT_TEMPLE};
    /** Distance of the outer eye corners of adults (mean biocular breadth). */
    private static final float EYE_CORNERS_MM = 88;

    final float[] x = new float[3];
    final float[] y = new float[3];
    final float[] z = new float[3];
    final float[] origin = new float[3];
    float pxPerMm;
    /** Distance of the temples' landmarks. */
    float templesMm;

    /** @param head points in head coordinates */
    void find(float[] head) {
        for (int k = 0; k < 3; k++) {
            x[k] = 0;
            for (int i = 0; i < RIGHT.length; i++) {
                x[k] += head[3 * LEFT[i] + k] - head[3 * RIGHT[i] + k];
            }
            origin[k] = (head[3 * RIGHT[0] + k] + head[3 * RIGHT[1] + k] + head[3 * LEFT[0] + k] + head[3 * LEFT[1] + k]) / 4;
            z[k] = origin[k] - (head[3 * FacePoints.RIGHT_TEMPLE + k] + head[3 * FacePoints.LEFT_TEMPLE + k]) / 2;
        }
        normalise(x);
        float along = dot(z, x);
        for (int k = 0; k < 3; k++) {
            z[k] -= along * x[k];
        }
        normalise(z);
        y[0] = z[1] * x[2] - z[2] * x[1];
        y[1] = z[2] * x[0] - z[0] * x[2];
        y[2] = z[0] * x[1] - z[1] * x[0];
        pxPerMm = Math.max(1e-3f, distance(head, RIGHT[0], LEFT[0]) / EYE_CORNERS_MM);
        templesMm = distance(head, FacePoints.RIGHT_TEMPLE, FacePoints.LEFT_TEMPLE) / pxPerMm;
    }

    /** Coordinate of a head point along one of the axes, millimetres. */
    float along(float[] axis, float[] points, int at) {
        return ((points[at] - origin[0]) * axis[0] + (points[at + 1] - origin[1]) * axis[1] + (points[at + 2] - origin[2]) * axis[2])
                / pxPerMm;
    }

    /** Component {@code k} in head coordinates of the point x, y, z in millimetres. */
    float toHead(int k, float xMm, float yMm, float zMm) {
        return origin[k] + pxPerMm * (xMm * x[k] + yMm * y[k] + zMm * z[k]);
    }

    private static float distance(float[] p, int a, int b) {
        float dx = p[3 * a] - p[3 * b], dy = p[3 * a + 1] - p[3 * b + 1], dz = p[3 * a + 2] - p[3 * b + 2];
        return (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private static float dot(float[] a, float[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static void normalise(float[] v) {
        float length = (float) Math.sqrt(dot(v, v));
        for (int k = 0; k < 3; k++) {
            v[k] /= Math.max(length, 1e-6f);
        }
    }
}
