package com.eyewearml.server.security;

/** A sealed credential cannot be opened: its key is missing, or it was changed or moved to another place. */
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
