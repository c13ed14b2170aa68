package com.eyewearml.frame.preview;

import org.joml.Vector3d;

/**
 * A pinhole camera whose picture is shifted, as with a shift lens, until the frame stands in its middle; sample coordinates start at the
 * top left corner.
 */
final class PreviewCamera {
    private final Vector3d eye;
    private final Vector3d right;
    private final Vector3d up;
    private final Vector3d forward;
    private final double focal;
    private double centreX;
    private double centreY;

    PreviewCamera(ProductView view, double distanceMm, int width, int height, PreviewScene scene) {
        Vector3d target = new Vector3d(0, 20, view == ProductView.FRONT ? 0 : -60);
        double cosElevation = Math.cos(view.elevationRad());
        Vector3d out = new Vector3d(Math.sin(view.azimuthRad()) * cosElevation, Math.sin(view.elevationRad()),
                Math.cos(view.azimuthRad()) * cosElevation);
        eye = new Vector3d(out).mul(distanceMm).add(target);
        forward = new Vector3d(out).negate();
        right = new Vector3d(forward).cross(0, 1, 0).normalize();
        up = new Vector3d(right).cross(forward);
        focal = width * distanceMm / view.fieldWidthMm();
        centreX = width / 2.0;
        centreY = height / 2.0;
        centre(scene, width, height);
    }

    private void centre(PreviewScene scene, int width, int height) {
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
        double[] point = new double[3];
        for (int t = 0; t < scene.size(); t++) {
            float[] corners = scene.triangle(t);
            for (int at = 0; at < corners.length; at += PreviewScene.CORNER_FLOATS) {
                project(corners[at], corners[at + 1], corners[at + 2], point, 0);
                for (int axis = 0; axis < 2; axis++) {
                    low[axis] = Math.min(low[axis], point[axis]);
                    high[axis] = Math.max(high[axis], point[axis]);
                }
            }
        }
        centreX += (width - low[0] - high[0]) / 2;
        centreY += (height - low[1] - high[1]) / 2;
    }

    Vector3d eye() {
        return eye;
    }

    /** Sample column, sample row and depth in millimetres, into {@code out} at {@code at}. */
    void project(double x, double y, double z, double[] out, int at) {
        double dx = x - eye.x;
        double dy = y - eye.y;
        double dz = z - eye.z;
        double depth = dx * forward.x + dy * forward.y + dz * forward.z;
        out[at] = centreX + focal * (dx * right.x + dy * right.y + dz * right.z) / depth;
        out[at + 1] = centreY - focal * (dx * up.x + dy * up.y + dz * up.z) / depth;
        out[at + 2] = depth;
    }

    /** Direction of the ray through a sample, not normalised. */
    Vector3d ray(double column, double row, Vector3d dest) {
        return dest.set(forward).mul(focal).fma(column - centreX, right).fma(centreY - row, up);
    }
}
