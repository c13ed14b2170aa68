package com.eyewearml.client.browser;

import com.eyewearml.client.nn.MemoryBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.teavm.jso.typedarrays.Uint8Array;

/** Linear memory by way of direct buffers. */
final class DirectMemory implements MemoryBlock.Allocator {
    @Override
    public MemoryBlock allocate(int floats) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(Float.BYTES * floats).order(ByteOrder.nativeOrder());
        return new MemoryBlock(buffer.asFloatBuffer(), address(buffer));
    }

    /** Where a direct buffer begins in linear memory, valid while the buffer is reachable. */
    static int address(ByteBuffer buffer) {
        return Uint8Array.fromJavaBuffer(buffer).getByteOffset();
    }
}
