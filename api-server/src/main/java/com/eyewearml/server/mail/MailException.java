package com.eyewearml.server.mail;

/** A message that the mail server did not take. */
public final class MailException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what failed, without the address it was for */
    public MailException(String message, Throwable cause) {
        super(message, cause);
    }
}
