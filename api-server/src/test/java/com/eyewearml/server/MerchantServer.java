package com.eyewearml.server;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The whole server, with a mail server that keeps what it sends. */
final class MerchantServer implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("https?://localhost(?::\\d+)?(/\\S+)");
    private static final int MAIL_PATIENCE_MS = 30_000;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final RunningServer server;
    private final int port;

    MerchantServer(Path folder, Map<String, String> overrides) throws IOException {
        mail.start();
        try (ServerSocket probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        Map<String, String> environment = new HashMap<>(Map.of(
                "EYEWEARML_PORT", Integer.toString(port), "EYEWEARML_PUBLIC_URL", url(""),
                "EYEWEARML_SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort(), "EYEWEARML_MAIL_FROM", "try-on@eyewear.example"));
        environment.putAll(overrides);
        server = RunningServer.start(folder, environment);
    }

    RunningServer running() {
        return server;
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** Stops the mail server, as in an outage. */
    void stopMail() {
        mail.stop();
    }

    /** Messages to an address, oldest first, once there are that many. */
    List<MimeMessage> mails(String to, int count) {
        mail.waitForIncomingEmail(MAIL_PATIENCE_MS, 1);
        for (int waits = 0; ; waits++) {
            List<MimeMessage> received = Stream.of(mail.getReceivedMessages()).filter(message -> isTo(message, to)).toList();
            if (received.size() >= count || waits == 300) {
                return received;
            }
            mail.waitForIncomingEmail(100, mail.getReceivedMessages().length + 1);
        }
    }

    private static boolean isTo(MimeMessage message, String to) {
        try {
            return message.getAllRecipients()[0].toString().equals(to);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Path of the link in the latest message to an address. */
    String link(String to, int count) {
        Matcher link = LINK.matcher(GreenMailUtil.getBody(mails(to, count).getLast()));
        if (!link.find()) {
            throw new AssertionError("no link in the message to " + to);
        }
        return link.group(1);
    }

    @Override
    public void close() {
        server.close();
        mail.stop();
    }
}
