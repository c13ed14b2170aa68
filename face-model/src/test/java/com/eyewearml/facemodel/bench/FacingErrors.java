package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.pose.SkinNormals;
import com.eyewearml.face.shape.HeadModel;

/** Errors of landmarks by how the skin faces the camera: the figures behind the weights of {@code PointModel}. */
final class FacingErrors {
    private static final double[] FROM = {-1, -0.3, 0, 0.2, 0.4, 0.6, 0.8, 1.01};

    private final SkinNormals normals;
    private final double[] squares = new double[FROM.length - 1];
    private final int[] counts = new int[FROM.length - 1];

    FacingErrors(HeadModel head) {
        normals = new SkinNormals(head);
    }

    /** Takes a view; the part of the error that all points share is not counted. */
    void add(float[] truePx, float[] seenPx, RigidPose truth, double mmPerPx) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < 3 * FacePoints.MESH_COUNT; i += 3) {
            meanX += (seenPx[i] - truePx[i]) / FacePoints.MESH_COUNT;
            meanY += (seenPx[i + 1] - truePx[i + 1]) / FacePoints.MESH_COUNT;
        }
        for (int point = 0; point < FacePoints.MESH_COUNT; point++) {
            double facing = normals.facing(point, truth);
            int band = 0;
            while (facing >= FROM[band + 1]) {
                band++;
            }
            double dx = mmPerPx * (seenPx[3 * point] - truePx[3 * point] - meanX);
            double dy = mmPerPx * (seenPx[3 * point + 1] - truePx[3 * point + 1] - meanY);
            squares[band] += (dx * dx + dy * dy) / 2;
            counts[band]++;
        }
    }

    void print() {
        System.out.printf("%nlandmark error of a coordinate by the cosine between skin and line of sight, mm root mean square%n");
        for (int band = 0; band < counts.length; band++) {
            System.out.printf("%5.1f to %4.1f %8.2f%n", FROM[band], FROM[band + 1], Math.sqrt(squares[band] / counts[band]));
        }
    }
}
