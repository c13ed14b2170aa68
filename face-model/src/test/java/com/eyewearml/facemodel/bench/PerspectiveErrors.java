package com.eyewearml.facemodel.bench;

import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.PointModel;
import com.eyewearml.face.pose.PoseSolver;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.pose.SymmetricSolver;
import com.eyewearml.face.shape.HeadModel;

/**
 * How much of the perspective of a near head the landmarks convey: the regression of the inverse distance that they show on the true
 * one and on that assumed. The figures behind {@code FieldOfView.Landmarker.RELEASED}.
 */
final class PerspectiveErrors {
    private final PoseSolver solver = new PoseSolver();
    private final RigidPose pose = new RigidPose();
    private final PointModel points;
    private final double[] normal = new double[9];
    private final double[] right = new double[3];
    private double squares;
    private int count;

    PerspectiveErrors(HeadModel head) {
        points = new PointModel(head);
    }

    /** Takes a view with shape and field of view as the engine found them. */
    void add(TrackedFace face, int widthPx, int heightPx, RigidPose truth) {
        points.observe(face.landmarksPx, new PinholeCamera().set(widthPx, heightPx, face.verticalFovRad));
        if (!solver.solve(face.headShapeMm, points, pose)) {
            throw new IllegalStateException("landmarks of a face determine no pose");
        }
        double[] row = {1, -1000 / truth.t[2], -1000 / pose.t[2]};
        double shown = 1000 * solver.apparentInverseDistance(face.headShapeMm, points);
        for (int p = 0; p < 3; p++) {
            right[p] += row[p] * shown;
            for (int q = 0; q < 3; q++) {
                normal[3 * p + q] += row[p] * row[q];
            }
        }
        squares += shown * shown;
        count++;
    }

    void print(String name) {
        SymmetricSolver least = new SymmetricSolver(3);
        if (!least.decompose(normal)) {
            throw new IllegalStateException("views too much alike");
        }
        double[] fit = new double[3];
        least.solve(right, fit);
        double left = squares - fit[0] * right[0] - fit[1] * right[1] - fit[2] * right[2];
        System.out.printf("%-18s inverse distance shown = %.2f + %.2f x true + %.2f x assumed +- %.2f, all per metre%n", name, fit[0], fit[1],
                fit[2], Math.sqrt(left / (count - 3)));
    }
}
