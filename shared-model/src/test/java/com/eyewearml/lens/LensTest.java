package com.eyewearml.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.lens.ThinFilms.Film;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lenses against closed forms. */
class LensTest {
    private static final double NAN = Double.NaN;

    @ParameterizedTest
    @CsvSource({"1, 1.5", "0.8, 1.5", "0.5, 1.6", "0.2, 1.67"})
    void aBareSurfaceReflectsByFresnelsEquations(double cosine, double index) {
        double inside = Math.sqrt(1 - (1 - cosine * cosine) / (index * index));
        double s = (cosine - index * inside) / (cosine + index * inside);
        double p = (index * cosine - inside) / (index * cosine + inside);
        assertEquals((s * s + p * p) / 2, Coating.NONE.reflectance(cosine, 550, index), 1e-12);
    }

    @Test
    void aQuarterWaveOfTheRootOfTheIndexReflectsNothing() {
        ThinFilms film = new ThinFilms(1.5, Film.quarter(Math.sqrt(1.5), 550));
        assertEquals(0, film.reflectance(1, 550), 1e-12);
        assertTrue(film.reflectance(1, 420) > 0.001);
    }

    /** Airy's formula for one film, from amplitudes instead of matrices. */
    @ParameterizedTest
    @CsvSource({"1, 480", "0.7, 550", "0.4, 640"})
    void oneFilmIsAirysFormula(double cosine, double nm) {
        double film = 2.1;
        double glass = 1.5;
        double d = 130;
        double inFilm = Math.sqrt(1 - (1 - cosine * cosine) / (film * film));
        double inGlass = Math.sqrt(1 - (1 - cosine * cosine) / (glass * glass));
        double phase = 4 * Math.PI * film * d * inFilm / nm;
        double mean = (airy((cosine - film * inFilm) / (cosine + film * inFilm),
                (film * inFilm - glass * inGlass) / (film * inFilm + glass * inGlass), phase)
                + airy((cosine * film - inFilm) / (cosine * film + inFilm),
                (inFilm * glass - film * inGlass) / (inFilm * glass + film * inGlass), phase)) / 2;
        assertEquals(mean, new ThinFilms(glass, new Film(film, 0, d)).reflectance(cosine, nm), 1e-9);
    }

    private static double airy(double first, double second, double phase) {
        double both = 2 * first * second * Math.cos(phase);
        return (first * first + second * second + both) / (1 + first * first * second * second + both);
    }

    @Test
    void aThickMetalIsItsBulk() {
        double n = 3;
        double k = 3.3;
        double bulk = ((n - 1) * (n - 1) + k * k) / ((n + 1) * (n + 1) + k * k);
        assertEquals(bulk, new ThinFilms(1.5, new Film(n, k, 2000)).reflectance(1, 550), 1e-9);
    }

    @Test
    void theAntiReflectiveRestIsSlightAndGreen() {
        double[] rgb = Coating.ANTI_REFLECTIVE.rgbByAngle(1.5);
        int normal = 3 * (Coating.ANGLES - 1);
        assertTrue(rgb[normal + 1] > 1.5 * rgb[normal] && rgb[normal + 1] > 1.5 * rgb[normal + 2]);
        double luminous = Photometry.luminous(Coating.ANTI_REFLECTIVE.spectrum(1, 1.5));
        assertTrue(luminous > 0.002 && luminous < 0.01, "reflects " + luminous);
    }

    @Test
    void mirrorsShiftToShorterWavesAtASlant() {
        double[] gold = Coating.GOLD.rgbByAngle(1.5);
        int slanted = 3 * (Coating.ANGLES / 2);
        int normal = 3 * (Coating.ANGLES - 1);
        assertTrue(gold[slanted + 1] / gold[slanted] > 1.2 * gold[normal + 1] / gold[normal]);
    }

    @Test
    void whiteStaysWhite() {
        double[] all = new double[Photometry.SAMPLES];
        java.util.Arrays.fill(all, 0.5);
        double[] rgb = new double[3];
        Photometry.linearRgb(all, rgb);
        assertEquals(0.5, Photometry.luminous(all), 1e-12);
        for (double channel : rgb) {
            assertEquals(0.5, channel, 1e-9);
        }
    }

    @ParameterizedTest
    @EnumSource(Tint.class)
    void theLadderIsMetInEveryTint(Tint tint) {
        for (double vlt : new double[] {0.85, 0.5, 0.18, 0.08, 0.03}) {
            for (Coating coating : new Coating[] {Coating.NONE, Coating.ANTI_REFLECTIVE}) {
                LensOptics optics = new LensOptics(new Lens(tint, vlt, 0.85, coating, coating, false, NAN, Prescription.PLANO));
                assertEquals(vlt, Photometry.luminanceOf(optics.passing(1)), 0.01 * vlt, tint + " " + vlt + " " + coating);
                assertEquals(0.85, Photometry.luminanceOf(optics.passing(0)), 0.01);
            }
        }
    }

