package com.eyewearml.facemodel.sample;

import java.util.random.RandomGenerator;

/** The draws that the samplers make, over one generator. */
final class Dice {
    private final RandomGenerator random;

    Dice(RandomGenerator random) {
        this.random = random;
    }

    boolean chance(float probability) {
        return random.nextFloat() < probability;
    }

    float uniform(float low, float high) {
        return low + (high - low) * random.nextFloat();
    }

    /** From {@code mild} to {@code heavy}, mostly near {@code mild}: half of the draws lie within an eighth of the range. */
    float graded(float mild, float heavy) {
        float u = random.nextFloat();
        return mild + (heavy - mild) * u * u * u;
    }

    float gaussian(float sigma) {
        return sigma * (float) random.nextGaussian();
    }

    float gaussian(float sigma, float limit) {
        return Math.clamp(gaussian(sigma), -limit, limit);
    }

    /** From 0 to {@code bound} - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code low} to {@code high}, equally likely at every order of magnitude. */
    float logUniform(float low, float high) {
        return low * (float) Math.pow(high / low, random.nextFloat());
    }

    /** A direction in the plane, radians. */
    float direction() {
        return uniform(0, 2 * (float) Math.PI);
    }
}
