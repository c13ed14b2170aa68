package com.eyewearml.nn;

/**
 * IEEE 754 binary16 to and from binary32. Written out because {@code Float.float16ToFloat} and its counterpart do not exist in
 * the browser's class library.
 */
final class HalfFloat {
    private static final int SIGN = 0x8000;
    private static final int INFINITY = 0x7c00;
    private static final int QUIET_NAN = 0x7e00;
    private static final int FRACTION = 0x3ff;

    private static final int FLOAT_INFINITY_BITS = 0x7f800000;
    /** 65520, half way between the largest half and the next power of two: from here on numbers round to infinity. */
    private static final int OVERFLOW_BITS = 0x477ff000;
    /** 2^-14, the smallest normal half. */
    private static final int SMALLEST_NORMAL_BITS = 0x38800000;
    /** Difference of the two exponent biases, 112, in the exponent field of a float. */
    private static final int REBIAS = 112 << 23;
    private static final float SUBNORMAL_STEP = 1f / (1 << 24);

    private HalfFloat() { }

    /** The float of the same value; every NaN becomes a NaN. */
    static float toFloat(short half) {
        int sign = (half & SIGN) << 16;
        int magnitude = half & ~SIGN & 0xffff;
        if (magnitude >= INFINITY) {
            return Float.intBitsToFloat(sign | FLOAT_INFINITY_BITS | (magnitude & FRACTION) << 13);
        }
        if (magnitude <= FRACTION) {
            float value = magnitude * SUBNORMAL_STEP;
            return sign == 0 ? value : -value;
        }
        return Float.intBitsToFloat(sign | (magnitude << 13) + REBIAS);
    }

    /** The nearest half, ties to even; out-of-range magnitudes become infinite, every NaN the quiet one. */
    static short fromFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & SIGN;
        int magnitude = bits & 0x7fffffff;
        if (magnitude > FLOAT_INFINITY_BITS) {
            return (short) (sign | QUIET_NAN);
        }
        if (magnitude >= OVERFLOW_BITS) {
            return (short) (sign | INFINITY);
        }
        if (magnitude < SMALLEST_NORMAL_BITS) {
            // Around one half a float's step is that of the subnormal halves, so that the addition rounds to a multiple of it.
            int rounded = Float.floatToRawIntBits(Float.intBitsToFloat(magnitude) + 0.5f) - Float.floatToRawIntBits(0.5f);
            return (short) (sign | rounded);
        }
        int roundToEven = 0xfff + (magnitude >>> 13 & 1);
        return (short) (sign | magnitude - REBIAS + roundToEven >>> 13);
    }
}
