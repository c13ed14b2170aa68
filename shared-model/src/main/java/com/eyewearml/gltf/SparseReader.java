package com.eyewearml.gltf;

import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GlbFormatException.Code;

/** Reads what a sparse accessor changes (glTF 2.0, section 3.6.2.3). */
final class SparseReader {
    private static final Changes NONE = new Changes(new byte[0], 0, new int[0]);

    private final BufferViews views;

    SparseReader(BufferViews views) {
        this.views = views;
    }

    /**
     * Values put in the place of others.
     *
     * @param data     holds the new values
     * @param start    first byte of them, packed
     * @param elements numbers of the elements they replace
     */
    record Changes(byte[] data, int start, int[] elements) {
    }

    /** The changes of an accessor of {@code count} elements; none where it is not sparse. */
    Changes changes(JsonObject accessor, int count, int elementBytes, String where) throws GlbFormatException {
        if (accessor.get("sparse") == null) {
            return NONE;
        }
        String at = where + ".sparse";
        JsonObject json = JsonFields.object(accessor, "sparse", where);
        int changed = JsonFields.integer(json, "count", 0, 1, count, at);
        JsonObject indices = JsonFields.object(json, "indices", at);
        JsonObject values = JsonFields.object(json, "values", at);
        int type = JsonFields.integer(indices, "componentType", -1, 0, Integer.MAX_VALUE, at + ".indices");
        if (type != BinaryChunk.UNSIGNED_BYTE && type != BinaryChunk.UNSIGNED_SHORT && type != BinaryChunk.UNSIGNED_INT) {
            throw new GlbFormatException(Code.BAD_ACCESSOR, at + " has indices of component type " + type + ", expected unsigned integers");
        }
        int bytes = AccessorReader.componentBytes(type, at);
        BufferViews.Span span = span(indices, (long) changed * bytes, at + ".indices");
        int first = span.start() + JsonFields.integer(indices, "byteOffset", 0, 0, Integer.MAX_VALUE, at);
        int[] elements = new int[changed];
        for (int i = 0; i < changed; i++) {
            elements[i] = AccessorReader.unsigned(span.data(), type, first + i * bytes);
            if (elements[i] < 0 || elements[i] >= count || i > 0 && elements[i] <= elements[i - 1]) {
                throw new GlbFormatException(Code.BAD_ACCESSOR, at + " changes element " + (elements[i] & 0xFFFFFFFFL) + " of " + count
                        + "; expected rising numbers below that");
            }
        }
        BufferViews.Span changes = span(values, (long) changed * elementBytes, at + ".values");
        return new Changes(changes.data(), changes.start() + JsonFields.integer(values, "byteOffset", 0, 0, Integer.MAX_VALUE, at), elements);
    }

    private BufferViews.Span span(JsonObject json, long bytes, String where) throws GlbFormatException {
        int view = JsonFields.index(json, "bufferView", views.size(), where);
        if (view < 0) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has no bufferView");
        }
        BufferViews.Span span = views.span(view);
        long end = JsonFields.integer(json, "byteOffset", 0, 0, Integer.MAX_VALUE, where) + bytes;
        if (end > span.length()) {
            throw new GlbFormatException(Code.BAD_ACCESSOR, where + " ends at byte " + end + " of a view of " + span.length());
        }
        return span;
    }
}
