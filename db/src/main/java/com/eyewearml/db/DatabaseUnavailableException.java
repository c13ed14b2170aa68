package com.eyewearml.db;

/** The database cannot be reached or is not in a state to serve; trying again later may help. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message for whoever runs the server */
    public DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
