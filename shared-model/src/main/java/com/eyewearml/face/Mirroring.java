package com.eyewearml.face;

import com.eyewearml.nn.Graph;

/** Mirrors network inputs. */
public final class Mirroring {
    private Mirroring() { }

    /**
     * Swaps left and right in place.
     *
     * @param input a square picture of {@code size} pixels a side in row, column, channel order
     */
    public static void reverseRows(float[] input, int size) {
        int channels = Graph.INPUT_CHANNELS;
        for (int row = 0; row < size; row++) {
            int left = row * size * channels;
            int right = left + (size - 1) * channels;
            for (; left < right; left += channels, right -= channels) {
                for (int k = 0; k < channels; k++) {
                    float value = input[left + k];
                    input[left + k] = input[right + k];
                    input[right + k] = value;
                }
            }
        }
    }
}
