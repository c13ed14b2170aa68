package com.eyewearml.server.products;

import java.util.OptionalDouble;

/**
 * Dimensions as a shop's texts give them (boxing system, ISO 8624); each may be missing.
 *
 * @param lensWidthMm    A
 * @param lensHeightMm   B
 * @param dblMm          distance between lenses, often called bridge
 * @param templeLengthMm overall length of a temple
 */
public record FrameSize(OptionalDouble lensWidthMm, OptionalDouble lensHeightMm, OptionalDouble dblMm, OptionalDouble templeLengthMm) {
    /** Nothing known. */
    public static final FrameSize UNKNOWN =
            new FrameSize(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** What this one knows, else what the other knows. */
    public FrameSize or(FrameSize other) {
        return new FrameSize(first(lensWidthMm, other.lensWidthMm), first(lensHeightMm, other.lensHeightMm), first(dblMm, other.dblMm),
                first(templeLengthMm, other.templeLengthMm));
    }

    private static OptionalDouble first(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() ? one : other;
    }

    /** Whether lens width and bridge are known, without which there is no first model. */
    public boolean hasLensAndBridge() {
        return lensWidthMm.isPresent() && dblMm.isPresent();
    }
}
