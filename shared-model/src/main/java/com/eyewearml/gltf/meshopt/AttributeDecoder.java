package com.eyewearml.gltf.meshopt;

import com.eyewearml.gltf.GlbFormatException;

/** Mode ATTRIBUTES (EXT_meshopt_compression, appendix A, mode 0): byte-wise differences in groups of sixteen elements. */
final class AttributeDecoder {
    static final int HEADER = 0xA0;
    static final int GROUP = 16;
    static final int TAIL_BYTES = 32;
    static final int MAX_STRIDE = 256;
    private static final int BLOCK_BYTES = 8192;
    private static final int BLOCK_ELEMENTS = 256;

    private final ByteSource source;
    private final int count;
    private final int stride;
    private final byte[] deltas = new byte[BLOCK_ELEMENTS];

    AttributeDecoder(ByteSource source, int count, int stride) {
        this.source = source;
        this.count = count;
        this.stride = stride;
    }

    /** Elements that are deinterleaved together. */
    static int blockElements(int stride) {
        return Math.min(BLOCK_BYTES / stride & -GROUP, BLOCK_ELEMENTS);
    }

    byte[] decode() throws GlbFormatException {
        source.requireHeader(HEADER);
        int tail = Math.max(stride, TAIL_BYTES);
        int blocks = (count - 1) / blockElements(stride) + 1;
        // Each block has at least one byte of header bits for each byte of the stride.
        if (source.left() < tail + (long) blocks * stride) {
            throw source.bad("is too short for " + count + " elements of " + stride + " bytes");
        }
        byte[] out = new byte[count * stride];
        byte[] previous = new byte[stride];
        for (int k = 0; k < stride; k++) {
            previous[k] = (byte) source.fromEnd(stride - k);
        }
        for (int first = 0; first < count; first += blockElements(stride)) {
            int elements = Math.min(blockElements(stride), count - first);
            for (int k = 0; k < stride; k++) {
                readDeltas((elements + GROUP - 1) / GROUP);
                byte value = previous[k];
                for (int i = 0; i < elements; i++) {
                    value += deltas[i];
                    out[(first + i) * stride + k] = value;
                }
                previous[k] = value;
            }
        }
        if (source.left() != tail) {
            throw source.bad("has " + source.left() + " bytes after its elements, expected " + tail);
        }
        return out;
    }

    private void readDeltas(int groups) throws GlbFormatException {
        ByteSource modes = source.part((groups + 3) / 4);
        int bits = 0;
        for (int group = 0; group < groups; group++) {
            bits = group % 4 == 0 ? modes.next() : bits >>> 2;
            readGroup(group * GROUP, bits & 3);
        }
    }

    private void readGroup(int at, int mode) throws GlbFormatException {
        if (mode == 3) {
            for (int i = 0; i < GROUP; i++) {
                deltas[at + i] = unzigzag(source.next());
            }
            return;
        }
        int width = mode * 2;
        ByteSource packed = source.part(GROUP * width / 8);
        int sentinel = (1 << width) - 1;
        int bits = 0;
        for (int i = 0; i < GROUP; i++) {
            int value = 0;
            if (mode > 0) {
                int left = 8 - (i * width & 7);
                bits = left == 8 ? packed.next() : bits;
                value = bits >> left - width & sentinel;
                value = value == sentinel ? source.next() : value;
            }
            deltas[at + i] = unzigzag(value);
        }
    }

    private static byte unzigzag(int value) {
        return (byte) ((value & 1) != 0 ? ~(value >> 1) : value >> 1);
    }
}
