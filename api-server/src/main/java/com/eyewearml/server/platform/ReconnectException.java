package com.eyewearml.server.platform;

/** A store cannot be reached with what we have: its merchant must connect it again. The message is for the merchant. */
public final class ReconnectException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param reason for the merchant */
    public ReconnectException(Connection connection, String reason) {
        super(reason + " (" + connection.store() + ")");
    }
}
