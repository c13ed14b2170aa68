package com.eyewearml.client.browser;

import com.eyewearml.lens.Coating;
import com.eyewearml.lens.Lens;
import com.eyewearml.lens.LensOptics;
import com.eyewearml.lens.Prescription;
import com.eyewearml.lens.Tint;

/** Lenses as JavaScript orders them. */
final class OrderedLens {
    private OrderedLens() { }

    /**
     * Works out lenses. A mirror lies on the front; an anti-reflective coating on what is left.
     *
     * @param tint       name of a {@link Tint}
     * @param top        luminous transmittance at the top, NaN for as much as passes
     * @param bottom     the same at the bottom
     * @param mirror     {@code NONE} or a mirror among {@link Coating}
     * @param activation of a photochromic lens, NaN for any other
     * @throws IllegalArgumentException where a value is out of range
     */
    static LensOptics of(String tint, double top, double bottom, String mirror, boolean antiReflective, boolean polarised,
            double activation, double rightSphereD, double leftSphereD) {
        Coating back = antiReflective ? Coating.ANTI_REFLECTIVE : Coating.NONE;
        Coating front = mirror.equals("NONE") ? back : Coating.valueOf(mirror);
        return new LensOptics(new Lens(Tint.valueOf(tint), top, bottom, front, back, polarised, activation,
                new Prescription(rightSphereD, leftSphereD)));
    }
}
