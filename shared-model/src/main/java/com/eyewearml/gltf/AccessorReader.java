package com.eyewearml.gltf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GlbFormatException.Code;

/**
 * Reads accessors (glTF 2.0, section 3.6.2), with the integers of KHR_mesh_quantization. Every offset and count is checked, in 64 bits, before a byte is
 * touched, because in the browser an index out of range cannot be caught.
 */
final class AccessorReader {
    static final int BYTE = 5120;
    static final int SHORT = 5122;
    private static final byte[] NO_BYTES = {};

    private final BufferViews views;
    private final JsonArray accessors;
    private final int maxCount;
    private final SparseReader sparse;

    /** @param maxCount most elements of one accessor */
    AccessorReader(BufferViews views, JsonArray accessors, int maxCount) {
        this.views = views;
        this.accessors = accessors;
        this.maxCount = maxCount;
        sparse = new SparseReader(views);
    }

    static String typeName(int components) {
        return components == 1 ? "SCALAR" : "VEC" + components;
    }

    int size() {
        return accessors.size();
    }

    /** Number of components of an accessor's elements: 1 to 4. */
    int components(int index) throws GlbFormatException {
        String where = where(index);
        String type = JsonFields.text(JsonFields.asObject(accessors.get(index), where), "type", "", where);
        for (int components = 1; components <= 4; components++) {
            if (type.equals(typeName(components))) {
                return components;
            }
        }
        throw new GlbFormatException(Code.BAD_ACCESSOR, where + " has type \"" + type + "\", expected SCALAR or VEC2 to VEC4");
    }

