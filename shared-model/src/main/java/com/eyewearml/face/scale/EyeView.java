package com.eyewearml.face.scale;

import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;

/** One eye in one picture: where its iris lies on the head, which way it looks and how large its ring is, at the model's scale. */
final class EyeView {
    private static final double MIN_FACING = 0.5;

    private final int iris;
    private final int upperLid;
    private final int lowerLid;
    private double irisX;
    private double irisY;
    private double depth;
    private double ringPx;
    private double ring;
    private double foreshortening;
    private double lidOpening;

    EyeView(int irisCentre, int upperLid, int lowerLid) {
        iris = irisCentre;
        this.upperLid = upperLid;
        this.lowerLid = lowerLid;
    }

    static double modelRingMm(HeadModel head, int irisCentre) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = head.meanMm(3 * (irisCentre + 1) + axis) - head.meanMm(3 * (irisCentre + 3) + axis);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    /**
     * Measures the eye.
     *
     * @return false if the head is turned so far that its iris plane is seen from behind or nearly along it
     */
    boolean look(float[] landmarksPx, PinholeCamera camera, float[] shape, RigidPose pose) {
        double u = camera.slopeX(landmarksPx[3 * iris]);
        double v = camera.slopeY(landmarksPx[3 * iris + 1]);
        double[] r = pose.r;
        double[] t = pose.t;
        double facing = -(r[2] * u + r[5] * v - r[8]) / Math.sqrt(u * u + v * v + 1);
        if (!(facing > MIN_FACING)) {
            return false;
        }
        double plane = shape[3 * iris + 2] + r[2] * t[0] + r[5] * t[1] + r[8] * t[2];
        depth = plane / (r[2] * u + r[5] * v - r[8]);
        double x = depth * u - t[0];
        double y = depth * v - t[1];
        double z = -depth - t[2];
        irisX = r[0] * x + r[3] * y + r[6] * z;
        irisY = r[1] * x + r[4] * y + r[7] * z;
        foreshortening = foreshortening(irisX - shape[3 * iris], irisY - shape[3 * iris + 1], u, v, r);
        ringPx = distancePx(landmarksPx, iris + 1, iris + 3);
        double perPx = depth / camera.focalPx();
        ring = ringPx * perPx / foreshortening;
        lidOpening = distancePx(landmarksPx, upperLid, lowerLid) * perPx;
        return depth > 0;
    }

    /** Iris centre on the head, to the subject's left. */
    double irisX() {
        return irisX;
    }

    /** Iris centre on the head, upwards. */
    double irisY() {
        return irisY;
    }

    /** Distance from the camera along its axis. */
    double depth() {
        return depth;
    }

    /** Horizontal extent of the ring in the picture. */
    double ringPx() {
        return ringPx;
    }

    /** Diameter of the ring. */
    double ring() {
        return ring;
    }

    /** By how much the ring's horizontal diameter is shortened, 1 when it is seen square. */
    double foreshortening() {
        return foreshortening;
    }

    /** Distance between the lids, not corrected for the view. */
    double lidOpening() {
        return lidOpening;
    }

    /**
     * The iris is a disc whose normal points from the eye's centre to the iris centre. Its horizontal diameter is the disc's diameter
     * nearest to the head's x axis; the sine between it and the line of sight is what remains of its length.
     */
    private static double foreshortening(double right, double up, double u, double v, double[] r) {
        double radius = ScaleEstimator.EYE_RADIUS_MM;
        double nx = Math.max(-0.7, Math.min(0.7, right / radius));
        double ny = Math.max(-0.7, Math.min(0.7, up / radius));
        double nz = Math.sqrt(Math.max(0.02, 1 - nx * nx - ny * ny));
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        nx /= length;
        double dx = 1 - nx * nx;
        double dy = -nx * ny / length;
        double dz = -nx * nz / length;
        double x = r[0] * dx + r[1] * dy + r[2] * dz;
        double y = r[3] * dx + r[4] * dy + r[5] * dz;
        double z = r[6] * dx + r[7] * dy + r[8] * dz;
        double along = (u * x + v * y - z) / Math.sqrt((u * u + v * v + 1) * (x * x + y * y + z * z));
        return Math.sqrt(Math.max(0, 1 - along * along));
    }

    private static double distancePx(float[] landmarksPx, int a, int b) {
        double dx = landmarksPx[3 * a] - landmarksPx[3 * b];
        double dy = landmarksPx[3 * a + 1] - landmarksPx[3 * b + 1];
        return Math.sqrt(dx * dx + dy * dy);
    }
}
