package com.eyewearml.server.outbound;

/** Another server could not be reached, took too long or answered too much. The message names the host and nothing of the answer. */
public final class OutboundException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutboundException(String message, Throwable cause) {
        super(message, cause);
    }
}
