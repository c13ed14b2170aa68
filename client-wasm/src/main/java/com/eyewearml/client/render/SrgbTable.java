package com.eyewearml.client.render;

/** Linear value of every eight-bit sRGB code (IEC 61966-2-1). */
final class SrgbTable {
    static final double[] LINEAR = new double[256];

    static {
        for (int i = 0; i < 256; i++) {
            double c = i / 255.0;
            LINEAR[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
    }

    private SrgbTable() { }
}
