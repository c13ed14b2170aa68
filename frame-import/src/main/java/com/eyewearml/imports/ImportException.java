package com.eyewearml.imports;

/** A file no frame can be made of; the message says, in a merchant's words, what is wrong and what to do. */
public final class ImportException extends Exception {
    /** What is wrong, stable for callers. */
    public enum Code {
        /** Not a GLB file, or one of another version. */
        NOT_A_GLB,
        /** The file ends too early. */
        TRUNCATED,
        /** The file contradicts itself or the glTF specification. */
        DAMAGED,
        /** The file uses something that cannot be read. */
        UNSUPPORTED,
        /** Larger than is worked on. */
        TOO_LARGE,
        /** No triangles. */
        EMPTY,
        /** The model is not the same on both sides, so it is not a pair of glasses. */
        NOT_SYMMETRIC,
        /** No temples, or folded ones. */
        NO_TEMPLES,
        /** No lenses, and no openings to make them from. */
        NO_LENSES,
        /** Measures of the model or of the request that no glasses have. */
        IMPOSSIBLE_SIZE,
        /** The picture cannot be decoded. */
        BAD_PICTURE,
        /** The picture's background is not plain. */
        BUSY_BACKGROUND,
        /** The picture shows no frame from the front. */
        NO_FRAME_IN_PICTURE
    }

    private final Code code;

    /** @param message what is wrong and what to do */
    public ImportException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** What is wrong. */
    public Code code() {
        return code;
    }
}
