package com.eyewearml.gltf.meshopt;

import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbFormatException.Code;

/**
 * Decompresses buffer views of EXT_meshopt_compression. A stream too short for what it announces is refused before anything is
 * allocated for it.
 */
public final class MeshoptDecoder {
    private static final String ATTRIBUTES = "ATTRIBUTES";
    private static final String TRIANGLES = "TRIANGLES";
    private static final String INDICES = "INDICES";
    private MeshoptDecoder() {
    }

    /**
     * The decompressed view, {@code count * stride} bytes.
     *
     * @param data   holds the stream
     * @param start  its first byte
     * @param length its length
     * @param count  elements
     * @param stride bytes of an element
     * @param mode   ATTRIBUTES, TRIANGLES or INDICES
     * @param filter NONE, OCTAHEDRAL, QUATERNION or EXPONENTIAL
     * @param where  names the view in messages
     * @throws GlbFormatException {@link Code#BAD_COMPRESSION} where the stream is not what the other parameters say
     */
    public static byte[] decode(byte[] data, int start, int length, int count, int stride, String mode, String filter, String where)
            throws GlbFormatException {
        ByteSource source = new ByteSource(data, start, length, where);
        if (!mode.equals(ATTRIBUTES)) {
            requireIndices(mode, filter, stride, source);
            return mode.equals(TRIANGLES) ? new TriangleDecoder(source, count, stride).decode()
                    : new IndexDecoder(source, count, stride).decode();
        }
        if (stride % 4 != 0 || stride > AttributeDecoder.MAX_STRIDE) {
            throw source.bad("has attributes of " + stride + " bytes, expected a multiple of four up to " + AttributeDecoder.MAX_STRIDE);
        }
        byte[] attributes = new AttributeDecoder(source, count, stride).decode();
        switch (filter) {
            case "NONE" -> {
            }
            case "OCTAHEDRAL" -> {
                requireStride(stride == 4 || stride == 8, filter, stride, source);
                Filters.octahedral(attributes, count, stride);
            }
            case "QUATERNION" -> {
                requireStride(stride == 8, filter, stride, source);
                Filters.quaternion(attributes, count);
            }
            case "EXPONENTIAL" -> Filters.exponential(attributes);
            default -> throw source.bad("has the filter \"" + filter + "\", expected NONE, OCTAHEDRAL, QUATERNION or EXPONENTIAL");
        }
        return attributes;
    }

    private static void requireIndices(String mode, String filter, int stride, ByteSource source) throws GlbFormatException {
        if (!mode.equals(TRIANGLES) && !mode.equals(INDICES)) {
            throw source.bad("has the mode \"" + mode + "\", expected " + ATTRIBUTES + ", " + TRIANGLES + " or " + INDICES);
        }
        if (!filter.equals("NONE")) {
            throw source.bad("has the filter \"" + filter + "\", but indices have none");
        }
        if (stride != 2 && stride != 4) {
            throw source.bad("has indices of " + stride + " bytes, expected 2 or 4");
        }
    }

    private static void requireStride(boolean right, String filter, int stride, ByteSource source) throws GlbFormatException {
        if (!right) {
            throw source.bad("has elements of " + stride + " bytes, which the filter " + filter + " does not know");
        }
    }
}
