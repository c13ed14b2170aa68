package com.eyewearml.light;

/** The texel format RGB9_E5: three 9-bit mantissas with one exponent (OpenGL ES 3.0, 3.8.3.2). */
final class SharedExponent {
    private static final int MANTISSA_BITS = 9;
    private static final int BIAS = 15;
    private static final double LARGEST = 65408;

    private SharedExponent() { }

    static int encode(double red, double green, double blue) {
        double r = Math.clamp(red, 0, LARGEST);
        double g = Math.clamp(green, 0, LARGEST);
        double b = Math.clamp(blue, 0, LARGEST);
        double largest = Math.max(r, Math.max(g, b));
        int exponent = Math.max(-BIAS - 1, Math.getExponent(largest)) + 1 + BIAS;
        if (Math.round(largest / scale(exponent)) == 1 << MANTISSA_BITS) {
            exponent++;
        }
        double unit = scale(exponent);
        return (int) Math.round(r / unit) | (int) Math.round(g / unit) << 9 | (int) Math.round(b / unit) << 18 | exponent << 27;
    }

    /** Channel 0, 1 or 2 of a texel. */
    static double decode(int texel, int channel) {
        return (texel >>> 9 * channel & 0x1ff) * scale(texel >>> 27);
    }

    private static double scale(int exponent) {
        return Math.scalb(1.0, exponent - BIAS - MANTISSA_BITS);
    }
}
