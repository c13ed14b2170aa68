package com.eyewearml.teavm;

/**
 * Elementary functions of doubles in plain arithmetic. Browsers offer theirs to WebAssembly through JavaScript, where each argument and
 * each result becomes an object. Reductions and coefficients are those of fdlibm 5.3 (Sun Microsystems 1993). Angles beyond 10<sup>5</sup>
 * radians are reduced with an absolute error of 10<sup>-16</sup> of the angle; the rest is within two units in the last place, {@code pow}
 * within twice as many more as the absolute value of the result's logarithm.
 */
public final class Elementary {
    private static final double TWO_OVER_PI = 6.36619772367581382433e-01;
    /** Three parts of π/2, of which the first two have 33 bits: multiples up to a million are exact. */
    private static final double HALF_PI_HIGH = 1.57079632673412561417e+00;
    private static final double HALF_PI_MIDDLE = 6.07710050630396597660e-11;
    private static final double HALF_PI_LOW = 2.02226624879595063154e-21;
    private static final double LARGE_ANGLE_RAD = 1e5;
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double INTEGERS_FROM = 4503599627370496.0;

    private Elementary() { }

    public static double sin(double rad) {
        return turned(rad, 0);
    }

    public static double cos(double rad) {
        return turned(rad, 1);
    }

    public static double tan(double rad) {
        return sin(rad) / cos(rad);
    }

    /** Sine of an angle and some quarter turns. */
    private static double turned(double rad, int quarters) {
        double angle = Math.abs(rad) > LARGE_ANGLE_RAD ? rad - 2 * Math.PI * floor(rad / (2 * Math.PI)) : rad;
        int n = (int) floor(angle * TWO_OVER_PI + 0.5);
        double coarse = angle - n * HALF_PI_HIGH;
        double w = n * HALF_PI_MIDDLE;
        double fine = coarse - w;
        w = n * HALF_PI_LOW - (coarse - fine - w);
        double x = fine - w;
        double rest = fine - x - w;
        int quadrant = n + quarters & 3;
        double value = (quadrant & 1) == 0 ? sinNearZero(x, rest) : cosNearZero(x, rest);
        return quadrant < 2 ? value : -value;
    }

    /** Of x + rest with |x| at most π/4. */
    private static double sinNearZero(double x, double rest) {
        double z = x * x;
        double v = z * x;
        double r = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * (2.75573137070700676789e-06
                + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
        return x - (z * (0.5 * rest - v * r) - rest - v * -1.66666666666666324348e-01);
    }

    private static double cosNearZero(double x, double rest) {
        double z = x * x;
        double r = z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * (2.48015872894767294178e-05
                + z * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
        double half = 0.5 * z;
        double w = 1 - half;
        return w + (1 - w - half + (z * r - x * rest));
    }

    public static double atan(double x) {
        double size = Math.abs(x);
        double at;
        double atRest;
        double t;
        if (size < 0.4375) {
            at = 0;
            atRest = 0;
            t = size;
        } else if (size < 0.6875) {
            at = 4.63647609000806093515e-01;
            atRest = 2.26987774529616870924e-17;
            t = (2 * size - 1) / (2 + size);
        } else if (size < 1.1875) {
            at = 7.85398163397448278999e-01;
            atRest = 3.06161699786838301793e-17;
            t = (size - 1) / (size + 1);
        } else if (size < 2.4375) {
            at = 9.82793723247329054082e-01;
            atRest = 1.39033110312309984516e-17;
            t = (size - 1.5) / (1 + 1.5 * size);
        } else {
            at = 1.57079632679489655800e+00;
            atRest = 6.12323399573676603587e-17;
            t = -1 / size;
        }
        return Math.copySign(at - (atanRest(t) - atRest - t), x);
    }

    /** x less its arctangent, of small x. */
    private static double atanRest(double x) {
        double z = x * x;
        double w = z * z;
        double odd = z * (3.33333333333329318027e-01 + w * (1.42857142725034663711e-01 + w * (9.09088713343650656196e-02
                + w * (6.66107313738753120669e-02 + w * (4.97687799461593236017e-02 + w * 1.62858201153657823623e-02)))));
        double even = w * (-1.99999999998764832476e-01 + w * (-1.11111104054623557880e-01 + w * (-7.69187620504482999495e-02
                + w * (-5.83357013379057348645e-02 + w * -3.65315727442169155270e-02))));
        return x * (odd + even);
    }

    public static double atan2(double y, double x) {
        if (x == 0 && y == 0 || Double.isInfinite(x) && Double.isInfinite(y)) {
            // Only their signs count.
            boolean zero = x == 0;
            double size = zero ? 0 : Math.PI / 4;
            double angle = Math.copySign(1, x) > 0 ? size : zero ? Math.PI : 3 * Math.PI / 4;
            return Math.copySign(angle, y);
        }
        double acute = atan(Math.abs(y / x));
        double angle = x < 0 ? Math.PI - (acute - 1.2246467991473531772e-16) : acute;
        return Math.copySign(angle, y);
    }

    public static double asin(double x) {
        return atan2(x, Math.sqrt((1 - x) * (1 + x)));
    }

    public static double acos(double x) {
        return atan2(Math.sqrt((1 - x) * (1 + x)), x);
    }

    public static double exp(double x) {
        if (!(Math.abs(x) < 750)) {
            return x > 0 ? Double.POSITIVE_INFINITY : x < 0 ? 0 : x;
        }
        int k = (int) floor(x / LN2_HIGH + 0.5);
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        double z = r * r;
        double c = r - z * (1.66666666666666019037e-01 + z * (-2.77777777770155933842e-03 + z * (6.61375632143793436117e-05
                + z * (-1.65339022054652515390e-06 + z * 4.13813679705723846039e-08))));
        double value = 1 - (low - r * c / (2 - c) - high);
        // In two steps, for neither 2^1024 nor the smallest results are normal numbers.
        int half = k / 2;
        return value * powerOfTwo(half) * powerOfTwo(k - half);
    }

    private static double powerOfTwo(int exponent) {
        return Double.longBitsToDouble((long) (exponent + 1023) << 52);
    }

    public static double log(double x) {
        if (!(x > 0) || x > Double.MAX_VALUE) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        boolean subnormal = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(subnormal ? x * 0x1p54 : x);
        // The fraction between √½ and √2.
        int k = (int) ((bits - 0x3fe6a09e667f3bcdL) >> 52);
        double f = Double.longBitsToDouble(bits - ((long) k << 52)) - 1;
        k -= subnormal ? 54 : 0;
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
        double odd = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01 + w * (1.818357216161805012e-01
                + w * 1.479819860511658591e-01)));
        double half = 0.5 * f * f;
        return k * LN2_HIGH - (half - (s * (half + even + odd) + k * LN2_LOW) - f);
    }

    /** x<sup>y</sup> of any x where y is whole, else of x that is not negative; zero has no sign. */
    public static double pow(double x, double y) {
        if (y == 0) {
            return 1;
        }
        double size = exp(y * log(Math.abs(x)));
        if (x >= 0) {
            return size;
        }
        double half = y / 2;
        return floor(y) != y ? Double.NaN : floor(half) == half ? size : -size;
    }

    public static double floor(double x) {
        if (!(Math.abs(x) < INTEGERS_FROM)) {
            return x;
        }
        double towardsZero = (long) x;
        return towardsZero == x ? x : x < 0 ? towardsZero - 1 : towardsZero;
    }

    public static double ceil(double x) {
        return -floor(-x);
    }
}
