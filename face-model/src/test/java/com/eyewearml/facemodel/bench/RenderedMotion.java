package com.eyewearml.facemodel.bench;

import com.eyewearml.face.pose.RigidPose;

/** How a rendered head moves before a camera of 50° that shows it at two fifths of the picture's height. */
enum RenderedMotion {
    /** Not at all. */
    STILL,
    /** From side to side, up to 226 mm/s. */
    SLIDING,
    /** Looking left and right by 30°, up to 75°/s, and up and down by 8°. */
    TURNING,
    /** Moving 60 mm aside and turning 20° within 0.35 s, then standing, to and fro. */
    STARTING;

    private static final double CYCLE = 2 * Math.PI;
    private static final double QUICK_S = 0.35;

    RigidPose at(double seconds, double yawDeg, double distanceMm) {
        return switch (this) {
            case STILL -> pose(yawDeg, 3, 0, 0, distanceMm);
            case SLIDING -> pose(yawDeg, 0, 60 * Math.sin(CYCLE * 0.6 * seconds), 10 * Math.sin(CYCLE * 0.35 * seconds), distanceMm);
            case TURNING -> pose(30 * Math.sin(CYCLE * 0.4 * seconds), 8 * Math.sin(CYCLE * 0.7 * seconds), 0, 0, distanceMm);
            case STARTING -> {
                double phase = seconds / 2 % 2;
                double done = phase < 1 ? smooth(2 * phase / QUICK_S) : 1 - smooth(2 * (phase - 1) / QUICK_S);
                yield pose(-10 + 20 * done, 0, -30 + 60 * done, 0, distanceMm);
            }
        };
    }

    private static RigidPose pose(double yawDeg, double pitchDeg, double xMm, double yMm, double distanceMm) {
        RigidPose pose = new RigidPose();
        pose.move(new double[] {Math.toRadians(pitchDeg), 0, 0, 0, 0, 0});
        pose.move(new double[] {0, Math.toRadians(yawDeg), 0, xMm, yMm, -distanceMm});
        return pose;
    }

    /** Minimum-jerk movement from 0 to 1 (Flash and Hogan 1985). */
    private static double smooth(double t) {
        double u = Math.clamp(t, 0, 1);
        return u * u * u * (10 + u * (6 * u - 15));
    }
}
