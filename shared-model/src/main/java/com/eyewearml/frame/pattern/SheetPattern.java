package com.eyewearml.frame.pattern;

import com.eyewearml.frame.geometry.Shading;
import java.util.Optional;

/**
 * The look of a sheet that frames are cut from, a function of the place on it and of nothing else. The sheet lies in the plane of the
 * front: x along it, y up; a temple is cut with its length along x.
 *
 * @param colour    writes linear red, green, blue
 * @param roughness factor of the material's roughness, 0 to 1
 * @param relief    of the surface, or of what lies under a clear coat
 */
public record SheetPattern(Colour colour, Roughness roughness, Optional<SheetRelief> relief) {
    /** Colour of the sheet. */
    @FunctionalInterface
    public interface Colour {
        /** Writes linear red, green, blue at a place in millimetres. */
        void at(double xMm, double yMm, float[] rgb);
    }

    /** Roughness of the sheet's surface. */
    @FunctionalInterface
    public interface Roughness {
        /** Factor at a place in millimetres. */
        double at(double xMm, double yMm);
    }

    /** The same everywhere. */
    private static final Roughness EVEN = (x, y) -> 1;

    /** Polished evenly. */
    static SheetPattern polished(Colour colour) {
        return new SheetPattern(colour, EVEN, Optional.empty());
    }

    /** The same with a relief. */
    SheetPattern withRelief(SheetRelief added) {
        return new SheetPattern(colour, roughness, Optional.of(added));
    }

    /** Whether the roughness varies. */
    public boolean textured() {
        return roughness != EVEN;
    }

    /** The pattern as colours of vertices of a part, for renderers without textures; see {@link SheetMapping}. */
    public Shading.Pattern onVertices() {
        return (x, y, z, rgb) -> colour.at(SheetMapping.xMm(x, z), y, rgb);
    }
}
