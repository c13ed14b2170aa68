package com.eyewearml.light;

/**
 * A texel of the format RGB10_A2 (OpenGL ES 3.0, table 3.13) that holds the square roots of red, green and blue over a peak: even
 * steps for the eye, and the graphics card's filters work on it.
 */
final class RootTexel {
    private static final int LARGEST = 1023;

    private RootTexel() { }

    static int encode(double red, double green, double blue, double peak) {
        return code(red / peak) | code(green / peak) << 10 | code(blue / peak) << 20;
    }

    private static int code(double share) {
        return (int) Math.round(LARGEST * Math.sqrt(Math.clamp(share, 0, 1)));
    }

    /** Channel 0, 1 or 2. */
    static double decode(int texel, int channel, double peak) {
        double root = (double) (texel >>> 10 * channel & LARGEST) / LARGEST;
        return peak * root * root;
    }
}
