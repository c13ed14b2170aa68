package com.eyewearml.facemodel.train;

import ai.djl.training.tracker.Tracker;

/**
 * Learning rate: constant, then falling to nothing over the last part of the training along one minus a square root (Hägele et al.
 * 2024, "Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations"), with a short rise after every start because
 * Adam's moments start anew.
 */
final class Schedule implements Tracker {
    private static final int RISE_STEPS = 150;
    private static final double FLOOR = 0.005;
    private static final double FALL_FROM = 0.6;

    private final float peak;
    private final int totalSteps;
    private final int firstStep;
    private int step;

    Schedule(float peak, int totalSteps, int firstStep) {
        this.peak = peak;
        this.totalSteps = totalSteps;
        this.firstStep = firstStep;
        step = firstStep;
    }

    void at(int step) {
        this.step = step;
    }

    float rate() {
        double fallen = Math.clamp(((double) step / totalSteps - FALL_FROM) / (1 - FALL_FROM), 0, 1);
        double level = 1 - Math.sqrt(fallen);
        double rise = Math.min(1, (step - firstStep + 1.0) / RISE_STEPS);
        return (float) (peak * rise * (FLOOR + (1 - FLOOR) * level));
    }

    @Override
    public float getNewValue(int numUpdate) {
        return rate();
    }
}
