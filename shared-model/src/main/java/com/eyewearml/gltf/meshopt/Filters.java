package com.eyewearml.gltf.meshopt;

/** Filters applied after decompression, in place (EXT_meshopt_compression, appendix B). */
final class Filters {
    private static final double QUATERNION_RANGE = Math.sqrt(0.5);
    private static final int SHORT_ONE = 32767;
    private static final int BYTE_ONE = 127;

    private Filters() {
    }

    /** Unit vectors on an unfolded octahedron, whose third component holds 1 in the encoder's precision; the fourth is kept. */
    static void octahedral(byte[] data, int count, int stride) {
        int bytes = stride / 4;
        int full = bytes == 1 ? BYTE_ONE : SHORT_ONE;
        for (int i = 0; i < count; i++) {
            int at = i * stride;
            double one = Math.max(1, get(data, at + 2 * bytes, bytes));
            double x = get(data, at, bytes) / one;
            double y = get(data, at + bytes, bytes) / one;
            double z = 1 - Math.abs(x) - Math.abs(y);
            double fold = Math.min(z, 0);
            x += x >= 0 ? fold : -fold;
            y += y >= 0 ? fold : -fold;
            double scale = full / Math.sqrt(x * x + y * y + z * z);
            put(data, at, bytes, round(x * scale));
            put(data, at + bytes, bytes, round(y * scale));
            put(data, at + 2 * bytes, bytes, round(z * scale));
        }
    }

    /** Unit quaternions of three components; the fourth says which one is missing and the precision of the others. */
    static void quaternion(byte[] data, int count) {
        for (int i = 0; i < count; i++) {
            int at = 8 * i;
            int last = get(data, at + 6, 2);
            double scale = QUATERNION_RANGE / (last | 3);
            double x = get(data, at, 2) * scale;
            double y = get(data, at + 2, 2) * scale;
            double z = get(data, at + 4, 2) * scale;
            double w = Math.sqrt(Math.max(0, 1 - x * x - y * y - z * z));
            int missing = last & 3;
            put(data, at + 2 * (missing + 1 & 3), 2, round(x * SHORT_ONE));
            put(data, at + 2 * (missing + 2 & 3), 2, round(y * SHORT_ONE));
            put(data, at + 2 * (missing + 3 & 3), 2, round(z * SHORT_ONE));
            put(data, at + 2 * missing, 2, round(w * SHORT_ONE));
        }
    }

    /** Floats of a 24-bit mantissa and an 8-bit exponent of two, both signed. */
    static void exponential(byte[] data) {
        for (int at = 0; at < data.length; at += 4) {
            int value = get(data, at, 2) & 0xFFFF | get(data, at + 2, 2) << 16;
            float number = Math.scalb((float) (value << 8 >> 8), value >> 24);
            int bits = Float.floatToRawIntBits(number);
            put(data, at, 2, bits);
            put(data, at + 2, 2, bits >>> 16);
        }
    }

    private static int get(byte[] data, int at, int bytes) {
        return bytes == 1 ? data[at] : (short) (data[at] & 0xFF | data[at + 1] << 8);
    }

    private static void put(byte[] data, int at, int bytes, int value) {
        data[at] = (byte) value;
        if (bytes == 2) {
            data[at + 1] = (byte) (value >>> 8);
        }
    }

    private static int round(double value) {
        return (int) (value >= 0 ? value + 0.5 : value - 0.5);
    }
}
