package com.eyewearml.nn;

import com.eyewearml.nn.ExecutionPlan.Place;
import java.util.Arrays;

/**
 * Expected position of each channel under its spatial softmax. All channels of a pixel are taken together, as they lie in memory;
 * the scratch holds, for each channel, its greatest value, then the sum of weights, of weighted x and of weighted y. Padding
 * channels, zero everywhere, have their expectation at zero.
 */
record ScalarExpectation(Place input, Place output) implements ScalarStep {
    int scratchFloats() {
        return 4 * input.pitch();
    }

    @Override
    public void run(float[] arena, float[] scratch) {
        int pitch = input.pitch();
        int side = input.shape().width();
        findLargest(arena, scratch);
        Arrays.fill(scratch, pitch, 4 * pitch, 0);
        for (int row = 0, at = input.offset(); row < side; row++) {
            for (int column = 0; column < side; column++, at += pitch) {
                add(arena, at, scratch, 2 * column + 1 - side, 2 * row + 1 - side);
            }
        }
        for (int i = 0; i < output.pitch(); i++) {
            int channel = i / 2;
            arena[output.offset() + i] = scratch[(2 + i % 2) * pitch + channel] / (scratch[pitch + channel] * side);
        }
    }

    private void findLargest(float[] arena, float[] scratch) {
        int pitch = input.pitch();
        System.arraycopy(arena, input.offset(), scratch, 0, pitch);
        for (int pixel = 1; pixel < input.pixels(); pixel++) {
            int at = input.offset() + pixel * pitch;
            for (int channel = 0; channel < pitch; channel++) {
                scratch[channel] = Math.max(scratch[channel], arena[at + channel]);
            }
        }
    }

    private void add(float[] arena, int at, float[] scratch, float x, float y) {
        int pitch = input.pitch();
        for (int channel = 0; channel < pitch; channel++) {
            float weight = (float) Math.exp(arena[at + channel] - scratch[channel]);
            scratch[pitch + channel] += weight;
            scratch[2 * pitch + channel] += weight * x;
            scratch[3 * pitch + channel] += weight * y;
        }
    }
}
