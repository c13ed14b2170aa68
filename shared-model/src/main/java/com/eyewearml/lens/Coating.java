package com.eyewearml.lens;

import com.eyewearml.lens.ThinFilms.Film;

/**
 * What lies on a surface of a lens. Each is a stack of films such as are evaporated on plastic; colour and its change with the angle
 * follow from the stack. The stacks are textbook designs, not those of a manufacturer, who keep theirs secret.
 */
public enum Coating {
    /** The bare surface. */
    NONE,
    /**
     * Quarter, half and quarter wave: reflectance low across the spectrum, with a rest of green between two minima (Cox, Hass and Thelen
     * 1962, "Triple-layer antireflection coatings on glass for the visible and near infrared").
     */
    ANTI_REFLECTIVE(Film.quarter(1.38, 525), Film.quarter(2.1, 1050), Film.quarter(1.57, 525)),
    /** A film of chromium, as on flash mirrors: hardly any colour, hardly any change with the angle. */
    SILVER(new Film(3.0, 3.3, 22)),
    /** Quarter waves for blue; turns violet at a slant. */
    BLUE(quarters(435, 2.2, 1.46, 5)),
    /** Quarter waves for orange, few, so that the band is as wide as gold's; turns greener at a slant. */
    GOLD(quarters(640, 2.2, 1.46, 3));

    /** Entries of {@link #rgbByAngle}. */
    public static final int ANGLES = 8;
    private static final double LEAST_COSINE = 0.02;

    private final Film[] films;

    Coating(Film... films) {
        this.films = films;
    }

    private static Film[] quarters(double waveNm, double high, double low, int count) {
        Film[] films = new Film[count];
        for (int i = 0; i < count; i++) {
            films[i] = Film.quarter(i % 2 == 0 ? high : low, waveNm);
        }
        return films;
    }

    /** Share of unpolarised light that is sent back, from the cosine in the air, on a lens of some index. */
    public double reflectance(double cosine, double wavelengthNm, double index) {
        return new ThinFilms(index, films).reflectance(Math.max(cosine, LEAST_COSINE), wavelengthNm);
    }

    /** Spectrum of {@link #reflectance}. */
    public double[] spectrum(double cosine, double index) {
        double[] spectrum = new double[Photometry.SAMPLES];
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = reflectance(cosine, Photometry.wavelengthNm(i), index);
        }
        return spectrum;
    }

    /** Linear red, green, blue of the reflection of white, for {@value #ANGLES} cosines evenly from 0 to 1. */
    public double[] rgbByAngle(double index) {
        double[] table = new double[3 * ANGLES];
        double[] rgb = new double[3];
        for (int i = 0; i < ANGLES; i++) {
            Photometry.linearRgb(spectrum(i / (ANGLES - 1.0), index), rgb);
            for (int c = 0; c < 3; c++) {
                table[3 * i + c] = Math.min(rgb[c], 1);
            }
        }
        return table;
    }

    /** Share that a film of metal takes away for good at normal incidence; 0 for stacks of clear films. */
    double absorbed() {
        return this == SILVER ? 0.35 : 0;
    }
}
