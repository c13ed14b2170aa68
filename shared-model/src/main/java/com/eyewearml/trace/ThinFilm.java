package com.eyewearml.trace;

/**
 * Reflectance of a transparent film on a substrate: Airy's sum over all orders of reflection (Born and Wolf, Principles of Optics, section
 * 7.6.1), wavelength by wavelength, integrated to linear sRGB under equal-energy light with the colour-matching functions of the CIE
 * 1931 observer in the fit of Wyman et al. 2013, "Simple Analytic Approximations to the CIE XYZ Color Matching Functions".
 */
final class ThinFilm {
    private static final int FROM_NM = 380;
    private static final int TO_NM = 780;
    private static final int STEP_NM = 5;

    private ThinFilm() { }

    /**
     * @param cosine      of the angle of incidence
     * @param filmIor     of the film, seen from air
     * @param thicknessNm of the film
     * @param substrateF0 reflectance of the substrate in air at normal incidence; its index is taken as real
     */
    static Rgb reflectance(double cosine, double filmIor, double thicknessNm, Rgb substrateF0) {
        return new Rgb(channel(cosine, filmIor, thicknessNm, substrateF0.r(), 0), channel(cosine, filmIor, thicknessNm, substrateF0.g(), 1),
                channel(cosine, filmIor, thicknessNm, substrateF0.b(), 2));
    }

    private static double channel(double cosine, double filmIor, double thicknessNm, double f0, int channel) {
        double root = Math.sqrt(Math.min(f0, 0.9999));
        double substrateIor = (1 + root) / (1 - root);
        double sum = 0;
        double white = 0;
        for (int nm = FROM_NM; nm <= TO_NM; nm += STEP_NM) {
            double weight = linearSrgb(nm, channel);
            sum += weight * monochromatic(cosine, filmIor, thicknessNm, substrateIor, nm);
            white += weight;
        }
        return Math.clamp(sum / white, 0, 1);
    }

    /** Reflectance for one wavelength, mean of both polarisations. */
    static double monochromatic(double cosine, double filmIor, double thicknessNm, double substrateIor, double wavelengthNm) {
        double sin2 = 1 - cosine * cosine;
        double cosFilm = Math.sqrt(1 - sin2 / (filmIor * filmIor));
        double cosSubstrate = Math.sqrt(1 - sin2 / (substrateIor * substrateIor));
        double cosPhase = Math.cos(4 * Math.PI * filmIor * thicknessNm * cosFilm / wavelengthNm);
        double s = airy((cosine - filmIor * cosFilm) / (cosine + filmIor * cosFilm),
                (filmIor * cosFilm - substrateIor * cosSubstrate) / (filmIor * cosFilm + substrateIor * cosSubstrate), cosPhase);
        double p = airy((filmIor * cosine - cosFilm) / (filmIor * cosine + cosFilm),
                (substrateIor * cosFilm - filmIor * cosSubstrate) / (substrateIor * cosFilm + filmIor * cosSubstrate), cosPhase);
        return (s + p) / 2;
    }

    private static double airy(double above, double below, double cosPhase) {
        double cross = 2 * above * below * cosPhase;
        return (above * above + below * below + cross) / (1 + above * above * below * below + cross);
    }

    private static double linearSrgb(double nm, int channel) {
        double x = 1.056 * lobe(nm, 599.8, 37.9, 31.0) + 0.362 * lobe(nm, 442.0, 16.0, 26.7) - 0.065 * lobe(nm, 501.1, 20.4, 26.2);
        double y = 0.821 * lobe(nm, 568.8, 46.9, 40.5) + 0.286 * lobe(nm, 530.9, 16.3, 31.1);
        double z = 1.217 * lobe(nm, 437.0, 11.8, 36.0) + 0.681 * lobe(nm, 459.0, 26.0, 13.8);
        return switch (channel) {
            case 0 -> 3.2406 * x - 1.5372 * y - 0.4986 * z;
            case 1 -> -0.9689 * x + 1.8758 * y + 0.0415 * z;
            default -> 0.0557 * x - 0.2040 * y + 1.0570 * z;
        };
    }

    private static double lobe(double nm, double centreNm, double belowNm, double aboveNm) {
        double t = (nm - centreNm) / (nm < centreNm ? belowNm : aboveNm);
        return Math.exp(-t * t / 2);
    }
}
