package com.eyewearml.server.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mail server that messages are sent through.
 *
 * @param tls      whether the connection begins with TLS ({@code smtps}); else STARTTLS follows
 * @param host     its name
 * @param port     where it listens
 * @param user     who sends, where it asks
 * @param password of that user
 * @param from     address messages come from
 */
public record MailSettings(boolean tls, String host, int port, Optional<String> user, String password, String from) {
    /** Names the server: {@code smtps://user:password@mail.example.com}. */
    public static final String URL_VARIABLE = "EYEWEARML_SMTP_URL";
    /** Names the address that messages come from. */
    public static final String FROM_VARIABLE = "EYEWEARML_MAIL_FROM";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    /**
     * Reads the settings; empty where no server is named.
     *
     * @throws IllegalArgumentException naming the variable that cannot be used; it does not repeat the password
     */
    public static Optional<MailSettings> from(Map<String, String> environment) {
        String url = environment.getOrDefault(URL_VARIABLE, "");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String from = environment.getOrDefault(FROM_VARIABLE, "");
        if (!from.matches("[^@\\s]+@[^@\\s]+")) {
            throw new IllegalArgumentException(FROM_VARIABLE + " must be the address that messages come from, like eyewearml@example.com");
        }
        URI address = parse(url);
        boolean tls = "smtps".equals(address.getScheme());
        String[] user = address.getRawUserInfo() == null ? new String[0] : address.getRawUserInfo().split(":", 2);
        int port = address.getPort() != -1 ? address.getPort() : tls ? SUBMISSIONS : SUBMISSION;
        return Optional.of(new MailSettings(tls, address.getHost(), port, user.length == 0 ? Optional.empty() : Optional.of(decode(user[0])),
                user.length < 2 ? "" : decode(user[1]), from));
    }

    private static URI parse(String url) {
        try {
            URI address = new URI(url);
            if (Set.of("smtp", "smtps").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(malformed());
        }
        throw new IllegalArgumentException(malformed());
    }

    private static String malformed() {
        return URL_VARIABLE + " must look like smtps://user:password@mail.example.com or smtp://user:password@mail.example.com:587, "
                + "other characters than letters and digits of user and password percent-encoded";
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whether the connection never leaves this machine. */
    boolean onThisMachine() {
        return THIS_MACHINE.contains(host);
    }

    /** Does not tell the password. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
