package com.eyewearml.nn;

import com.eyewearml.nn.ExecutionPlan.Place;
import java.util.Arrays;

/**
 * A copy of an activation with a border of zeros, so that convolutions need no border cases. Value (row, column, channel) of
 * the activation is at {@code ((row + border) * width() + column + border) * pitch + channel} of the copy.
 *
 * @param border pixels on each side, half the kernel
 */
public record ZeroPadding(Place source, int border) {
    /** Padding for a square kernel. */
    public static ZeroPadding of(Place source, int kernel) {
        return new ZeroPadding(source, kernel / 2);
    }

    /** Pixels of a padded row. */
    public int width() {
        return source.shape().width() + 2 * border;
    }

    /** Floats of the copy and of the slack that kernels may read behind it. */
    public int floats() {
        return ((source.shape().height() + 2 * border) * width() + ExecutionPlan.SLACK_PIXELS) * source.pitch();
    }

    /** Floats of one row of the activation. */
    public int rowFloats() {
        return source.shape().width() * source.pitch();
    }

    /** Floats of the border at each end of a row. */
    public int sideFloats() {
        return border * source.pitch();
    }

    /** Floats before the first value of the activation. */
    public int before() {
        return border * width() * source.pitch() + sideFloats();
    }

    void copy(float[] arena, float[] padded) {
        int rowFloats = rowFloats();
        int sideFloats = sideFloats();
        int from = source.offset();
        int to = before();
        Arrays.fill(padded, 0, to, 0);
        for (int row = 0; row < source.shape().height(); row++) {
            System.arraycopy(arena, from, padded, to, rowFloats);
            from += rowFloats;
            to += rowFloats;
            Arrays.fill(padded, to, to + 2 * sideFloats, 0);
            to += 2 * sideFloats;
        }
        Arrays.fill(padded, to, floats(), 0);
    }
}
