package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.RigidPose;

/**
 * How far a pose is from the truth once the head found is brought to the true head's size.
 *
 * @param turnDeg  angle between the rotations
 * @param acrossMm error of the bridge's top in the picture, at its true distance
 * @param alongMm  error of its distance, without sign
 */
record PoseError(double turnDeg, double acrossMm, double alongMm) {
    static PoseError of(TrackedFace face, RenderedHead person, RigidPose truth, PinholeCamera camera, int widthPx, int heightPx) {
        double[] there = new double[3];
        person.inCamera(truth, FacePoints.NOSE_BRIDGE_TOP, there);
        double[] found = new double[3];
        double size = size(person.pointsMm) / size(face.headShapeMm);
        int bridge = 3 * FacePoints.NOSE_BRIDGE_TOP;
        for (int axis = 0; axis < 3; axis++) {
            found[axis] = face.pose[12 + axis];
            for (int k = 0; k < 3; k++) {
                found[axis] += face.pose[4 * k + axis] * face.headShapeMm[bridge + k];
            }
        }
        PinholeCamera solved = new PinholeCamera().set(widthPx, heightPx, face.verticalFovRad);
        double dx = solved.pixelX(found[0], found[2]) - camera.pixelX(there[0], there[2]);
        double dy = solved.pixelY(found[1], found[2]) - camera.pixelY(there[1], there[2]);
        return new PoseError(turnDeg(PoseBench.poseOf(face), truth), Math.hypot(dx, dy) * -there[2] / camera.focalPx(),
                Math.abs(size * found[2] - there[2]));
    }

    /** Angle of the rotation between two poses; exact for small angles too. */
    static double turnDeg(RigidPose a, RigidPose b) {
        double square = 0;
        for (int i = 0; i < 9; i++) {
            square += (a.r[i] - b.r[i]) * (a.r[i] - b.r[i]);
        }
        return Math.toDegrees(2 * Math.asin(Math.min(1, Math.sqrt(square / 8))));
    }

    /** Root mean square distance of the mesh points from their centre. */
    private static double size(float[] pointsMm) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double mean = 0;
            double square = 0;
            for (int i = axis; i < 3 * FacePoints.MESH_COUNT; i += 3) {
                mean += pointsMm[i] / FacePoints.MESH_COUNT;
                square += pointsMm[i] * pointsMm[i] / FacePoints.MESH_COUNT;
            }
            sum += square - mean * mean;
        }
        return Math.sqrt(sum);
    }
}
