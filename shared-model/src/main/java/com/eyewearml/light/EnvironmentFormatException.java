package com.eyewearml.light;

/** An environment file that cannot be used; the message says why and what to do. */
public final class EnvironmentFormatException extends RuntimeException {
    EnvironmentFormatException(String message) {
        super(message);
    }
}
