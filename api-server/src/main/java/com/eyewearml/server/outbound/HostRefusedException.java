package com.eyewearml.server.outbound;

/** An address that a merchant gave is none the server goes to; the message is for the merchant. */
public final class HostRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    HostRefusedException(String message) {
        super(message);
    }
}
