package com.eyewearml.server.auth;

/** A change of a shop's team that is not allowed, whoever asks. */
public final class TeamException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message why, and what to do; shown to whoever asked */
    public TeamException(String message) {
        super(message);
    }
}
