package com.eyewearml.fit;

import com.eyewearml.face.shape.HeadModel;

/** The face around the nose as a height over the plane z = 0 of the head frame. */
final class NoseSurface {
    private static final float HALF_WIDTH_MM = 30;
    private static final float TOP_MM = 25;
    private static final float BOTTOM_MM = -45;

    private final int[] corners;
    private float[] shapeMm;

    /** Picks the triangles around the mean head's nose. */
    NoseSurface(HeadModel head) {
        int count = 0;
        int[] found = new int[3 * head.faceTriangleCount()];
        for (int t = 0; t < head.faceTriangleCount(); t++) {
            int vertex = head.triangleVertex(t, 0);
            float x = head.meanMm(3 * vertex);
            float y = head.meanMm(3 * vertex + 1);
            if (Math.abs(x) < HALF_WIDTH_MM && y < TOP_MM && y > BOTTOM_MM) {
                for (int corner = 0; corner < 3; corner++) {
                    found[count++] = 3 * head.triangleVertex(t, corner);
                }
            }
        }
        corners = new int[count];
        System.arraycopy(found, 0, corners, 0, count);
    }

    /** Takes the shape to look at; it is not copied. */
    void use(float[] shapeMm) {
        this.shapeMm = shapeMm;
    }

    /** Foremost point of the skin over (x, y), millimetres, or negative infinity beside the nose. */
    double z(double x, double y) {
        double z = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < corners.length; i += 3) {
            z = Math.max(z, z(corners[i], corners[i + 1], corners[i + 2], x, y));
        }
        return z;
    }

    private double z(int a, int b, int c, double x, double y) {
        double bx = shapeMm[b] - shapeMm[a];
        double by = shapeMm[b + 1] - shapeMm[a + 1];
        double cx = shapeMm[c] - shapeMm[a];
        double cy = shapeMm[c + 1] - shapeMm[a + 1];
        double px = x - shapeMm[a];
        double py = y - shapeMm[a + 1];
        double area = bx * cy - by * cx;
        double s = (px * cy - py * cx) / area;
        double t = (bx * py - by * px) / area;
        if (!(s >= 0 && t >= 0 && s + t <= 1)) {
            return Double.NEGATIVE_INFINITY;
        }
        return shapeMm[a + 2] + s * (shapeMm[b + 2] - shapeMm[a + 2]) + t * (shapeMm[c + 2] - shapeMm[a + 2]);
    }
}
