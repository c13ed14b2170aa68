package com.eyewearml.embedded;

/** PostgreSQL or Redis could not be started or stopped on this machine; the message says which, why, and what to do. */
public final class EmbeddedServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedServiceException(String message) {
        super(message);
    }

    EmbeddedServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
