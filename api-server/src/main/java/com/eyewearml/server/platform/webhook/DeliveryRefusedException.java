package com.eyewearml.server.platform.webhook;

/** A webhook request is not what it should be; the message says what, without repeating any of it. */
public final class DeliveryRefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean forged;

    private DeliveryRefusedException(String message, boolean forged) {
        super(message);
        this.forged = forged;
    }

    /** Nobody who shares the secret signed it, or not now. */
    public static DeliveryRefusedException forged() {
        return new DeliveryRefusedException("The signature does not match the body, or is too old.", true);
    }

    /** A header or the body is missing. */
    public static DeliveryRefusedException incomplete(String missing) {
        return new DeliveryRefusedException("The request has no " + missing + ".", false);
    }

    /** Whether it is the signature that is wrong. */
    public boolean isForged() {
        return forged;
    }
}
