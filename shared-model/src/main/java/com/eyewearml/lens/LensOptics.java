package com.eyewearml.lens;

/**
 * What a pair of lenses does to light, ready to be drawn: optical density of the body in linear red, green, blue (natural logarithm) at
 * top and bottom, reflectances of both surfaces by angle, and for each lens its form.
 *
 * <p>The body is given as much dye as it takes for the whole lens to let the ordered share of daylight pass: both surfaces reflect, with
 * all orders of reflection between them (Stokes 1862).
 */
public final class LensOptics {
    /** Index of refraction of lenses without power. */
    public static final double PLANO_INDEX = 1.5;
    /** Edge of the blank from which forms are computed. */
    private static final double BLANK_MM = 60;
    private static final double MOST_DYE = 60;
    private static final int HALVINGS = 50;
    /**
     * A sheet of dichroic polariser, drawn on a lens of about a third: half the unpolarised light and some of the rest, a little more of
     * the short waves. To a bystander it looks like a grey-brown tint; what polarises the light behind it is not known from a picture.
     */
    private static final double POLARISER = 0.40;

    private final double[] topDensity = new double[3];
    private final double[] bottomDensity = new double[3];
    private final double[] frontRgb;
    private final double[] backRgb;
    private final double index;
    private final LensForm right;
    private final LensForm left;

    /** Works out a lens. */
    public LensOptics(Lens lens) {
        Prescription rx = lens.prescription();
        right = LensForm.usual(rx.rightSphereD(), BLANK_MM);
        left = LensForm.usual(rx.leftSphereD(), BLANK_MM);
        index = Math.max(right.index(), left.index());
        frontRgb = lens.front().rgbByAngle(index);
        backRgb = lens.back().rgbByAngle(index);
        double[] front = lens.front().spectrum(1, index);
        double[] back = lens.back().spectrum(1, index);
        body(lens, lens.topTransmittance(), front, back, topDensity);
        body(lens, lens.bottomTransmittance(), front, back, bottomDensity);
    }

    /** Densities of the body such that what passes the drawn surfaces has the ordered luminance. */
    private void body(Lens lens, double transmittance, double[] front, double[] back, double[] density) {
        double[] base = new double[Photometry.SAMPLES];
        for (int i = 0; i < base.length; i++) {
            double nm = Photometry.wavelengthNm(i);
            base[i] = (1 - lens.front().absorbed()) * (lens.polarised() ? POLARISER * (1 - 0.10 * Math.exp(-sq((nm - 420) / 70))) : 1);
            if (lens.activation() >= 0) {
                base[i] *= Math.exp(Math.log(Photochromic.DARKEST) * lens.activation() * photochromicBand(nm));
            }
        }
        double wanted = Double.isNaN(transmittance) ? 1 : transmittance;
        Tint dye = lens.tint() == Tint.NONE ? Tint.GREY : lens.tint();
        double[] rgb = new double[3];
        double least = 0;
        double most = MOST_DYE;
        for (int i = 0; i < HALVINGS; i++) {
            double amount = (least + most) / 2;
            if (luminance(dye, amount, base, front, back) > wanted) {
                least = amount;
            } else {
                most = amount;
            }
        }
        double luminous = luminance(dye, least, base, front, back);
        passing(dye, least, base, front, back, rgb);
        double[] inner = new double[3];
        for (int c = 0; c < 3; c++) {
            double f = frontRgb[3 * (Coating.ANGLES - 1) + c];
            double b = backRgb[3 * (Coating.ANGLES - 1) + c];
            inner[c] = innerTransmittance(rgb[c], f, b);
        }
        // Colours beyond sRGB and products of colours that are not those of products of spectra leave a rest.
        for (int i = 0; i < 4; i++) {
            for (int c = 0; c < 3; c++) {
                rgb[c] = slab(inner[c], frontRgb[3 * (Coating.ANGLES - 1) + c], backRgb[3 * (Coating.ANGLES - 1) + c]);
            }
            double scale = luminous / Photometry.luminanceOf(rgb);
            for (int c = 0; c < 3; c++) {
                inner[c] = Math.min(inner[c] * scale, 1);
            }
        }
        for (int c = 0; c < 3; c++) {
            density[c] = -Math.log(inner[c]);
        }
    }

    private static double photochromicBand(double nm) {
        return 0.95 + 0.15 * Math.exp(-sq((nm - 580) / 50)) - 0.05 * Math.exp(-sq((nm - 480) / 30)) - 0.25 * Math.exp(-sq((nm - 700) / 45));
    }

    private static double luminance(Tint dye, double amount, double[] base, double[] front, double[] back) {
        return Photometry.luminous(spectrum(dye, amount, base, front, back));
    }

    private static void passing(Tint dye, double amount, double[] base, double[] front, double[] back, double[] rgb) {
        Photometry.linearRgb(spectrum(dye, amount, base, front, back), rgb);
    }

    private static double[] spectrum(Tint dye, double amount, double[] base, double[] front, double[] back) {
        double[] spectrum = new double[Photometry.SAMPLES];
        for (int i = 0; i < spectrum.length; i++) {
            double inner = base[i] * Math.exp(-amount * dye.absorbance(Photometry.wavelengthNm(i)));
            spectrum[i] = slab(inner, front[i], back[i]);
        }
        return spectrum;
    }

    /** Transmittance of a plate from that of its body and the reflectances of its surfaces. */
    static double slab(double inner, double front, double back) {
        return inner * (1 - front) * (1 - back) / (1 - inner * inner * front * back);
    }

    /** The body's transmittance from the plate's. */
    static double innerTransmittance(double plate, double front, double back) {
        double a = plate * front * back;
        double b = (1 - front) * (1 - back);
        double inner = a < 1e-9 ? plate / b : (-b + Math.sqrt(b * b + 4 * a * plate)) / (2 * a);
        return Math.clamp(inner, 1e-4, 1);
    }

    private static double sq(double x) {
        return x * x;
    }

    /** Natural logarithm of the body's loss at the top, red, green, blue. */
    public double[] topDensity() {
        return topDensity;
    }

    /** The same at the bottom. */
    public double[] bottomDensity() {
        return bottomDensity;
    }

    /** Reflectance of the front, {@link Coating#rgbByAngle}. */
    public double[] frontRgb() {
        return frontRgb;
    }

    /** Reflectance of the back. */
    public double[] backRgb() {
        return backRgb;
    }

    /** Index of refraction. */
    public double index() {
        return index;
    }

    /** Form of the wearer's right lens. */
    public LensForm right() {
        return right;
    }

    /** Form of the left. */
    public LensForm left() {
        return left;
    }

    /** Linear red, green, blue of daylight behind the lens as seen straight through it; share of the way from bottom to top. */
    public double[] passing(double heightShare) {
        double[] rgb = new double[3];
        for (int c = 0; c < 3; c++) {
            double inner = Math.exp(-(bottomDensity[c] + (topDensity[c] - bottomDensity[c]) * heightShare));
            rgb[c] = slab(inner, frontRgb[3 * (Coating.ANGLES - 1) + c], backRgb[3 * (Coating.ANGLES - 1) + c]);
        }
        return rgb;
    }
}
