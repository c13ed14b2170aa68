package com.eyewearml.gltf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.ViewCompressor.Compressed;
import com.eyewearml.gltf.ViewCompressor.Content;
import java.util.Arrays;

/** The binary chunk of a GLB under construction, with the buffer views and accessors that describe it. Little-endian. */
final class BinaryChunk {
    static final int ARRAY_BUFFER = 34962;
    static final int ELEMENT_ARRAY_BUFFER = 34963;
    static final int UNSIGNED_BYTE = 5121;
    static final int UNSIGNED_SHORT = 5123;
    static final int UNSIGNED_INT = 5125;
    static final int FLOAT = 5126;
    private static final int UBYTE_MAX = 255;
    private static final int USHORT_MAX = 65535;
    private static final int SHORT_MAX = 32767;
    private static final int VECTOR_STRIDE = 8;

    private byte[] bytes = new byte[1 << 16];
    private int size;
    private final JsonArray views = new JsonArray();
    private final JsonArray accessors = new JsonArray();
    private final ViewCompressor compressor;
    private int uncompressedBytes;

    /** @param compressor of vertices and indices; null to store them as they are */
    BinaryChunk(ViewCompressor compressor) {
        this.compressor = compressor;
    }

    /** Appends 32-bit floats; {@code withBounds} adds the minimum and maximum that glTF asks for on positions. */
    int addFloats(float[] values, int components, boolean withBounds) {
        int start = size;
        for (float value : values) {
            putInt(Float.floatToRawIntBits(value));
        }
        Content content = withBounds ? Content.POSITIONS : Content.ATTRIBUTES;
        JsonObject accessor = accessor(addView(start, ARRAY_BUFFER, 4 * components, content), FLOAT, values.length / components, components);
        if (withBounds) {
            accessor.add("min", bounds(values, components, true)).add("max", bounds(values, components, false));
        }
        accessors.add(accessor);
        return accessors.size() - 1;
    }

    /** Appends values in [0, 1] as normalised 16-bit integers. */
    int addUnitShorts(float[] values, int components) {
        int start = size;
        for (float value : values) {
            putShort(Math.round(value * USHORT_MAX));
        }
        accessors.add(accessor(addView(start, ARRAY_BUFFER, 2 * components, Content.ATTRIBUTES), UNSIGNED_SHORT, values.length / components,
                components)
                .add("normalized", true));
        return accessors.size() - 1;
    }

    /**
     * Appends unit vectors as normalised 16-bit integers, each at a multiple of four bytes (KHR_mesh_quantization).
     *
     * @param components 3, or 4 with a handedness
     */
    int addUnitVectors(float[] vectors, int components) {
        int start = size;
        for (int i = 0; i < vectors.length; i++) {
            putShort(Math.round(vectors[i] * SHORT_MAX));
            if (components == 3 && i % 3 == 2) {
                putShort(0);
            }
        }
        int view = addView(start, ARRAY_BUFFER, VECTOR_STRIDE, components == 3 ? Content.UNIT_VECTORS : Content.ATTRIBUTES);
        views.get(view).asObject().add("byteStride", VECTOR_STRIDE);
        accessors.add(accessor(view, AccessorReader.SHORT, vectors.length / components, components).add("normalized", true));
        return accessors.size() - 1;
    }

    /** Appends values in [0, 1] as normalised bytes. */
    int addUnitBytes(float[] values, int components) {
        int start = size;
        for (float value : values) {
            putByte(Math.round(value * UBYTE_MAX));
        }
        accessors.add(accessor(addView(start, ARRAY_BUFFER, components, Content.ATTRIBUTES), UNSIGNED_BYTE, values.length / components, components)
                .add("normalized", true));
        return accessors.size() - 1;
    }

    /** Appends indices, 16 bits each where they fit. */
    int addIndices(int[] indices, int vertexCount) {
        int start = size;
        boolean fits = vertexCount <= USHORT_MAX;
        for (int index : indices) {
            if (fits) {
                putShort(index);
            } else {
                putInt(index);
            }
        }
        int view = addView(start, ELEMENT_ARRAY_BUFFER, fits ? 2 : 4, Content.TRIANGLES);
        accessors.add(accessor(view, fits ? UNSIGNED_SHORT : UNSIGNED_INT, indices.length, 1));
        return accessors.size() - 1;
    }

    /** Appends a file as it is; returns its view. */
    int addFile(byte[] file) {
        int start = size;
        for (byte b : file) {
            putByte(b);
        }
        addPlainView(start, 0);
        return views.size() - 1;
    }

    /** Bytes that the compressed views have when they are decompressed; 0 where nothing is compressed. */
    int uncompressedBytes() {
        return uncompressedBytes;
    }

    JsonArray views() {
        return views;
    }

    JsonArray accessors() {
        return accessors;
    }

    /** Everything appended so far; each view starts at a multiple of four. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private int addView(int start, int target, int stride, Content content) {
        if (compressor == null) {
            return addPlainView(start, target);
        }
        byte[] view = Arrays.copyOfRange(bytes, start, size);
        Compressed compressed = compressor.compress(view, view.length / stride, stride, content);
        size = start;
        for (byte b : compressed.bytes()) {
            putByte(b);
        }
        JsonObject extension = new JsonObject().add("buffer", 0).add("byteOffset", start).add("byteLength", size - start)
                .add("byteStride", stride).add("count", view.length / stride).add("mode", compressed.mode());
        if (!compressed.filter().equals("NONE")) {
            extension.add("filter", compressed.filter());
        }
        views.add(new JsonObject().add("buffer", 1).add("byteOffset", uncompressedBytes).add("byteLength", view.length).add("target", target)
                .add("extensions", new JsonObject().add(Extensions.MESHOPT, extension)));
        uncompressedBytes += (view.length + 3) / 4 * 4;
        align();
        return views.size() - 1;
    }

    /** @param target 0 for data that is neither vertices nor indices */
    private int addPlainView(int start, int target) {
        JsonObject view = new JsonObject().add("buffer", 0).add("byteOffset", start).add("byteLength", size - start);
        views.add(target == 0 ? view : view.add("target", target));
        align();
        return views.size() - 1;
    }

    private void align() {
        while (size % 4 != 0) {
            putByte(0);
        }
    }

    private static JsonObject accessor(int view, int componentType, int count, int components) {
        return new JsonObject().add("bufferView", view).add("componentType", componentType).add("count", count)
                .add("type", AccessorReader.typeName(components));
    }

    private static JsonArray bounds(float[] values, int components, boolean least) {
        float[] bound = Arrays.copyOf(values, components);
        for (int i = 0; i < values.length; i++) {
            int c = i % components;
            bound[c] = least ? Math.min(bound[c], values[i]) : Math.max(bound[c], values[i]);
        }
        return MaterialWriter.numbers(bound);
    }

    private void putInt(int value) {
        putShort(value);
        putShort(value >>> 16);
    }

    private void putShort(int value) {
        putByte(value);
        putByte(value >>> 8);
    }

    private void putByte(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }
}
