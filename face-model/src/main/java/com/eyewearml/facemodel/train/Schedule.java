package com.eyewearml.facemodel.train;

import ai.djl.training.tracker.Tracker;

/** Cosine learning rate over the whole training, with a short rise after every start because Adam's moments start anew. */
final class Schedule implements Tracker {
    private static final int RISE_STEPS = 150;
    private static final double FLOOR = 0.01;

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
        double cosine = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, (double) step / totalSteps)));
        double rise = Math.min(1, (step - firstStep + 1.0) / RISE_STEPS);
        return (float) (peak * rise * (FLOOR + (1 - FLOOR) * cosine));
    }

    @Override
    public float getNewValue(int numUpdate) {
        return rate();
    }
}
