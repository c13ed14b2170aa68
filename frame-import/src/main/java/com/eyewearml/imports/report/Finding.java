package com.eyewearml.imports.report;

/**
 * One thing an import did or noticed.
 *
 * @param severity how much it matters
 * @param code     stable for programs
 * @param message  for the merchant: what, and where something is to be done, what
 */
public record Finding(Severity severity, Code code, String message) {
    /** How much it matters. */
    public enum Severity {
        /** Done, nothing to do. */
        DONE,
        /** Look at the result. */
        CHECK,
        /** The result is worse than it could be. */
        PROBLEM
    }

    /** What it is. */
    public enum Code {
        INPUT_OVER_BUDGET, UNSUPPORTED_PART, STRAY_PARTS_REMOVED, TURNED_UPRIGHT, UNIT_RECOGNISED, UNIT_UNKNOWN, SCALED_TO_SIZE,
        SIZES_DISAGREE, SIZE_UNUSUAL, PARTS_BY_NAME, PARTS_BY_SHAPE, SHIELD_DIVIDED, LENS_MIRRORED, LENSES_MADE, TEMPLES_CUT,
        TILT_STRAIGHTENED, NORMALS_MADE, SIMPLIFIED, SIMPLIFIED_COARSELY, TEXTURES_REDUCED, TEXTURES_LEFT_OUT, TEXTURE_KEPT, COMPRESSED, OUTPUT_OVER_BUDGET,
        SHAPE_TRACED, COLOUR_TAKEN
    }
}
