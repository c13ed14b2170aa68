package com.eyewearml.facemodel.bench;

import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.PointModel;
import com.eyewearml.face.pose.PoseSolver;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;

/**
 * How much of the perspective of a near head the landmarks convey: the regression of the inverse distance that they show on the true
 * one. The figures behind {@code FieldOfView.Landmarker.RELEASED}.
 */
final class PerspectiveErrors {
    private final PoseSolver solver = new PoseSolver();
    private final RigidPose pose = new RigidPose();
    private final PointModel points;
    private int count;
    private double sumX;
    private double sumY;
    private double sumXx;
    private double sumXy;
    private double sumYy;

    PerspectiveErrors(HeadModel head) {
        points = new PointModel(head);
    }

    /** Takes a view with shape and field of view as the engine found them. */
    void add(TrackedFace face, int widthPx, int heightPx, RigidPose truth) {
        points.observe(face.landmarksPx, new PinholeCamera().set(widthPx, heightPx, face.verticalFovRad));
        if (!solver.solve(face.headShapeMm, points, pose)) {
            throw new IllegalStateException("landmarks of a face determine no pose");
        }
        double x = -1000 / truth.t[2];
        double y = 1000 * solver.apparentInverseDistance(face.headShapeMm, points);
        count++;
        sumX += x;
        sumY += y;
        sumXx += x * x;
        sumXy += x * y;
        sumYy += y * y;
    }

    void print(String name) {
        double xx = sumXx - sumX * sumX / count;
        double xy = sumXy - sumX * sumY / count;
        double yy = sumYy - sumY * sumY / count;
        double gain = xy / xx;
        System.out.printf("%-18s inverse distance shown = %.2f + %.2f x true inverse distance +- %.2f, all per metre%n", name,
                (sumY - gain * sumX) / count, gain, Math.sqrt((yy - gain * xy) / (count - 2)));
    }
}
