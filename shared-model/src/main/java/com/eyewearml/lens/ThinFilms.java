package com.eyewearml.lens;

/**
 * Reflectance of a surface under thin films, by the characteristic matrices of the films. Born and Wolf, "Principles of Optics", 1.6.2;
 * complex indices n − ik as in Macleod, "Thin-Film Optical Filters", 2.4.
 */
final class ThinFilms {
    /**
     * A film.
     *
     * @param n           index of refraction
     * @param k           extinction coefficient; 0 for one that does not absorb
     * @param thicknessNm thickness
     */
    record Film(double n, double k, double thicknessNm) {
        /** A quarter of a wave thick. */
        static Film quarter(double n, double waveNm) {
            return new Film(n, 0, waveNm / (4 * n));
        }
    }

    private final Film[] films;
    private final double substrate;

    /** @param films from the air to the substrate */
    ThinFilms(double substrateIndex, Film... films) {
        this.films = films;
        substrate = substrateIndex;
    }

    /** Share of unpolarised light from the air that is sent back. */
    double reflectance(double cosine, double wavelengthNm) {
        return (of(cosine, wavelengthNm, true) + of(cosine, wavelengthNm, false)) / 2;
    }

    /** Matrix times (1, admittance of the substrate), from the substrate outwards: only the column is needed. */
    private double of(double cosine, double wavelengthNm, boolean s) {
        double sin2 = 1 - cosine * cosine;
        double cosSubstrate = Math.sqrt(1 - sin2 / (substrate * substrate));
        double bRe = 1;
        double bIm = 0;
        double cRe = s ? substrate * cosSubstrate : substrate / cosSubstrate;
        double cIm = 0;
        for (int i = films.length - 1; i >= 0; i--) {
            Film film = films[i];
            // Root of N² − sin² with falling phase: N cos within the film.
            double re2 = film.n * film.n - film.k * film.k - sin2;
            double im2 = -2 * film.n * film.k;
            double modulus = Math.sqrt(Math.sqrt(re2 * re2 + im2 * im2));
            double angle = Math.atan2(im2, re2) / 2;
            double qRe = modulus * Math.cos(angle);
            double qIm = modulus * Math.sin(angle);
            double phase = 2 * Math.PI * film.thicknessNm / wavelengthNm;
            double dRe = phase * qRe;
            double dIm = phase * qIm;
            double cosRe = Math.cos(dRe) * Math.cosh(dIm);
            double cosIm = -Math.sin(dRe) * Math.sinh(dIm);
            double sinRe = Math.sin(dRe) * Math.cosh(dIm);
            double sinIm = Math.cos(dRe) * Math.sinh(dIm);
            double yRe = qRe;
            double yIm = qIm;
            if (!s) {
                // N² / (N cos).
                double nnRe = film.n * film.n - film.k * film.k;
                double norm = qRe * qRe + qIm * qIm;
                yRe = (nnRe * qRe + im2 * qIm) / norm;
                yIm = (im2 * qRe - nnRe * qIm) / norm;
            }
            double yNorm = yRe * yRe + yIm * yIm;
            // (i sin / y) and (i y sin).
            double uRe = -(sinIm * yRe - sinRe * yIm) / yNorm;
            double uIm = (sinRe * yRe + sinIm * yIm) / yNorm;
            double vRe = -(yRe * sinIm + yIm * sinRe);
            double vIm = yRe * sinRe - yIm * sinIm;
            double nextB = cosRe * bRe - cosIm * bIm + uRe * cRe - uIm * cIm;
            double nextBIm = cosRe * bIm + cosIm * bRe + uRe * cIm + uIm * cRe;
            double nextC = vRe * bRe - vIm * bIm + cosRe * cRe - cosIm * cIm;
            double nextCIm = vRe * bIm + vIm * bRe + cosRe * cIm + cosIm * cRe;
            bRe = nextB;
            bIm = nextBIm;
            cRe = nextC;
            cIm = nextCIm;
        }
        double air = s ? cosine : 1 / cosine;
        double minusRe = air * bRe - cRe;
        double minusIm = air * bIm - cIm;
        double plusRe = air * bRe + cRe;
        double plusIm = air * bIm + cIm;
        return (minusRe * minusRe + minusIm * minusIm) / (plusRe * plusRe + plusIm * plusIm);
    }
}
