package com.eyewearml.lens;

/**
 * Colour of a lens as the shape of its dye's absorption; how much of the dye there is decides the transmittance (Bouguer and Lambert).
 * The bands are chosen for the look of such lenses, not measured on a product.
 */
public enum Tint {
    /** No dye; a given transmittance below that of the clear lens is reached by grey. */
    NONE(1),
    /** Even. */
    GREY(1, 0.10, 450, 60, 0.05, 640, 40),
    /** Takes most from the short waves. */
    BROWN(0.75, 0.85, 400, 80, 0.25, 510, 45),
    /** The classic green of sun glasses. */
    GREEN(0.85, 0.45, 420, 45, 0.55, 650, 60),
    /** Takes from the long waves. */
    BLUE(0.7, 0.6, 610, 70, 0.4, 680, 60),
    /** Takes from the middle. */
    ROSE(0.6, 0.7, 525, 50, 0.15, 440, 40),
    /** Takes nearly all of the short waves and nothing else. */
    YELLOW(0.12, 4.0, 410, 50);

    private final double even;
    /** Height, centre and width of each band. */
    private final double[] bands;

    Tint(double even, double... bands) {
        this.even = even;
        this.bands = bands;
    }

    /** Absorbance at a wavelength of one unit of dye. */
    double absorbance(double wavelengthNm) {
        double sum = even;
        for (int i = 0; i < bands.length; i += 3) {
            double t = (wavelengthNm - bands[i + 1]) / bands[i + 2];
            sum += bands[i] * Math.exp(-t * t);
        }
        return sum;
    }
}
