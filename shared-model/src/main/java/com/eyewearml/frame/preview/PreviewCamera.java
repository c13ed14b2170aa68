package com.eyewearml.frame.preview;

import org.joml.Vector3d;

/** A pinhole camera that looks at the middle of the frame on its table; sample coordinates start at the top left corner. */
final class PreviewCamera {
    private static final Vector3d FRONT_TARGET = new Vector3d(0, 19, -10);
    private static final Vector3d DEEP_TARGET = new Vector3d(0, 18, -58);
    private static final Vector3d SIDE_TARGET = new Vector3d(0, 20, -76);

    private final Vector3d eye;
    private final Vector3d right;
    private final Vector3d up;
    private final Vector3d forward;
    private final double focal;
    private final double centreX;
    private final double centreY;

    PreviewCamera(ProductView view, double distanceMm, int width, int height) {
        Vector3d target = switch (view) {
            case FRONT -> FRONT_TARGET;
            case THREE_QUARTER -> DEEP_TARGET;
            case SIDE -> SIDE_TARGET;
        };
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