    @Test
    void aClearLensLetsPassWhatItsSurfacesDo() {
        LensOptics bare = new LensOptics(new Lens(Tint.NONE, NAN, NAN, Coating.NONE, Coating.NONE, false, NAN, Prescription.PLANO));
        // Two surfaces of index 1.5 with all orders: 2n / (n² + 1).
        assertEquals(3 / 3.25, Photometry.luminanceOf(bare.passing(1)), 1e-3);
    }

    /** 1 / (1 - t F1 / n) times 1 / (1 - d F): tables of opticians. */
    @ParameterizedTest
    @CsvSource({"-6, 4, 2, 1.5, 14, 0.9274", "4, 8, 5, 1.5, 14, 1.0883", "0, 6, 2, 1.5, 14, 1.0081", "-10, 2, 1.5, 1.67, 14, 0.8788"})
    void magnificationIsShapeTimesPower(double sphere, double base, double thickness, double index, double distance, double expected) {
        assertEquals(expected, new LensForm(sphere, base, index, thickness).magnification(distance), 2e-4);
    }

    /** Rays near the axis, traced through both spheres by Snell's law, meet the plane behind where the magnification says. */
    @ParameterizedTest
    @CsvSource({"-6", "-2", "4", "8"})
    void magnificationIsThatOfTracedRays(double sphere) {
        LensForm form = LensForm.usual(sphere, 60);
        double h = 0.5;
        double behind = 20;
        double back = form.backCurvaturePerMm();
        double slope = bend(h / form.frontRadiusMm(), 0, 1, form.index());
        double atBack = h + Math.tan(slope) * form.centreThicknessMm();
        double out = bend(atBack * back, slope, form.index(), 1);
        double met = atBack + Math.tan(out) * behind;
        assertEquals(form.magnification(behind), h / met, 2e-3);
    }

    /** Slope of a ray after a surface whose normal leans outwards by sine {@code lean}; both slopes positive outwards. */
    private static double bend(double lean, double slope, double from, double to) {
        double normal = Math.asin(lean);
        return Math.asin(from / to * Math.sin(slope + normal)) - normal;
    }

    @Test
    void prismIsPrenticesRule() {
        assertEquals(-1.8, new LensForm(-6, 4, 1.5, 2).prismDioptres(3), 1e-12);
    }

    @Test
    void negativeLensesAreThickestAtTheEdgeAndNoLensIsTooThin() {
        for (double sphere = -12; sphere <= 8; sphere += 0.5) {
            LensForm form = LensForm.usual(sphere, 60);
            assertTrue(form.thicknessMm(30) >= LensForm.LEAST_THICKNESS_MM - 1e-9 && form.thicknessMm(0) >= LensForm.LEAST_THICKNESS_MM - 1e-9,
                    "thickness at " + sphere);
            assertEquals(sphere <= -0.5, form.thicknessMm(25) > form.thicknessMm(0) + 0.1, "edge at " + sphere);
        }
    }

    @Test
    void photochromicHalfLivesAreAsPublished() {
        assertEquals(4, Photochromic.fadingHalfLifeS(6) / Photochromic.fadingHalfLifeS(21), 1e-9);
        assertEquals(1.4, Photochromic.equilibrium(1, 6) / Photochromic.equilibrium(1, 21), 1e-9);
        assertTrue(Photochromic.darkeningHalfLifeS(21) < Photochromic.fadingHalfLifeS(21) / 2);
        double half = Photochromic.activation(0.6, 0, Photochromic.FADING_HALF_LIFE_S, 21);
        assertEquals(0.3, half, 1e-12);
    }

    @Test
    void photochromicTimeMayBeTakenInSteps() {
        double whole = Photochromic.activation(0.1, 0.7, 50, 28);
        assertEquals(whole, Photochromic.activation(Photochromic.activation(0.1, 0.7, 20, 28), 0.7, 30, 28), 1e-12);
        assertEquals(0.1, Photochromic.activation(0.1, 0.7, 0, 28), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> Photochromic.activation(1.2, 0, 1, 21));
    }

    @Test
    void wrongOrdersAreRefusedByName() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Prescription(-25, 0)).getMessage().contains("rightSphereD"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Lens(Tint.GREY, 0.5, 2, Coating.NONE, Coating.NONE, false, NAN,
                Prescription.PLANO)).getMessage().contains("bottomTransmittance"));
    }
}
