package com.eyewearml.face.pose;

/**
 * Steadies a pose over time: the one-euro filter (Casiez, Roussel and Vogel 2012) on SE(3). Each of direction to the head, distance and
 * rotation is an exponential average whose cutoff frequency rises with its speed, so a still head stands still and a moving one is
 * followed at once.
 *
 * <p>Direction, rather than position, is filtered apart from distance, because the glasses have to stay on the picture of the nose, while
 * an error in distance only alters their size a little.
 */
public final class PoseFilter {
    private static final double SPEED_CUTOFF_HZ = 2;
    private static final double DIRECTION_MIN_CUTOFF_HZ = 1.5;
    private static final double DIRECTION_HZ_PER_MM_PER_S = 0.2;
    private static final double DISTANCE_MIN_CUTOFF_HZ = 0.7;
    private static final double DISTANCE_HZ_PER_RELATIVE_PER_S = 30;
    private static final double ROTATION_MIN_CUTOFF_HZ = 1.2;
    private static final double ROTATION_HZ_PER_RAD_PER_S = 18;
    private static final double MAX_GAP_S = 0.5;

    private final RigidPose filtered = new RigidPose();
    private final RigidPose lastMeasured = new RigidPose();
    private final double[] turn = new double[6];
    private final double[] turnSpeed = new double[3];
    private double slopeX;
    private double slopeY;
    private double logDistance;
    private double slopeSpeedX;
    private double slopeSpeedY;
    private double distanceSpeed;
    private double lastMs = Double.NaN;

    /** Forgets the past. */
    public void reset() {
        lastMs = Double.NaN;
    }

    /**
     * Filters a pose in place. A first pose, one whose time does not lie after the last, and one after a gap of more than half a second
     * pass unchanged and start anew.
     */
    public void apply(double timestampMs, RigidPose pose) {
        double dt = (timestampMs - lastMs) / 1000;
        lastMs = timestampMs;
        double distance = -pose.t[2];
        double x = pose.t[0] / distance;
        double y = pose.t[1] / distance;
        double log = Math.log(distance);
        if (!(dt > 0 && dt <= MAX_GAP_S)) {
            restart(x, y, log, pose);
            return;
        }
        double smooth = weight(SPEED_CUTOFF_HZ, dt);
        filterDirection(x, y, distance, smooth, dt);
        filterDistance(log, smooth, dt);
        filterRotation(pose, smooth, dt);
        lastMeasured.set(pose);
        double filteredDistance = Math.exp(logDistance);
        filtered.t[0] = slopeX * filteredDistance;
        filtered.t[1] = slopeY * filteredDistance;
        filtered.t[2] = -filteredDistance;
        pose.set(filtered);
    }

    private void restart(double x, double y, double log, RigidPose pose) {
        slopeX = x;
        slopeY = y;
        logDistance = log;
        slopeSpeedX = 0;
        slopeSpeedY = 0;
        distanceSpeed = 0;
        for (int a = 0; a < 3; a++) {
            turnSpeed[a] = 0;
        }
        filtered.set(pose);
        lastMeasured.set(pose);
    }

    private void filterDirection(double x, double y, double distance, double smooth, double dt) {
        double lastDistance = -lastMeasured.t[2];
        slopeSpeedX += smooth * ((x - lastMeasured.t[0] / lastDistance) / dt - slopeSpeedX);
        slopeSpeedY += smooth * ((y - lastMeasured.t[1] / lastDistance) / dt - slopeSpeedY);
        double mmPerS = distance * Math.sqrt(slopeSpeedX * slopeSpeedX + slopeSpeedY * slopeSpeedY);
        double w = weight(DIRECTION_MIN_CUTOFF_HZ + DIRECTION_HZ_PER_MM_PER_S * mmPerS, dt);
        slopeX += w * (x - slopeX);
        slopeY += w * (y - slopeY);
    }

    private void filterDistance(double log, double smooth, double dt) {
        distanceSpeed += smooth * ((log - Math.log(-lastMeasured.t[2])) / dt - distanceSpeed);
        double w = weight(DISTANCE_MIN_CUTOFF_HZ + DISTANCE_HZ_PER_RELATIVE_PER_S * Math.abs(distanceSpeed), dt);
        logDistance += w * (log - logDistance);
    }

    private void filterRotation(RigidPose pose, double smooth, double dt) {
        turnBetween(lastMeasured, pose, turn);
        for (int a = 0; a < 3; a++) {
            turnSpeed[a] += smooth * (turn[a] / dt - turnSpeed[a]);
        }
        double radPerS = Math.sqrt(turnSpeed[0] * turnSpeed[0] + turnSpeed[1] * turnSpeed[1] + turnSpeed[2] * turnSpeed[2]);
        double w = weight(ROTATION_MIN_CUTOFF_HZ + ROTATION_HZ_PER_RAD_PER_S * radPerS, dt);
        turnBetween(filtered, pose, turn);
        for (int a = 0; a < 3; a++) {
            turn[a] *= w;
        }
        filtered.move(turn);
    }

    /** Weight of the new value in a first-order low pass. */
    private static double weight(double cutoffHz, double dt) {
        double r = 2 * Math.PI * cutoffHz * dt;
        return r / (1 + r);
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
