package com.eyewearml.nn;

import com.eyewearml.nn.ExecutionPlan.Place;
import com.eyewearml.nn.ExecutionPlan.Step;

/** Fully connected layer, four outputs at a time. */
final class ScalarDense implements ScalarStep {
    private static final int BLOCK = 4;

    private final Place input;
    private final Place output;
    private final float floor;
    private final float[] weights;
    private final float[] bias;

    ScalarDense(Layer.Dense dense, Step step, PackedWeights packed) {
        input = step.input();
        output = step.output();
        floor = step.floor();
        weights = packed.dense(dense, input.shape(), input.pitch(), output.pitch(), BLOCK);
        bias = packed.bias(dense, output.pitch());
    }

    @Override
    public void run(float[] arena, float[] scratch) {
        int from = input.offset();
        int to = from + input.pixels() * input.pitch();
        int w = 0;
        for (int out = 0; out < output.pitch(); out += BLOCK) {
            float sum0 = bias[out];
            float sum1 = bias[out + 1];
            float sum2 = bias[out + 2];
            float sum3 = bias[out + 3];
            for (int x = from; x < to; x++, w += 4) {
                float value = arena[x];
                sum0 += value * weights[w];
                sum1 += value * weights[w + 1];
                sum2 += value * weights[w + 2];
                sum3 += value * weights[w + 3];
            }
            int y = output.offset() + out;
            arena[y] = sum0 < floor ? floor : sum0;
            arena[y + 1] = sum1 < floor ? floor : sum1;
            arena[y + 2] = sum2 < floor ? floor : sum2;
            arena[y + 3] = sum3 < floor ? floor : sum3;
        }
    }
}
