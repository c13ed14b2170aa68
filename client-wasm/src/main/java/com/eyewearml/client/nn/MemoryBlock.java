package com.eyewearml.client.nn;

import java.nio.FloatBuffer;

/**
 * Part of the linear memory that kernels work in.
 *
 * @param floats  its contents as Java sees them; kept as long as the address is used
 * @param address where it begins, in bytes
 */
public record MemoryBlock(FloatBuffer floats, int address) {
    /** Takes memory from the platform. */
    public interface Allocator {
        /** A block of its own for this many floats, filled with zeros. */
        MemoryBlock allocate(int floats);
    }
}
