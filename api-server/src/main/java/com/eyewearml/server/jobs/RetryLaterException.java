package com.eyewearml.server.jobs;

import java.time.Duration;

/** A job cannot be done now: the other side is away or asks to wait. */
public final class RetryLaterException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Duration wait;

    /** @param reason for the merchant, without secrets */
    public RetryLaterException(String reason, Duration wait, Throwable cause) {
        super(reason, cause);
        this.wait = wait;
    }

    /** How long to wait. */
    public Duration waiting() {
        return wait;
    }
}
