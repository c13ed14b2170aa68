package com.eyewearml.imports.output;

import com.eyewearml.gltf.ViewCompressor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.util.meshoptimizer.MeshOptimizer;

/** Compresses views by meshoptimizer's encoders, in the versions that EXT_meshopt_compression knows. */
final class MeshoptCompressor implements ViewCompressor {
    /** Positions are whole multiples of this power of two of a metre: 8 micrometres. */
    static final int POSITION_EXPONENT = -17;
    private static final int ATTRIBUTE_VERSION = 0;
    private static final int INDEX_VERSION = 1;
    private static final int NORMAL_BITS = 11;
    private static final int LARGEST_MANTISSA = (1 << 23) - 1;
    private static final float SHORT_MAX = 32767;

    @Override
    public Compressed compress(byte[] view, int count, int stride, Content content) {
        return switch (content) {
            case TRIANGLES -> new Compressed(triangles(view, count, stride), "TRIANGLES", "NONE");
            case POSITIONS -> new Compressed(attributes(exponential(view), count, stride), "ATTRIBUTES", "EXPONENTIAL");
            case UNIT_VECTORS -> new Compressed(attributes(octahedral(view, count, stride), count, stride), "ATTRIBUTES", "OCTAHEDRAL");
            case ATTRIBUTES -> new Compressed(attributes(view, count, stride), "ATTRIBUTES", "NONE");
        };
    }

    /** A position that the exponential filter keeps exactly. */
    static float rounded(float metres) {
        return Math.scalb((float) mantissa(metres), POSITION_EXPONENT);
    }

    private static int mantissa(float metres) {
        return Math.clamp(Math.round(Math.scalb((double) metres, -POSITION_EXPONENT)), -LARGEST_MANTISSA, LARGEST_MANTISSA);
    }

    /** Eight bits of exponent, the same for all, and 24 of mantissa. */
    private static byte[] exponential(byte[] view) {
        ByteBuffer in = ByteBuffer.wrap(view).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.allocate(view.length).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            out.putInt(POSITION_EXPONENT << 24 | mantissa(in.getFloat()) & 0xFFFFFF);
        }
        return out.array();
    }

    private static byte[] octahedral(byte[] view, int count, int stride) {
        ByteBuffer in = ByteBuffer.wrap(view).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer vectors = MemoryUtil.memAllocFloat(4 * count);
        ByteBuffer out = MemoryUtil.memAlloc(view.length);
        try {
            while (in.hasRemaining()) {
                vectors.put(in.getShort() / SHORT_MAX);
            }
            MeshOptimizer.meshopt_encodeFilterOct(out, count, stride, NORMAL_BITS, vectors.flip());
            return taken(out, view.length);
        } finally {
            MemoryUtil.memFree(vectors);
            MemoryUtil.memFree(out);
        }
    }

    private static byte[] attributes(byte[] view, int count, int stride) {
        MeshOptimizer.meshopt_encodeVertexVersion(ATTRIBUTE_VERSION);
        ByteBuffer in = MemoryUtil.memAlloc(view.length).put(view).flip();
        ByteBuffer out = MemoryUtil.memAlloc((int) MeshOptimizer.meshopt_encodeVertexBufferBound(count, stride));
        try {
            return taken(out, (int) MeshOptimizer.meshopt_encodeVertexBuffer(out, in, count, stride));
        } finally {
            MemoryUtil.memFree(in);
            MemoryUtil.memFree(out);
        }
    }

    private static byte[] triangles(byte[] view, int count, int stride) {
        MeshOptimizer.meshopt_encodeIndexVersion(INDEX_VERSION);
        ByteBuffer bytes = ByteBuffer.wrap(view).order(ByteOrder.LITTLE_ENDIAN);
        IntBuffer indices = MemoryUtil.memAllocInt(count);
        int vertices = 0;
        for (int i = 0; i < count; i++) {
            int index = stride == 2 ? bytes.getShort() & 0xFFFF : bytes.getInt();
            indices.put(index);
            vertices = Math.max(vertices, index + 1);
        }
        ByteBuffer out = MemoryUtil.memAlloc((int) MeshOptimizer.meshopt_encodeIndexBufferBound(count, vertices));
        try {
            return taken(out, (int) MeshOptimizer.meshopt_encodeIndexBuffer(out, indices.flip()));
        } finally {
            MemoryUtil.memFree(indices);
            MemoryUtil.memFree(out);
        }
    }

    private static byte[] taken(ByteBuffer out, int length) {
        byte[] bytes = new byte[length];
        out.get(0, bytes);
        return bytes;
    }
}
