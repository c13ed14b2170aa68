package com.eyewearml.trace;

/** Linear red, green and blue with the primaries of sRGB. */
record Rgb(double r, double g, double b) {
    static final Rgb BLACK = new Rgb(0, 0, 0);
    static final Rgb WHITE = new Rgb(1, 1, 1);

    static Rgb of(float[] values) {
        return new Rgb(values[0], values[1], values[2]);
    }

    static Rgb of(double[] values) {
        return new Rgb(values[0], values[1], values[2]);
    }

    static Rgb grey(double value) {
        return new Rgb(value, value, value);
    }

    Rgb plus(Rgb o) {
        return new Rgb(r + o.r, g + o.g, b + o.b);
    }

    Rgb times(Rgb o) {
        return new Rgb(r * o.r, g * o.g, b * o.b);
    }

    Rgb times(double factor) {
        return new Rgb(r * factor, g * factor, b * factor);
    }

    /** What is left of white. */
    Rgb complement() {
        return new Rgb(1 - r, 1 - g, 1 - b);
    }

    Rgb mix(Rgb o, double share) {
        return new Rgb(r + (o.r - r) * share, g + (o.g - g) * share, b + (o.b - b) * share);
    }

    /** Relative luminance, ITU-R BT.709. */
    double luminance() {
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }
}
