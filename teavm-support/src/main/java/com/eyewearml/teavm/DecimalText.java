package com.eyewearml.teavm;

/**
 * Decimal numbers without tables. Exact where the digits make a number below 2<sup>53</sup> and the exponent is within ±22 (Clinger 1990,
 * How to read floating point numbers accurately), elsewhere within a unit in the last place for every 22 of the exponent.
 */
public final class DecimalText {
    /** Further digits change nothing that a double can hold. */
    private static final long MOST_DIGITS = 100_000_000_000_000_000L;
    /** Past this every number is infinite or zero, whatever its digits. */
    private static final int MOST_EXPONENT = 10_000;
    /** The largest power of ten that is exact. */
    private static final int EXACT_EXPONENT = 22;

    private final String text;
    private int at;

    private DecimalText(String text) {
        this.text = text;
    }

    /**
     * The number that a text such as {@code -12.5e-3} writes.
     *
     * @throws NumberFormatException where the text is anything else
     */
    public static double parse(String text) {
        return new DecimalText(text).number();
    }

    private double number() {
        boolean negative = skip('-');
        long digits = 0;
        int exponent = 0;
        boolean fraction = false;
        int first = at;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && !fraction) {
                fraction = true;
                first++;
            } else if (c < '0' || c > '9') {
                break;
            } else if (digits < MOST_DIGITS) {
                digits = 10 * digits + c - '0';
                exponent -= fraction ? 1 : 0;
            } else {
                exponent += fraction ? 0 : 1;
            }
        }
        require(at > first);
        if (skip('e') || skip('E')) {
            exponent += exponent();
        }
        require(at == text.length());
        double value = scaled(digits, exponent);
        return negative ? -value : value;
    }

    private int exponent() {
        boolean negative = skip('-');
        if (!negative) {
            skip('+');
        }
        require(at < text.length());
        int value = 0;
        for (; at < text.length(); at++) {
            int digit = text.charAt(at) - '0';
            require(digit >= 0 && digit <= 9);
            value = Math.min(10 * value + digit, MOST_EXPONENT);
        }
        return negative ? -value : value;
    }

    private static double scaled(double value, int exponent) {
        int left = Math.abs(exponent);
        while (left > 0 && value != 0 && value <= Double.MAX_VALUE) {
            int step = Math.min(left, EXACT_EXPONENT);
            double power = 1;
            for (int i = 0; i < step; i++) {
                power *= 10;
            }
            value = exponent > 0 ? value * power : value / power;
            left -= step;
        }
        return value;
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void require(boolean holds) {
        if (!holds) {
            throw new NumberFormatException("expected a decimal number, found \"" + text + "\"");
        }
    }
}
