package com.eyewearml.frame;

/** A frame that cannot be built as asked; the message names the value, its allowed range and what to change. */
public final class FrameSpecException extends IllegalArgumentException {
    /** Which rule of the specification is broken. */
    public enum Code { BAD_SIZE_MARKING, LENS_WIDTH, LENS_HEIGHT, DBL, TEMPLE_LENGTH, TOTAL_WIDTH, PANTOSCOPIC_TILT, WRAP_ANGLE,
        BASE_CURVE, MATERIAL, BRIDGE, TINT }

    private final Code code;

    /** @param message names the value, the range and the remedy */
    public FrameSpecException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** Which rule is broken. */
    public Code code() {
        return code;
    }

    /** Checks {@code min <= value <= max}; NaN is refused. */
    static void requireRange(Code code, String name, double value, double min, double max, String unit) {
        if (!(value >= min && value <= max)) {
            throw new FrameSpecException(code, name + " is " + value + " " + unit + ", expected " + min + " to " + max + " " + unit);
        }
    }
}
