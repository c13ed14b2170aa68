package com.eyewearml.server.jobs;

import java.time.Duration;

/** A job cannot be done now: the other side is away or asks to wait. */
public final class RetryLaterException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Duration wait;
    private final boolean asked;

    /** @param reason for the merchant, without secrets */
    public RetryLaterException(String reason, Duration wait, Throwable cause) {
        this(reason, wait, cause, false);
    }

    private RetryLaterException(String reason, Duration wait, Throwable cause, boolean asked) {
        super(reason, cause);
        this.wait = wait;
        this.asked = asked;
    }

    /** The other side works and asks to come back after {@code wait}: that is no failed attempt. */
    public static RetryLaterException asked(String reason, Duration wait) {
        return new RetryLaterException(reason, wait, null, true);
    }

    /** How long to wait. */
    public Duration waiting() {
        return wait;
    }

    /** Whether the other side asked to wait, rather than failed. */
    public boolean isAsked() {
        return asked;
    }
}
