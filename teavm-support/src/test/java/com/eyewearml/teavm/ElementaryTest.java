package com.eyewearml.teavm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Against {@link StrictMath}. */
class ElementaryTest {
    private static final double[] SPECIAL = {0, -0.0, 0.5, -0.5, 1, -1, 2, -2, 3, 1e-300, -1e-300, 4e-324, 1e300, -1e300, Double.MAX_VALUE,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, Math.PI, Math.PI / 2, Math.PI / 4, -Math.PI / 2, 709.7, 710, -745, -746};

    @Test
    void anglesAreRightToTwoUnits() {
        near(Elementary::sin, StrictMath::sin, 1e5, 2);
        near(Elementary::cos, StrictMath::cos, 1e5, 2);
        near(Elementary::sin, StrictMath::sin, 4, 2);
        near(Elementary::cos, StrictMath::cos, 4, 2);
        near(Elementary::tan, StrictMath::tan, 4, 4);
        near(Elementary::atan, StrictMath::atan, 5, 2);
        near(Elementary::asin, StrictMath::asin, 1, 4);
        near(Elementary::acos, StrictMath::acos, 1, 4);
    }

    @Test
    void largeAnglesLoseWhatTheirDigitsDo() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            double angle = (2 * random.nextDouble() - 1) * 1e9;
            assertEquals(StrictMath.sin(angle), Elementary.sin(angle), 1e-15 * Math.abs(angle));
        }
    }

    @Test
    void powersAreRightToTwoUnits() {
        near(Elementary::exp, StrictMath::exp, 740, 2);
        near(Elementary::exp, StrictMath::exp, 1, 2);
        near(x -> Elementary.log(Math.abs(x)), x -> StrictMath.log(Math.abs(x)), 3, 2);
        near(x -> Elementary.log(Math.abs(x)), x -> StrictMath.log(Math.abs(x)), 1e-310, 2);
        near(x -> Elementary.log(Math.abs(x)), x -> StrictMath.log(Math.abs(x)), 1e300, 2);
    }

    @Test
    void functionsOfTwoNumbersAreRight() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            assertEquals(StrictMath.atan2(a, b), Elementary.atan2(a, b), 2 * Math.ulp(StrictMath.atan2(a, b)));
            double power = StrictMath.pow(Math.abs(a), 10 * b);
            assertEquals(power, Elementary.pow(Math.abs(a), 10 * b), (4 + 2 * Math.abs(Math.log(power))) * Math.ulp(power));
        }
    }

    @Test
    void roundingIsExact() {
        near(Elementary::floor, StrictMath::floor, 1e3, 0);
        near(Elementary::ceil, StrictMath::ceil, 1e3, 0);
        near(Elementary::floor, StrictMath::floor, 1e17, 0);
        near(Elementary::ceil, StrictMath::ceil, 1e17, 0);
    }

    @Test
    void specialValuesGiveSpecialResults() {
        for (double x : SPECIAL) {
            same("atan " + x, StrictMath.atan(x), Elementary.atan(x));
            same("asin " + x, StrictMath.asin(x), Elementary.asin(x));
            same("acos " + x, StrictMath.acos(x), Elementary.acos(x));
            same("exp " + x, StrictMath.exp(x), Elementary.exp(x));
            same("log " + x, StrictMath.log(x), Elementary.log(x));
            assertEquals(StrictMath.floor(x), Elementary.floor(x), "floor " + x);
            assertEquals(StrictMath.ceil(x), Elementary.ceil(x), "ceil " + x);
            if (!(Math.abs(x) >= 1e300) || Double.isInfinite(x)) {
                same("sin " + x, StrictMath.sin(x), Elementary.sin(x));
                same("cos " + x, StrictMath.cos(x), Elementary.cos(x));
            }
            for (double y : SPECIAL) {
                same("atan2 " + y + " " + x, StrictMath.atan2(y, x), Elementary.atan2(y, x));
                if (Double.isFinite(x) && Double.isFinite(y) && Double.compare(x, -0.0) != 0) {
                    same("pow " + x + " " + y, StrictMath.pow(x, y), Elementary.pow(x, y));
                }
            }
        }
    }

    private static void same(String what, double expected, double actual) {
        assertEquals(expected, actual, Math.abs(expected) <= Double.MAX_VALUE ? 1e-12 * Math.abs(expected) : 0, what);
        if (expected == 0) {
            assertEquals(1 / expected, 1 / actual, what);
        }
    }

    private static void near(DoubleUnaryOperator function, DoubleUnaryOperator oracle, double range, double ulps) {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            double x = (2 * random.nextDouble() - 1) * range;
            double expected = oracle.applyAsDouble(x);
            assertEquals(expected, function.applyAsDouble(x), ulps * Math.ulp(expected), () -> "of " + x);
        }
    }
}
