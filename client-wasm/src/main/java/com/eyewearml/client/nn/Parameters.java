package com.eyewearml.client.nn;

import java.util.ArrayList;
import java.util.List;

/** Packed parameters of a network laid end to end, before there is memory to put them in. */
final class Parameters {
    private static final int VECTOR_FLOATS = 4;

    private final List<float[]> arrays = new ArrayList<>();
    private int floats;

    /** Appends an array, whose length is a multiple of a vector's; returns its offset in floats. */
    int add(float[] array) {
        if (array.length % VECTOR_FLOATS != 0) {
            throw new IllegalArgumentException("array of " + array.length + " floats, expected a multiple of " + VECTOR_FLOATS);
        }
        int offset = floats;
        arrays.add(array);
        floats += array.length;
        return offset;
    }

    /** Floats of all arrays. */
    int floats() {
        return floats;
    }

    /** Writes all arrays to the beginning of a block. */
    void writeTo(MemoryBlock block) {
        int at = 0;
        for (float[] array : arrays) {
            block.floats().put(at, array);
            at += array.length;
        }
    }
}
