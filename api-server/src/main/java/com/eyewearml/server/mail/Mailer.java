package com.eyewearml.server.mail;

/** Sends messages. */
public interface Mailer {
    /**
     * Hands a message over.
     *
     * @throws MailException where it was not taken; it may be tried again
     */
    void send(Mail mail);
}
