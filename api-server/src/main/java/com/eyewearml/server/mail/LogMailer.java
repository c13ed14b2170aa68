package com.eyewearml.server.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes messages to the log: for developers, whose log nobody else reads. */
public final class LogMailer implements Mailer {
    private static final Logger LOG = LoggerFactory.getLogger(LogMailer.class);

    @Override
    public void send(Mail mail) {
        LOG.info("Mail to {}: {}\n{}", mail.to(), mail.subject(), mail.text());
    }
}
