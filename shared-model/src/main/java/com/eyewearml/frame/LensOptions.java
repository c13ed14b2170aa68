package com.eyewearml.frame;

import com.eyewearml.frame.FrameSpecException.Code;
import com.eyewearml.lens.Lens;
import com.eyewearml.lens.Prescription;

/**
 * What the lenses look like.
 *
 * @param coating       on the surface
 * @param tint          colour in the lens
 * @param topTransmittance    share of light let through at the top, 0.03 to 1
 * @param bottomTransmittance the same at the bottom; differs from the top in a gradient lens
 * @param polarised     whether it holds a polariser
 * @param activation    of a photochromic lens, 0 to 1; {@link Double#NaN} for any other
 */
public record LensOptions(Coating coating, Tint tint, double topTransmittance, double bottomTransmittance, boolean polarised,
                          double activation) {
    /** Surface treatment. */
    public enum Coating { ANTI_REFLECTIVE, HARD, MIRROR_SILVER, MIRROR_BLUE, MIRROR_GOLD }

    /** Hue of the transmitted light. */
    public enum Tint { NONE, GREY, BROWN, GREEN, BLUE, ROSE, YELLOW }

    /** @throws FrameSpecException where a transmittance is out of range */
    public LensOptions {
        FrameSpecException.requireRange(Code.TINT, "transmittance at the top of the lens", topTransmittance, 0.03, 1, "");
        FrameSpecException.requireRange(Code.TINT, "transmittance at the bottom of the lens", bottomTransmittance, 0.03, 1, "");
    }

    /** Clear prescription lens with an anti-reflective coating. */
    public static LensOptions clear() {
        return new LensOptions(Coating.ANTI_REFLECTIVE, Tint.NONE, 1, 1, false, Double.NaN);
    }

    /** Evenly tinted sun lens. */
    public static LensOptions tinted(Tint tint, double transmittance) {
        return new LensOptions(Coating.HARD, tint, transmittance, transmittance, false, Double.NaN);
    }

    /** Sun lens dark above and light below. */
    public static LensOptions gradient(Tint tint, double topTransmittance, double bottomTransmittance) {
        return new LensOptions(Coating.HARD, tint, topTransmittance, bottomTransmittance, false, Double.NaN);
    }

    /** Mirrored sun lens over a grey base. */
    public static LensOptions mirror(Coating mirror) {
        return new LensOptions(mirror, Tint.GREY, 0.12, 0.12, false, Double.NaN);
    }

    /** The same with a polariser. */
    public LensOptions withPolariser() {
        return new LensOptions(coating, tint, topTransmittance, bottomTransmittance, true, activation);
    }

    /** Clear indoors, grey in the sun; shown at an activation, 0 clear to 1 dark. */
    public static LensOptions photochromic(double activation) {
        return new LensOptions(Coating.ANTI_REFLECTIVE, Tint.GREY, 1, 1, false, activation);
    }

    /** What such lenses do to light. A mirror lies on the front alone. */
    public Lens lens() {
        com.eyewearml.lens.Coating back = coating == Coating.ANTI_REFLECTIVE ? com.eyewearml.lens.Coating.ANTI_REFLECTIVE
                : com.eyewearml.lens.Coating.NONE;
        com.eyewearml.lens.Coating front = switch (coating) {
            case MIRROR_SILVER -> com.eyewearml.lens.Coating.SILVER;
            case MIRROR_BLUE -> com.eyewearml.lens.Coating.BLUE;
            case MIRROR_GOLD -> com.eyewearml.lens.Coating.GOLD;
            case ANTI_REFLECTIVE, HARD -> back;
        };
        return new Lens(com.eyewearml.lens.Tint.valueOf(tint.name()), topTransmittance, bottomTransmittance, front, back, polarised,
                activation, Prescription.PLANO);
    }

    /** Whether these are sun lenses: less than 80 % gets through (ISO 12312-1, filter categories 1 and up). */
    public boolean sun() {
        return (topTransmittance + bottomTransmittance) / 2 < 0.8;
    }

    /** Whether the coating is one of the mirrors. */
    public boolean mirrored() {
        return coating == Coating.MIRROR_SILVER || coating == Coating.MIRROR_BLUE || coating == Coating.MIRROR_GOLD;
    }
}
