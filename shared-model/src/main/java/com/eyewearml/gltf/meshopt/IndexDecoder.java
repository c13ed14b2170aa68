package com.eyewearml.gltf.meshopt;

import com.eyewearml.gltf.GlbFormatException;

/** Mode INDICES (EXT_meshopt_compression, appendix A, mode 2): differences to one of two recent indices. */
final class IndexDecoder {
    private static final int HEADER = 0xD1;
    private static final int TAIL_BYTES = 4;

    private final ByteSource source;
    private final int count;
    private final int stride;

    IndexDecoder(ByteSource source, int count, int stride) {
        this.source = source;
        this.count = count;
        this.stride = stride;
    }

    byte[] decode() throws GlbFormatException {
        source.requireHeader(HEADER);
        if (source.left() - TAIL_BYTES < count) {
            throw source.bad("is too short for " + count + " indices");
        }
        byte[] out = new byte[count * stride];
        int[] last = new int[2];
        for (int i = 0; i < count; i++) {
            int code = source.varint();
            int magnitude = code >>> 2;
            last[code & 1] += (code & 2) != 0 ? ~magnitude : magnitude;
            TriangleDecoder.put(out, i, stride, last[code & 1]);
        }
        source.part(TAIL_BYTES);
        source.requireEnd();
        return out;
    }
}
