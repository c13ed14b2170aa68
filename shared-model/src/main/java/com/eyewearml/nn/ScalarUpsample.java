package com.eyewearml.nn;

import com.eyewearml.nn.ExecutionPlan.Place;

/** Each pixel copied to a square of 2 x 2. */
record ScalarUpsample(Place input, Place output) implements ScalarStep {
    @Override
    public void run(float[] arena, float[] scratch) {
        int width = input.shape().width();
        int pitch = input.pitch();
        int row = 2 * width * pitch;
        for (int y = 0; y < input.shape().height(); y++) {
            int to = output.offset() + 2 * y * row;
            for (int x = 0; x < width; x++) {
                int from = input.offset() + (y * width + x) * pitch;
                System.arraycopy(arena, from, arena, to + 2 * x * pitch, pitch);
                System.arraycopy(arena, from, arena, to + (2 * x + 1) * pitch, pitch);
            }
            System.arraycopy(arena, to, arena, to + row, row);
        }
    }
}
