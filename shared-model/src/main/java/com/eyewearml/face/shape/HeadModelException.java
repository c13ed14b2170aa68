package com.eyewearml.face.shape;

/** A head model file cannot be used. The message says what was expected, what was found and what to do. */
public final class HeadModelException extends RuntimeException {
    /** What is wrong with the file. */
    public enum Reason { NOT_A_HEAD_MODEL, UNSUPPORTED_VERSION, TRUNCATED, CHECKSUM_MISMATCH, INCONSISTENT }

    private final Reason reason;

    HeadModelException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What is wrong with the file. */
    public Reason reason() {
        return reason;
    }
}