    /**
     * Finite floats; normalised integers mapped to [0, 1] or [-1, 1]; other integers as they are. {@code components} values per
     * element.
     *
     * @param plainIntegers whether integers need not be normalised
     */
    float[] floats(int index, int components, boolean plainIntegers) throws GlbFormatException {
        Layout layout = layout(index, components);
        boolean normalised = JsonFields.flag(accessor(index), "normalized", where(index));
        boolean readable = layout.componentType == BinaryChunk.FLOAT
                || layout.componentType != BinaryChunk.UNSIGNED_INT && (normalised || plainIntegers);
        if (!readable) {
            throw new GlbFormatException(Code.BAD_ACCESSOR, where(index) + " has component type " + layout.componentType
                    + ", expected 5126 (float) or a " + (plainIntegers ? "" : "normalised ") + "8-bit or 16-bit integer");
        }
        float[] values = new float[layout.count * components];
        for (int i = 0; i < layout.count && layout.start >= 0; i++) {
            for (int c = 0; c < components; c++) {
                values[i * components + c] = value(layout, layout.data, layout.start + i * layout.stride + c * layout.componentBytes, normalised);
            }
        }
        SparseReader.Changes changes = sparse.changes(accessor(index), layout.count, components * layout.componentBytes, where(index));
        for (int i = 0; i < changes.elements().length; i++) {
            for (int c = 0; c < components; c++) {
                int at = changes.start() + (i * components + c) * layout.componentBytes;
                values[changes.elements()[i] * components + c] = value(layout, changes.data(), at, normalised);
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= Float.MAX_VALUE)) {
                throw new GlbFormatException(Code.BAD_ACCESSOR, where(index) + " holds a value that is not finite at element " + i / components);
            }
        }
        return values;
    }

    private static float value(Layout layout, byte[] data, int at, boolean normalised) {
        return normalised ? normalised(data, layout.componentType, at) : plain(data, layout.componentType, at);
    }

    /** Number of elements of an accessor. */
    int count(int index) throws GlbFormatException {
        String where = where(index);
        int count = JsonFields.integer(accessor(index), "count", 0, 1, Integer.MAX_VALUE, where);
        if (count > maxCount) {
            throw new GlbFormatException(Code.TOO_LARGE, where + " has " + count + " elements, at most " + maxCount + " are accepted");
        }
        return count;
    }

    /** What an accessor's integers are divided by to lie in [-1, 1]; 1 where they are not normalised. */
    float largestNormalised(int index) throws GlbFormatException {
        if (!JsonFields.flag(accessor(index), "normalized", where(index))) {
            return 1;
        }
        return switch (JsonFields.integer(accessor(index), "componentType", -1, 0, Integer.MAX_VALUE, where(index))) {
            case BYTE -> 127;
            case BinaryChunk.UNSIGNED_BYTE -> 255;
            case SHORT -> 32767;
            case BinaryChunk.UNSIGNED_SHORT -> 65535;
            default -> 1;
        };
    }

    private JsonObject accessor(int index) throws GlbFormatException {
        return JsonFields.asObject(accessors.get(index), where(index));
    }

    /** Vertex indices, each below {@code vertexCount}. */
    int[] indices(int index, int vertexCount) throws GlbFormatException {
        Layout layout = layout(index, 1);
        int type = layout.componentType;
        if (type != BinaryChunk.UNSIGNED_BYTE && type != BinaryChunk.UNSIGNED_SHORT && type != BinaryChunk.UNSIGNED_INT) {
            throw new GlbFormatException(Code.BAD_ACCESSOR,
                    where(index) + " has component type " + type + ", expected an unsigned integer for indices");
        }
        int[] values = new int[layout.count];
        for (int i = 0; i < layout.count && layout.start >= 0; i++) {
            values[i] = unsigned(layout.data, type, layout.start + i * layout.stride);
        }
        SparseReader.Changes changes = sparse.changes(accessor(index), layout.count, layout.componentBytes, where(index));
        for (int i = 0; i < changes.elements().length; i++) {
            values[changes.elements()[i]] = unsigned(changes.data(), type, changes.start() + i * layout.componentBytes);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] >= vertexCount) {
                throw new GlbFormatException(Code.BAD_ACCESSOR, where(index) + " refers to vertex " + (values[i] & 0xFFFFFFFFL)
                        + " at element " + i + ", but there are " + vertexCount);
            }
        }
        return values;
    }

    /** Where the elements lie; {@code start} is -1 for an accessor of zeros. */
    private record Layout(byte[] data, int componentType, int componentBytes, int count, int start, int stride) {
    }

    private Layout layout(int index, int components) throws GlbFormatException {
        String where = where(index);
        JsonObject accessor = accessor(index);
        if (components(index) != components) {
            throw new GlbFormatException(Code.BAD_ACCESSOR, where + " has " + components(index) + " components, expected " + components);
        }
        int componentType = JsonFields.integer(accessor, "componentType", -1, 0, Integer.MAX_VALUE, where);
        int componentBytes = componentBytes(componentType, where);
        int count = count(index);
        int offset = JsonFields.integer(accessor, "byteOffset", 0, 0, Integer.MAX_VALUE, where);
        int view = JsonFields.index(accessor, "bufferView", views.size(), where);
        if (view < 0) {
            return new Layout(NO_BYTES, componentType, componentBytes, count, -1, 0);
        }
        BufferViews.Span span = views.span(view);
        int elementBytes = componentBytes * components;
        int stride = span.stride() == 0 ? elementBytes : span.stride();
        if (stride < elementBytes) {
            throw new GlbFormatException(Code.BAD_ACCESSOR,
                    where + " has elements of " + elementBytes + " bytes, but bufferViews[" + view + "] a stride of " + stride);
        }
        long end = offset + (long) (count - 1) * stride + elementBytes;
        if (end > span.length()) {
            throw new GlbFormatException(Code.BAD_ACCESSOR, where + " ends at byte " + end + " of a view of " + span.length());
        }
        int viewOffset = span.offsetInBuffer();
        if ((offset + (long) viewOffset) % componentBytes != 0 || stride % componentBytes != 0) {
            throw new GlbFormatException(Code.BAD_ACCESSOR, where + " is not aligned to its " + componentBytes + "-byte components");
        }
        return new Layout(span.data(), componentType, componentBytes, count, span.start() + offset, stride);
    }

    static int componentBytes(int componentType, String where) throws GlbFormatException {
        return switch (componentType) {
            case BYTE, BinaryChunk.UNSIGNED_BYTE -> 1;
            case SHORT, BinaryChunk.UNSIGNED_SHORT -> 2;
            case BinaryChunk.UNSIGNED_INT, BinaryChunk.FLOAT -> 4;
            default -> throw new GlbFormatException(Code.BAD_ACCESSOR,
                    where + " has component type " + componentType + ", expected 5120 to 5123, 5125 or 5126");
        };
    }

    /** One component; integers are normalised (glTF 2.0, section 3.11). */
    private static float normalised(byte[] data, int type, int at) {
        return switch (type) {
            case BYTE -> Math.max(data[at] / 127f, -1);
            case BinaryChunk.UNSIGNED_BYTE -> (data[at] & 0xFF) / 255f;
            case SHORT -> Math.max((short) littleEndian(data, at, 2) / 32767f, -1);
            case BinaryChunk.UNSIGNED_SHORT -> littleEndian(data, at, 2) / 65535f;
            default -> Float.intBitsToFloat(littleEndian(data, at, 4));
        };
    }

    private static float plain(byte[] data, int type, int at) {
        return switch (type) {
            case BYTE -> data[at];
            case SHORT -> (short) littleEndian(data, at, 2);
            case BinaryChunk.FLOAT -> Float.intBitsToFloat(littleEndian(data, at, 4));
            default -> unsigned(data, type, at);
        };
    }

    static int unsigned(byte[] data, int type, int at) {
        return switch (type) {
            case BinaryChunk.UNSIGNED_BYTE -> data[at] & 0xFF;
            case BinaryChunk.UNSIGNED_SHORT -> littleEndian(data, at, 2);
            default -> littleEndian(data, at, 4);
        };
    }

    private static int littleEndian(byte[] data, int at, int bytes) {
        int value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << 8 | data[at + i] & 0xFF;
        }
        return value;
    }

    private static String where(int index) {
        return "accessors[" + index + "]";
    }
}
