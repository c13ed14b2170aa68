package com.eyewearml.client.sdk;

/** Something the page handed in cannot be used. The message says what was wrong, what was expected and what to do. */
public final class EngineException extends RuntimeException {
    /** Kinds of defects; the names are those of the error codes that JavaScript sees. */
    public enum Code {
        /** A model file ends too early. */
        MODEL_TRUNCATED,
        /** A model file of another network or of another release of the engine. */
        MODEL_VERSION,
        /** A model file whose bytes are not those that were written. */
        MODEL_CHECKSUM
    }

    private final Code code;

    public EngineException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The kind of defect, stable across releases. */
    public Code code() {
        return code;
    }
}
