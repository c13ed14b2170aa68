package com.eyewearml.nn;

/** One step of a {@link ScalarExecutor} with its weights packed for it. */
interface ScalarStep {
    /** Computes over activations in the arena; scratch is free to use. */
    void run(float[] arena, float[] scratch);
}
