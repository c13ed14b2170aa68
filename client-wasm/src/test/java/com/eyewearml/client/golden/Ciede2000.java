package com.eyewearml.client.golden;

/**
 * Colour difference CIEDE2000 (ISO/CIE 11664-6) as worked out by Sharma, Wu and Dalal 2005, "The CIEDE2000 Color-Difference Formula:
 * Implementation Notes, Supplementary Test Data, and Mathematical Observations"; all weights 1.
 */
final class Ciede2000 {
    private static final double POW_25_7 = Math.pow(25, 7);

    private Ciede2000() { }

    /** Difference of two colours given as 8-bit sRGB, 0xRRGGBB. */
    static double ofSrgb(int a, int b) {
        return ofLab(lab(a), lab(b));
    }

    /** CIE 1976 L*, a*, b* under D65. */
    static double[] lab(int rgb) {
        double r = Image.linear(rgb >> 16 & 255);
        double g = Image.linear(rgb >> 8 & 255);
        double b = Image.linear(rgb & 255);
        double x = cubeRoot((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        double y = cubeRoot(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = cubeRoot((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double cubeRoot(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    /** Difference of two colours in CIELAB; equations are numbered as in the paper. */
    static double ofLab(double[] one, double[] two) {
        double meanChroma = (Math.hypot(one[1], one[2]) + Math.hypot(two[1], two[2])) / 2;
        double g = 0.5 * (1 - Math.sqrt(Math.pow(meanChroma, 7) / (Math.pow(meanChroma, 7) + POW_25_7)));  // 4
        double a1 = (1 + g) * one[1];  // 5
        double a2 = (1 + g) * two[1];
        double c1 = Math.hypot(a1, one[2]);  // 6
        double c2 = Math.hypot(a2, two[2]);
        double h1 = hue(a1, one[2]);  // 7
        double h2 = hue(a2, two[2]);
        double lightness = two[0] - one[0];  // 8
        double chroma = c2 - c1;  // 9
        double turn = c1 * c2 == 0 ? 0 : h2 - h1;  // 10
        turn = turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn;
        double hue = 2 * Math.sqrt(c1 * c2) * Math.sin(turn / 2);  // 11
        double meanL = (one[0] + two[0]) / 2;  // 12
        double meanC = (c1 + c2) / 2;  // 13
        double sum = h1 + h2;
        double meanH = c1 * c2 == 0 ? sum : Math.abs(h1 - h2) <= Math.PI ? sum / 2 : sum < 2 * Math.PI ? sum / 2 + Math.PI : sum / 2 - Math.PI;  // 14
        double t = 1 - 0.17 * Math.cos(meanH - Math.toRadians(30)) + 0.24 * Math.cos(2 * meanH)
                + 0.32 * Math.cos(3 * meanH + Math.toRadians(6)) - 0.20 * Math.cos(4 * meanH - Math.toRadians(63));  // 15
        double bell = (Math.toDegrees(meanH) - 275) / 25;
        double rotation = Math.toRadians(30) * Math.exp(-bell * bell);  // 16
        double rc = 2 * Math.sqrt(Math.pow(meanC, 7) / (Math.pow(meanC, 7) + POW_25_7));  // 17
        double sl = 1 + 0.015 * (meanL - 50) * (meanL - 50) / Math.sqrt(20 + (meanL - 50) * (meanL - 50));  // 18
        double sc = 1 + 0.045 * meanC;  // 19
        double sh = 1 + 0.015 * meanC * t;  // 20
        double rt = -Math.sin(2 * rotation) * rc;  // 21
        double l = lightness / sl;
        double c = chroma / sc;
        double h = hue / sh;
        return Math.sqrt(l * l + c * c + h * h + rt * c * h);  // 22
    }

    private static double hue(double a, double b) {
        double h = a == 0 && b == 0 ? 0 : Math.atan2(b, a);
        return h < 0 ? h + 2 * Math.PI : h;
    }
}
