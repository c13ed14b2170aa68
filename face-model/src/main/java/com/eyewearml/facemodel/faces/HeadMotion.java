package com.eyewearml.facemodel.faces;

import com.eyewearml.face.pose.RigidPose;

/**
 * A head that looks about and comes back to where it began, so that the clip can be looped. Angles follow
 * {@link RigidPose#yawRad()}; the head turns about a pivot in the neck.
 */
final class HeadMotion {
    private static final double YAW = Math.toRadians(35);
    private static final double PITCH = Math.toRadians(10);
    private static final double ROLL = Math.toRadians(5);
    /** Where neck and skull meet, head frame. */
    private static final double[] PIVOT_MM = {0, -70, -85};
    private final int frames;
    private final double[] restMm;

    /** @param restMm place of the head frame's origin in the camera frame when the face looks straight ahead */
    HeadMotion(int frames, double... restMm) {
        this.frames = frames;
        this.restMm = restMm;
    }

    /** {@code R = Ry(yaw) Rx(pitch) Rz(roll)} at a frame. */
    RigidPose at(int frame) {
        double phase = 2 * Math.PI * frame / frames;
        return turned(YAW * Math.sin(phase), PITCH * Math.sin(2 * phase), ROLL * Math.sin(3 * phase));
    }

    /** The pose at rest, in which the chest stays. */
    RigidPose rest() {
        return turned(0, 0, 0);
    }

    private RigidPose turned(double yaw, double pitch, double roll) {
        RigidPose pose = rotated(yaw, pitch, roll);
        for (int k = 0; k < 3; k++) {
            double pivot = pose.r[3 * k] * PIVOT_MM[0] + pose.r[3 * k + 1] * PIVOT_MM[1] + pose.r[3 * k + 2] * PIVOT_MM[2];
            pose.t[k] = restMm[k] + PIVOT_MM[k] - pivot;
        }
        return pose;
    }

    /** The pose that a clip's description states. */
    static RigidPose pose(SampleManifest.Frame frame) {
        RigidPose pose = rotated(frame.yawRad(), frame.pitchRad(), frame.rollRad());
        System.arraycopy(frame.translationMm(), 0, pose.t, 0, 3);
        return pose;
    }

    private static RigidPose rotated(double yaw, double pitch, double roll) {
        double cy = Math.cos(yaw), sy = Math.sin(yaw), cp = Math.cos(pitch), sp = Math.sin(pitch), cr = Math.cos(roll), sr = Math.sin(roll);
        RigidPose pose = new RigidPose();
        double[] r = {cy * cr + sy * sp * sr, -cy * sr + sy * sp * cr, sy * cp,
            cp * sr, cp * cr, -sp,
            -sy * cr + cy * sp * sr, sy * sr + cy * sp * cr, cy * cp};
        System.arraycopy(r, 0, pose.r, 0, r.length);
        return pose;
    }

    /** Turn about the face's own axis of a pose made here. */
    static double rollRad(RigidPose pose) {
        return Math.atan2(pose.r[3], pose.r[4]);
    }
}
