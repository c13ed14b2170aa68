package com.eyewearml.gltf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GlbFormatException.Code;
import com.eyewearml.gltf.meshopt.MeshoptDecoder;

/**
 * Buffers and buffer views (glTF 2.0, section 3.6.1), those of EXT_meshopt_compression decompressed when first asked for. Every offset
 * and length is checked, in 64 bits, before a byte is touched, because in the browser an index out of range cannot be caught.
 */
final class BufferViews {
    private static final int MAX_STRIDE = 252;
    /** Most bytes that compressed views may grow to together: a few bytes can announce gigabytes. */
    static final int MAX_DECOMPRESSED_BYTES = 256 << 20;

    /**
     * Bytes of a view.
     *
     * @param data           holds them
     * @param start          first byte
     * @param length         their number
     * @param stride         distance of elements; 0 where they are packed
     * @param offsetInBuffer what alignment counts from
     */
    record Span(byte[] data, int start, int length, int stride, int offsetInBuffer) {
    }

    private final byte[] file;
    private final int binaryStart;
    private final int binaryLength;
    private final JsonArray views;
    private final Span[] decompressed;
    private long bytesLeft = MAX_DECOMPRESSED_BYTES;

    BufferViews(byte[] file, GlbContainer container, JsonObject root) throws GlbFormatException {
        this.file = file;
        binaryStart = container.binaryStart();
        binaryLength = container.binaryLength();
        JsonArray buffers = JsonFields.array(root, "buffers", "glTF");
        for (int i = 0; i < buffers.size(); i++) {
            requireInFile(JsonFields.asObject(buffers.get(i), "buffers[" + i + "]"), i, "buffers[" + i + "]");
        }
        views = JsonFields.array(root, "bufferViews", "glTF");
        decompressed = new Span[views.size()];
    }

    /** The first buffer is the binary chunk; others may only stand in for compressed views, without data. */
    private void requireInFile(JsonObject buffer, int index, String where) throws GlbFormatException {
        JsonObject meshopt = JsonFields.object(JsonFields.object(buffer, "extensions", where), Extensions.MESHOPT, where);
        boolean standIn = JsonFields.flag(meshopt, "fallback", where);
        if (buffer.get("uri") != null || index > 0 && !standIn) {
            throw new GlbFormatException(Code.UNSUPPORTED_FEATURE, where + " lies outside the GLB; embed it in the binary chunk");
        }
        int length = JsonFields.integer(buffer, "byteLength", 0, 1, Integer.MAX_VALUE, where);
        if (!standIn && length > binaryLength) {
            throw new GlbFormatException(Code.TRUNCATED, where + " has " + length + " bytes, the binary chunk only " + binaryLength);
        }
    }

    int size() {
        return views.size();
    }

    /** The bytes of a view. */
    Span span(int view) throws GlbFormatException {
        String where = "bufferViews[" + view + "]";
        JsonObject json = JsonFields.asObject(views.get(view), where);
        JsonObject extensions = JsonFields.object(json, "extensions", where);
        if (extensions.get(Extensions.MESHOPT) == null) {
            int stride = JsonFields.integer(json, "byteStride", 0, 1, MAX_STRIDE, where);
            return plain(json, stride, where);
        }
        if (decompressed[view] == null) {
            decompressed[view] = decompress(JsonFields.object(extensions, Extensions.MESHOPT, where), where + "." + Extensions.MESHOPT);
        }
        return decompressed[view];
    }

    private Span plain(JsonObject json, int stride, String where) throws GlbFormatException {
        JsonFields.integer(json, "buffer", -1, 0, 0, where);
        int offset = JsonFields.integer(json, "byteOffset", 0, 0, Integer.MAX_VALUE, where);
        int length = JsonFields.integer(json, "byteLength", 0, 1, Integer.MAX_VALUE, where);
        if ((long) offset + length > binaryLength) {
            throw new GlbFormatException(Code.BAD_ACCESSOR,
                    where + " ends at byte " + ((long) offset + length) + " of a binary chunk of " + binaryLength);
        }
        return new Span(file, binaryStart + offset, length, stride, offset);
    }

    private Span decompress(JsonObject json, String where) throws GlbFormatException {
        Span source = plain(json, 0, where);
        int stride = JsonFields.integer(json, "byteStride", 0, 1, 256, where);
        int count = JsonFields.integer(json, "count", 0, 1, Integer.MAX_VALUE, where);
        if (stride == 0 || count == 0) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has no " + (stride == 0 ? "byteStride" : "count"));
        }
        bytesLeft -= (long) stride * count;
        if (bytesLeft < 0) {
            throw new GlbFormatException(Code.TOO_LARGE,
                    where + " takes decompressed data over " + MAX_DECOMPRESSED_BYTES + " bytes; simplify the model");
        }
        byte[] bytes = MeshoptDecoder.decode(source.data, source.start, source.length, count, stride,
                JsonFields.text(json, "mode", "", where), JsonFields.text(json, "filter", "NONE", where), where);
        return new Span(bytes, 0, bytes.length, stride, 0);
    }
}
