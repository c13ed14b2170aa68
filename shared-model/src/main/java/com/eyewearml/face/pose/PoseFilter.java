package com.eyewearml.face.pose;

/**
 * Steadies a pose over time: a Kalman filter on SE(3), one {@link ConstantVelocity} each for the direction to the head, its distance
 * and its rotation. A head at rest stands still, a moving one is followed without lag.
 *
 * <p>Direction, rather than position, is filtered apart from distance, because the glasses have to stay on the picture of the nose, while
 * an error in distance only alters their size a little.
 */
public final class PoseFilter {
    private static final double DIRECTION_REST_MM_PER_S2 = 60;
    private static final double DISTANCE_REST_PER_S2 = 0.2;
    private static final double ROTATION_REST_RAD_PER_S2 = Math.toRadians(40);
    private static final double ACCELERATION_PER_SPEED = 4;
    private static final double TOP_SPEED_MM_PER_S = 300;
    private static final double TOP_RELATIVE_SPEED_PER_S = 0.5;
    private static final double TOP_TURN_RAD_PER_S = 2;
    private static final double MAX_GAP_S = 0.5;

    private final RigidPose filtered = new RigidPose();
    private final ConstantVelocity direction = new ConstantVelocity(2, DIRECTION_REST_MM_PER_S2, ACCELERATION_PER_SPEED);
    private final ConstantVelocity range = new ConstantVelocity(1, DISTANCE_REST_PER_S2, ACCELERATION_PER_SPEED);
    private final ConstantVelocity rotation = new ConstantVelocity(3, ROTATION_REST_RAD_PER_S2, ACCELERATION_PER_SPEED);
    private final double[] acrossMm = new double[2];
    private final double[] along = new double[1];
    private final double[] turn = new double[3];
    private final double[] step = new double[6];
    private double slopeX;
    private double slopeY;
    private double logDistance;
    private double lastMs = Double.NaN;
    private double lastGapS;

    /** Forgets the past. */
    public void reset() {
        lastMs = Double.NaN;
    }

    /**
     * Filters a pose in place. A first pose, one whose time does not lie after the last, and one after a gap of more than half a second
     * pass unchanged and start anew.
     *
     * @param noise how much the pose scatters from frame to frame
     */
    public void apply(double timestampMs, RigidPose pose, PoseNoise noise) {
        double dt = (timestampMs - lastMs) / 1000;
        lastMs = timestampMs;
        lastGapS = dt > 0 && dt <= MAX_GAP_S ? dt : 0;
        if (lastGapS == 0) {
            restart(pose, noise);
            return;
        }
        followRotation(pose, dt, noise);
        followDistance(pose, dt, noise);
        followDirection(pose, dt, noise);
        double distance = Math.exp(logDistance);
        filtered.t[0] = slopeX * distance;
        filtered.t[1] = slopeY * distance;
        filtered.t[2] = -distance;
        pose.set(filtered);
    }

    /**
     * Goes over to another shape of the head. What the change of shape alone alters in the pose is no motion, so the course so far is
     * moved by it; the head stays where it is in the picture.
     *
     * @param before the last pose measured, solved with the old shape
     * @param after the same picture's pose with the new shape
     */
    public void reshape(RigidPose before, RigidPose after) {
        turnBetween(before, after, turn);
        for (int a = 0; a < 3; a++) {
            step[a] = turn[a];
        }
        filtered.move(step);
        slopeX += before.t[0] / before.t[2] - after.t[0] / after.t[2];
        slopeY += before.t[1] / before.t[2] - after.t[1] / after.t[2];
        logDistance += Math.log(after.t[2] / before.t[2]);
    }

    /**
     * Goes over to another focal length, under which the same picture shows the same head farther away in proportion.
     *
     * @param ratio new focal length over old
     */
    public void refocus(double ratio) {
        slopeX /= ratio;
        slopeY /= ratio;
        logDistance += Math.log(ratio);
        filtered.t[2] *= ratio;
    }

    /** Writes the pose expected one frame after the last. */
    public void predict(RigidPose out) {
        out.set(filtered);
        for (int a = 0; a < 3; a++) {
            step[a] = lastGapS * rotation.velocity(a);
        }
        out.move(step);
        double distance = -filtered.t[2] * Math.exp(lastGapS * range.velocity(0));
        double shift = lastGapS / -filtered.t[2];
        out.t[0] = (slopeX + shift * direction.velocity(0)) * distance;
        out.t[1] = (slopeY + shift * direction.velocity(1)) * distance;
        out.t[2] = -distance;
    }

    private void restart(RigidPose pose, PoseNoise noise) {
        double distance = -pose.t[2];
        slopeX = pose.t[0] / distance;
        slopeY = pose.t[1] / distance;
        logDistance = Math.log(distance);
        direction.start(noise.acrossMm(), TOP_SPEED_MM_PER_S);
        range.start(noise.relativeDistance(), TOP_RELATIVE_SPEED_PER_S);
        rotation.start(noise.turnRad(), TOP_TURN_RAD_PER_S);
        filtered.set(pose);
    }

    private void followDirection(RigidPose pose, double dt, PoseNoise noise) {
        double distance = -pose.t[2];
        slopeX += dt * direction.velocity(0) / distance;
        slopeY += dt * direction.velocity(1) / distance;
        acrossMm[0] = pose.t[0] - distance * slopeX;
        acrossMm[1] = pose.t[1] - distance * slopeY;
        direction.correct(dt, acrossMm, noise.acrossMm());
        slopeX += direction.correction(0) / distance;
        slopeY += direction.correction(1) / distance;
    }

    private void followDistance(RigidPose pose, double dt, PoseNoise noise) {
        logDistance += dt * range.velocity(0);
        along[0] = Math.log(-pose.t[2]) - logDistance;
        range.correct(dt, along, noise.relativeDistance());
        logDistance += range.correction(0);
    }

    private void followRotation(RigidPose pose, double dt, PoseNoise noise) {
        for (int a = 0; a < 3; a++) {
            step[a] = dt * rotation.velocity(a);
        }
        filtered.move(step);
        turnBetween(filtered, pose, turn);
        rotation.correct(dt, turn, noise.turnRad());
        for (int a = 0; a < 3; a++) {
            step[a] = rotation.correction(a);
        }
        filtered.move(step);
    }

    /** Rotation vector of {@code to.R fromᵀ.R}: log of SO(3). */
    static void turnBetween(RigidPose from, RigidPose to, double[] turn) {
        double m00 = row(to, 0, from, 0);
        double m11 = row(to, 1, from, 1);
        double m22 = row(to, 2, from, 2);
        double x = row(to, 2, from, 1) - row(to, 1, from, 2);
        double y = row(to, 0, from, 2) - row(to, 2, from, 0);
        double z = row(to, 1, from, 0) - row(to, 0, from, 1);
        double twiceSin = Math.sqrt(x * x + y * y + z * z);
        double angle = Math.atan2(twiceSin, m00 + m11 + m22 - 1);
        double factor = twiceSin < 1e-12 ? 0.5 : angle / twiceSin;
        turn[0] = factor * x;
        turn[1] = factor * y;
        turn[2] = factor * z;
    }

    private static double row(RigidPose a, int i, RigidPose b, int j) {
        return a.r[3 * i] * b.r[3 * j] + a.r[3 * i + 1] * b.r[3 * j + 1] + a.r[3 * i + 2] * b.r[3 * j + 2];
    }
}
