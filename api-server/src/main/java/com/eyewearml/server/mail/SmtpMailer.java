package com.eyewearml.server.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/** Sends messages by SMTP (RFC 5321): over TLS from the start, or after STARTTLS, which only a server on this machine may lack. */
public final class SmtpMailer implements Mailer {
    private static final String TIMEOUT_MS = "10000";
    private final MailSettings settings;
    private final Session session;

    /** Sends through the server that the settings name. */
    public SmtpMailer(MailSettings settings) {
        this.settings = settings;
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", settings.tls() ? "smtps" : "smtp");
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.setProperty(protocol + "host", settings.host());
            properties.setProperty(protocol + "port", Integer.toString(settings.port()));
            properties.setProperty(protocol + "auth", Boolean.toString(settings.user().isPresent()));
            properties.setProperty(protocol + "connectiontimeout", TIMEOUT_MS);
            properties.setProperty(protocol + "timeout", TIMEOUT_MS);
            properties.setProperty(protocol + "writetimeout", TIMEOUT_MS);
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
        }
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(!settings.onThisMachine()));
        session = Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user().orElseThrow(), settings.password());
            }
        });
    }

    @Override
    public void send(Mail mail) {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(settings.from(), "EyewearML", StandardCharsets.UTF_8.name()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
            message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
            message.setText(mail.text().replace("\n", "\r\n"), StandardCharsets.UTF_8.name());
            message.setSentDate(new Date());
            Transport.send(message);
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new MailException("the mail server did not take a message", e);
        }
    }
}
