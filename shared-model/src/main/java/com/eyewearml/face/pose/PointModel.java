package com.eyewearml.face.pose;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModel;

/**
 * Observed landmarks as slopes of rays and how sure each is. Shared by the pose solver and the shape estimator.
 *
 * <p>Errors are counted in millimetres at the head's distance, so that the noise model does not depend on the picture's size. A point's
 * weight is the inverse of its variance: that of the landmarker, of facial expression, and what is added where the skin turns away
 * from the camera. The factor {@code (1 + e² / ROBUST²)^−2} (Geman and McClure) takes out points that a hand covers.
 */
public final class PointModel {
    /** Standard deviation of a coordinate of a landmark on skin that faces the camera; measured by {@code ./eyewearml bench pose}. */
    public static final double LANDMARK_SD_MM = 1.6;

    /** Added where the cosine between skin and line of sight falls below {@link #FACING}, by so much a unit; same measurement. */
    private static final double TURNED_AWAY_SD_MM = 2.5;
    private static final double FACING = 0.4;
    private static final double ROBUST_MM = 8;

    private final double[] variances = new double[FacePoints.COUNT];
    private final double[] weights = new double[FacePoints.COUNT];
    private final double[] slopes = new double[2 * FacePoints.COUNT];
    private final SkinNormals normals;

    public PointModel(HeadModel head) {
        normals = new SkinNormals(head);
        for (int i = 0; i < FacePoints.COUNT; i++) {
            double sd = head.expressionSdMm(i);
            variances[i] = LANDMARK_SD_MM * LANDMARK_SD_MM + sd * sd;
            weights[i] = 1 / variances[i];
        }
    }

    /** Takes in the landmarks of a picture: x, y, z of each in continuous pixels; z is not read. */
    public void observe(float[] landmarksPx, PinholeCamera camera) {
        for (int i = 0; i < FacePoints.COUNT; i++) {
            slopes[2 * i] = camera.slopeX(landmarksPx[3 * i]);
            slopes[2 * i + 1] = camera.slopeY(landmarksPx[3 * i + 1]);
            weights[i] = 1 / variances[i];
        }
    }

    /** Weighs the points as seen in a pose; from {@link #observe} on, all count as facing the camera. */
    void view(RigidPose pose) {
        for (int i = 0; i < FacePoints.COUNT; i++) {
            double away = TURNED_AWAY_SD_MM * Math.max(0, FACING - normals.facing(i, pose));
            weights[i] = 1 / (variances[i] + away * away);
        }
    }

    double[] weights() {
        return weights;
    }

    double[] slopes() {
        return slopes;
    }

    /** Weight of a point without regard to its error, 1/mm². */
    public double weight(int point) {
        return weights[point];
    }

    /** Observed slope of a point: axis 0 for x / −z, axis 1 for y / −z. */
    public double slope(int point, int axis) {
        return slopes[2 * point + axis];
    }

    /** Cost of a squared error: Geman and McClure's function. */
    static double robustCost(double squareMm) {
        return squareMm / (1 + squareMm / (ROBUST_MM * ROBUST_MM));
    }

    /** Factor on a point's weight at a squared error. */
    public static double robustFactor(double squareMm) {
        double a = 1 + squareMm / (ROBUST_MM * ROBUST_MM);
        return 1 / (a * a);
    }
}
