package com.eyewearml.nn;

import com.eyewearml.nn.ExecutionPlan.Place;

/** Expected position of each channel under its spatial softmax. */
record ScalarExpectation(Place input, Place output) implements ScalarStep {
    @Override
    public void run(float[] arena, float[] scratch) {
        for (int channel = 0; channel < input.shape().channels(); channel++) {
            channel(arena, channel);
        }
    }

    private void channel(float[] arena, int channel) {
        int side = input.shape().width();
        int pitch = input.pitch();
        int first = input.offset() + channel;
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < side * side; i++) {
            largest = Math.max(largest, arena[first + i * pitch]);
        }
        float sum = 0;
        float sumX = 0;
        float sumY = 0;
        for (int y = 0, at = first; y < side; y++) {
            float row = 0;
            for (int x = 0; x < side; x++, at += pitch) {
                float weight = (float) Math.exp(arena[at] - largest);
                row += weight;
                sumX += weight * (2 * x + 1 - side);
            }
            sum += row;
            sumY += row * (2 * y + 1 - side);
        }
        arena[output.offset() + 2 * channel] = sumX / (sum * side);
        arena[output.offset() + 2 * channel + 1] = sumY / (sum * side);
    }
}
