package com.eyewearml.nn;

import com.eyewearml.nn.ExecutionPlan.Place;
import com.eyewearml.nn.ExecutionPlan.Step;

/** Element-wise sum that could not be fused into a convolution. */
record ScalarAdd(Place left, Place right, Place output, float floor) implements ScalarStep {
    static ScalarAdd of(Step step) {
        return new ScalarAdd(step.input(), step.addend(), step.output(), step.floor());
    }

    @Override
    public void run(float[] arena, float[] scratch) {
        for (int i = 0; i < output.pixels() * output.pitch(); i++) {
            float sum = arena[left.offset() + i] + arena[right.offset() + i];
            arena[output.offset() + i] = sum < floor ? floor : sum;
        }
    }
}
