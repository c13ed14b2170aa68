package com.eyewearml.nn;

/** A client model file that cannot be used. The message says what is wrong, what was expected and what to do. */
public final class ModelFormatException extends RuntimeException {
    /** What is wrong with the file. */
    public enum Code {
        /** The file ends before its contents do. */
        TRUNCATED,
        /** The file is something else, such as an error page. */
        NOT_A_MODEL,
        /** Format or graph of another release of the engine. */
        WRONG_VERSION,
        /** A model of another network. */
        WRONG_GRAPH,
        /** The bytes are not those that were written. */
        BAD_CHECKSUM,
        /** A parameter is infinite or not a number. */
        NON_FINITE
    }

    private final Code code;

    ModelFormatException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** The kind of defect, stable across releases. */
    public Code code() {
        return code;
    }
}
