package com.eyewearml.face.pose;

/**
 * Kalman filter of a quantity that moves at nearly constant velocity, driven by white acceleration that is constant within a frame
 * (Bar-Shalom, Li and Kirubarajan 2001, 6.3.2). Its up to three components share one covariance. On a ramp it settles without lag.
 *
 * <p>The acceleration expected grows with the speed, as people accelerate in proportion to how fast they move: a quantity at rest is
 * held still, a moving one is followed. A surprise of more than {@value #SURPRISE_SD} standard deviations, the start of a quick
 * motion, opens the filter at once by as much acceleration as explains it.
 *
 * <p>The quantity itself stays with the caller, because a rotation is no vector: predict by {@link #velocity} times the time passed,
 * take the innovation, and apply {@link #correction}.
 */
final class ConstantVelocity {
    private static final double SURPRISE_SD = 3.5;

    private final double restAcceleration;
    private final double accelerationPerSpeed;
    private final double[] velocity;
    private final double[] correction;
    private double valueVariance;
    private double covariance;
    private double velocityVariance;

    /**
     * @param components 1 to 3
     * @param restAcceleration standard deviation of a component's acceleration at rest
     * @param accelerationPerSpeed by how much it grows with the speed, 1/s
     */
    ConstantVelocity(int components, double restAcceleration, double accelerationPerSpeed) {
        this.restAcceleration = restAcceleration;
        this.accelerationPerSpeed = accelerationPerSpeed;
        velocity = new double[components];
        correction = new double[components];
    }

    /** Starts at rest from one measurement. */
    void start(double measurementSd, double topSpeed) {
        for (int k = 0; k < velocity.length; k++) {
            velocity[k] = 0;
        }
        valueVariance = measurementSd * measurementSd;
        covariance = 0;
        velocityVariance = topSpeed * topSpeed;
    }

    /** Component of the velocity, per second. */
    double velocity(int component) {
        return velocity[component];
    }

    /** What the last innovation adds to the predicted value. */
    double correction(int component) {
        return correction[component];
    }

    /** Length of the velocity. */
    double speed() {
        return length(velocity);
    }

    /**
     * Takes in a measurement.
     *
     * @param dt time since the last one, seconds
     * @param innovation measured less predicted value
     * @param measurementSd standard deviation of a component's measurement
     */
    void correct(double dt, double[] innovation, double measurementSd) {
        double acceleration = restAcceleration + accelerationPerSpeed * speed();
        double noise = measurementSd * measurementSd;
        double predicted = valueVariance + dt * (2 * covariance + dt * velocityVariance);
        double perAcceleration = dt * dt * dt * dt / 4;
        double drive = acceleration * acceleration;
        double expected = predicted + perAcceleration * drive + noise;
        double seen = length(innovation);
        double surprise = seen * seen / velocity.length - SURPRISE_SD * SURPRISE_SD * expected;
        if (surprise > 0) {
            drive += surprise / perAcceleration;
        }
        valueVariance = predicted + drive * perAcceleration;
        covariance += dt * velocityVariance + drive * dt * dt * dt / 2;
        velocityVariance += drive * dt * dt;
        double total = valueVariance + noise;
        double valueGain = valueVariance / total;
        double velocityGain = covariance / total;
        for (int k = 0; k < velocity.length; k++) {
            correction[k] = valueGain * innovation[k];
            velocity[k] += velocityGain * innovation[k];
        }
        velocityVariance -= velocityGain * covariance;
        covariance *= 1 - valueGain;
        valueVariance *= 1 - valueGain;
    }

    private static double length(double[] vector) {
        double sum = 0;
        for (double v : vector) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }
}
