package com.eyewearml.lens;

/**
 * Spectra of transmittance or reflectance in daylight, as luminance and as linear sRGB. A spectrum holds {@value #SAMPLES} values from
 * {@value #FIRST_NM} nm on, {@value #STEP_NM} nm apart.
 */
public final class Photometry {
    /** Values of a spectrum. */
    public static final int SAMPLES = 41;
    /** Wavelength of the first value. */
    public static final int FIRST_NM = 380;
    /** Distance between wavelengths. */
    public static final int STEP_NM = 10;

    /** Relative power of CIE standard illuminant D65 (ISO 11664-2). */
    private static final double[] D65 = {
        49.98, 54.65, 82.75, 91.49, 93.43, 86.68, 104.86, 117.01, 117.81, 114.86, 115.92, 108.81, 109.35, 107.80, 104.79, 107.69, 104.41,
        104.05, 100.00, 96.33, 95.79, 88.69, 90.01, 89.60, 87.70, 83.29, 83.70, 80.03, 80.21, 82.28, 78.28, 69.72, 71.61, 74.35, 61.60,
        69.89, 75.09, 63.59, 46.42, 66.81, 63.38};
    /** IEC 61966-2-1: linear sRGB from XYZ, rows. */
    private static final double[] RGB_FROM_XYZ = {3.2406, -1.5372, -0.4986, -0.9689, 1.8758, 0.0415, 0.0557, -0.2040, 1.0570};
    private static final double[] LUMINANCE = {0.2126, 0.7152, 0.0722};
    private static final double[] WEIGHTS = weights();

    private Photometry() { }

    /** Wavelength of a value. */
    public static double wavelengthNm(int sample) {
        return FIRST_NM + STEP_NM * sample;
    }

    /** Luminous transmittance or reflectance: the mean weighted by daylight and the eye's sensitivity (ISO 12311, 7.1). */
    public static double luminous(double[] spectrum) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            sum += WEIGHTS[3 * i + 1] * spectrum[i];
        }
        return sum;
    }

    /**
     * The colour of daylight that a spectrum leaves, white being 1, 1, 1. Its luminance (ITU-R BT.709) is {@link #luminous}; colours
     * that sRGB has not are moved to its edge.
     */
    public static void linearRgb(double[] spectrum, double[] rgb) {
        double[] xyz = new double[3];
        double[] white = new double[3];
        for (int i = 0; i < SAMPLES; i++) {
            for (int k = 0; k < 3; k++) {
                xyz[k] += WEIGHTS[3 * i + k] * spectrum[i];
                white[k] += WEIGHTS[3 * i + k];
            }
        }
        double luminance = 0;
        for (int c = 0; c < 3; c++) {
            rgb[c] = Math.max(row(c, xyz) / row(c, white), 1e-4 * xyz[1]);
            luminance += LUMINANCE[c] * rgb[c];
        }
        for (int c = 0; c < 3 && luminance > 0; c++) {
            rgb[c] *= xyz[1] / luminance;
        }
    }

    /** Luminance of a linear colour. */
    public static double luminanceOf(double[] rgb) {
        return LUMINANCE[0] * rgb[0] + LUMINANCE[1] * rgb[1] + LUMINANCE[2] * rgb[2];
    }

    private static double row(int c, double[] xyz) {
        return RGB_FROM_XYZ[3 * c] * xyz[0] + RGB_FROM_XYZ[3 * c + 1] * xyz[1] + RGB_FROM_XYZ[3 * c + 2] * xyz[2];
    }

    /** Daylight times the observer's x, y, z; those of y add up to 1. */
    private static double[] weights() {
        double[] weights = new double[3 * SAMPLES];
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double nm = wavelengthNm(i);
            // CIE 1931 observer in the fit of Wyman, Sloan and Shirley 2013, "Simple Analytic Approximations to the CIE XYZ Color
            // Matching Functions", table 1.
            weights[3 * i] = D65[i] * (1.056 * lobe(nm, 599.8, 37.9, 31.0) + 0.362 * lobe(nm, 442.0, 16.0, 26.7)
                    - 0.065 * lobe(nm, 501.1, 20.4, 26.2));
            weights[3 * i + 1] = D65[i] * (0.821 * lobe(nm, 568.8, 46.9, 40.5) + 0.286 * lobe(nm, 530.9, 16.3, 31.1));
            weights[3 * i + 2] = D65[i] * (1.217 * lobe(nm, 437.0, 11.8, 36.0) + 0.681 * lobe(nm, 459.0, 26.0, 13.8));
            sum += weights[3 * i + 1];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static double lobe(double nm, double centreNm, double belowNm, double aboveNm) {
        double t = (nm - centreNm) / (nm < centreNm ? belowNm : aboveNm);
        return Math.exp(-0.5 * t * t);
    }
}
