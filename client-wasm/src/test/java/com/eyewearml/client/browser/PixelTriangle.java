package com.eyewearml.client.browser;

import org.joml.Vector3d;

/** Pixels whose centres a triangle covers, as a pinhole camera in the middle of the picture sees it; told by rays, for tests. */
final class PixelTriangle {
    /** A covered pixel. */
    interface Pixel {
        /**
         * Takes it.
         *
         * @param share of each corner in the point that the pixel shows
         * @param z     of that point, camera frame: the greater, the nearer
         */
        void at(int x, int y, double[] share, double z);
    }

    private PixelTriangle() { }

    /** Goes through the pixels of a triangle that faces the camera, given in the camera frame. */
    static void each(Vector3d a, Vector3d b, Vector3d c, int width, int height, double fovRad, Pixel pixel) {
        double focal = height / 2.0 / Math.tan(fovRad / 2);
        Vector3d normal = new Vector3d(b).sub(a).cross(new Vector3d(c).sub(a));
        double fromCamera = normal.dot(a);
        if (fromCamera >= 0 || Math.max(a.z, Math.max(b.z, c.z)) > -1) {
            return;
        }
        double[] x = {width / 2.0 - focal * a.x / a.z, width / 2.0 - focal * b.x / b.z, width / 2.0 - focal * c.x / c.z};
        double[] y = {height / 2.0 + focal * a.y / a.z, height / 2.0 + focal * b.y / b.z, height / 2.0 + focal * c.y / c.z};
        int lastX = (int) Math.min(width - 1, Math.max(x[0], Math.max(x[1], x[2])));
        int lastY = (int) Math.min(height - 1, Math.max(y[0], Math.max(y[1], y[2])));
        double whole = normal.lengthSquared();
        for (int py = (int) Math.max(0, Math.min(y[0], Math.min(y[1], y[2]))); py <= lastY; py++) {
            for (int px = (int) Math.max(0, Math.min(x[0], Math.min(x[1], x[2]))); px <= lastX; px++) {
                Vector3d ray = new Vector3d((px + 0.5 - width / 2.0) / focal, (height / 2.0 - py - 0.5) / focal, -1);
                Vector3d p = ray.mul(fromCamera / normal.dot(ray));
                double[] share = {part(b, c, p, normal) / whole, part(c, a, p, normal) / whole, part(a, b, p, normal) / whole};
                if (share[0] >= 0 && share[1] >= 0 && share[2] >= 0) {
                    pixel.at(px, py, share, p.z);
                }
            }
        }
    }

    private static double part(Vector3d from, Vector3d to, Vector3d p, Vector3d normal) {
        return new Vector3d(to).sub(from).cross(new Vector3d(p).sub(from)).dot(normal);
    }
}
