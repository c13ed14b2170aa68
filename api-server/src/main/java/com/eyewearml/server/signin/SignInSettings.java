package com.eyewearml.server.signin;

import com.eyewearml.server.mail.LogMailer;
import com.eyewearml.server.mail.MailSettings;
import com.eyewearml.server.mail.Mailer;
import com.eyewearml.server.mail.SmtpMailer;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * How people sign in.
 *
 * @param publicUrl where browsers reach the server, without a slash at the end; links in messages begin with it
 * @param mailer    sends these messages; empty where the server sends none
 */
public record SignInSettings(Optional<String> publicUrl, Optional<Mailer> mailer) {
    private static final String URL_VARIABLE = "EYEWEARML_PUBLIC_URL";
    /** Set to {@code true} by developers: messages are written to the log, with the links in them. */
    private static final String LOG_VARIABLE = "EYEWEARML_MAIL_TO_LOG";

    /** @throws IllegalArgumentException naming the variable that cannot be used and what it should look like */
    public static SignInSettings from(Map<String, String> environment) {
        Optional<String> url = Optional.of(environment.getOrDefault(URL_VARIABLE, "")).filter(text -> !text.isEmpty()).map(SignInSettings::origin);
        Optional<MailSettings> mail = MailSettings.from(environment);
        if (mail.isPresent() && url.isEmpty()) {
            throw new IllegalArgumentException(URL_VARIABLE + " must be set with " + MailSettings.URL_VARIABLE
                    + ": links in messages begin with it, like https://app.example.com");
        }
        Optional<Mailer> mailer = mail.<Mailer>map(SmtpMailer::new)
                .or(() -> Boolean.parseBoolean(environment.get(LOG_VARIABLE)) ? Optional.of(new LogMailer()) : Optional.empty());
        return new SignInSettings(url, mailer);
    }

    private static String origin(String text) {
        try {
            URI url = new URI(text);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return text.replaceAll("/+$", "");
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(URL_VARIABLE + " is no address: write it like https://app.example.com", e);
        }
        throw new IllegalArgumentException(URL_VARIABLE + " is no address: write it like https://app.example.com");
    }

    /** What links begin with. Without a public address only a developer's log shows them, and the request's own host will do. */
    String base(ServerRequest req) {
        return publicUrl.orElseGet(() -> "http://" + req.authority());
    }
}
