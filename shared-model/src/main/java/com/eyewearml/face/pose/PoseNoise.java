package com.eyewearml.face.pose;

/**
 * How much a solved pose scatters from frame to frame, standard deviations. The solver's covariance, which takes landmarks as independent,
 * times {@value #FRAME_FACTOR}, because landmarks of one frame err together; measured by {@code ./eyewearml bench stability}.
 */
public final class PoseNoise {
    static final double FRAME_FACTOR = 2.5;

    private double acrossMm;
    private double relativeDistance;
    private double turnRad;

    /** Takes variances of the solver's six unknowns, see {@link RigidPose#move}. */
    void set(double[] variances, double distanceMm) {
        acrossMm = FRAME_FACTOR * Math.sqrt((variances[3] + variances[4]) / 2);
        relativeDistance = FRAME_FACTOR * Math.sqrt(variances[5]) / distanceMm;
        turnRad = FRAME_FACTOR * Math.sqrt((variances[0] + variances[1] + variances[2]) / 3);
    }

    /** Of the head's place across the line of sight, each axis. */
    public double acrossMm() {
        return acrossMm;
    }

    /** Of the distance, as a part of it. */
    public double relativeDistance() {
        return relativeDistance;
    }

    /** Of the rotation, about each axis. */
    public double turnRad() {
        return turnRad;
    }
}
