package com.eyewearml.light;

import java.nio.ByteBuffer;

/**
 * Packs texels so that general compression finds little left in them. Green first, then what red and blue differ from it; of each
 * the difference from what the neighbours to the left and above suggest, by the median edge detector (Weinberger, Seroussi and
 * Sapiro 2000, "The LOCO-I Lossless Image Compression Algorithm", eq. 1). Differences are folded to 0, −1, 1, −2, …; all low bytes
 * come before all high bytes.
 */
final class TexelPacking {
    private static final int CHANNELS = 3;
    private static final int MASK = 0x3ff;

    private TexelPacking() { }

    /** Bytes that texels take. */
    static int bytes(int texels) {
        return 2 * CHANNELS * texels;
    }

    /** Writes square pictures one after another; {@code sides} are their sides. */
    static void write(int[] texels, int[] sides, ByteBuffer out) {
        int low = out.position();
        int high = low + CHANNELS * texels.length;
        for (int channel = 0; channel < CHANNELS; channel++) {
            int[] values = new int[texels.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = channel == 0 ? green(texels[i]) : outer(texels[i], channel) - green(texels[i]);
            }
            int first = 0;
            for (int side : sides) {
                for (int i = 0; i < side * side; i++) {
                    int difference = values[first + i] - predicted(values, first, i, side);
                    int folded = difference << 1 ^ difference >> 31;
                    out.put(low++, (byte) folded).put(high++, (byte) (folded >> 8));
                }
                first += side * side;
            }
        }
        out.position(high);
    }

    /** Reads what {@link #write} wrote. */
    static void read(ByteBuffer in, int[] sides, int[] texels) {
        int low = in.position();
        int high = low + CHANNELS * texels.length;
        int[] values = new int[texels.length];
        for (int channel = 0; channel < CHANNELS; channel++) {
            int first = 0;
            for (int side : sides) {
                for (int i = 0; i < side * side; i++) {
                    int folded = in.get(low++) & 0xff | (in.get(high++) & 0xff) << 8;
                    values[first + i] = predicted(values, first, i, side) + (folded >>> 1 ^ -(folded & 1));
                }
                first += side * side;
            }
            for (int i = 0; i < values.length; i++) {
                if (channel == 0) {
                    texels[i] = (values[i] & MASK) << 10;
                } else {
                    texels[i] |= (green(texels[i]) + values[i] & MASK) << (channel == 1 ? 0 : 20);
                }
            }
        }
        in.position(high);
    }

    private static int green(int texel) {
        return texel >>> 10 & MASK;
    }

    /** Red for channel 1, blue for 2. */
    private static int outer(int texel, int channel) {
        return texel >>> (channel == 1 ? 0 : 20) & MASK;
    }

    private static int predicted(int[] values, int first, int i, int side) {
        boolean hasLeft = i % side > 0;
        boolean hasAbove = i >= side;
        if (!hasAbove) {
            return hasLeft ? values[first + i - 1] : 0;
        }
        int above = values[first + i - side];
        if (!hasLeft) {
            return above;
        }
        int left = values[first + i - 1];
        int corner = values[first + i - side - 1];
        int least = Math.min(left, above);
        int most = Math.max(left, above);
        return corner >= most ? least : corner <= least ? most : left + above - corner;
    }
}
