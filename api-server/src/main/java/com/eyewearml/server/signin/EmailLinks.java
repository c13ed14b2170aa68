package com.eyewearml.server.signin;

import com.eyewearml.server.auth.Accounts;
import com.eyewearml.server.auth.Ticket;
import com.eyewearml.server.auth.Tickets;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.mail.Mail;
import com.eyewearml.server.mail.MailException;
import com.eyewearml.server.mail.Mailer;
import io.helidon.webserver.http.ServerRequest;
import jakarta.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links sent by e-mail. Every address gets one, whether it has an account or not: neither the answer nor its time tells which. Opening a
 * link shows a page; only its button uses the link up, since mail filters open links too.
 */
public final class EmailLinks {
    static final Duration LIFETIME = Duration.ofMinutes(30);
    static final String NEXT = "next";
    private static final Logger LOG = LoggerFactory.getLogger(EmailLinks.class);
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\"(),:;\\[\\]\\\\]{1,64}@[^@\\s<>\"(),:;\\[\\]\\\\]+\\.[^@\\s<>\"(),:;\\[\\]\\\\.]{2,}");
    private static final int LONGEST = 254;
    private final Tickets tickets;
    private final SignInSettings settings;

    /** Sends by that mailer. */
    public EmailLinks(Tickets tickets, SignInSettings settings) {
        this.tickets = tickets;
        this.settings = settings;
    }

    /** Whether this looks like an e-mail address. */
    public static boolean isAddress(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }

    /** Whether the server sends messages at all. */
    public boolean available() {
        return settings.mailer().isPresent();
    }

    /** Sends a link that signs in, and goes on to {@code next} from there. */
    void sendSignIn(ServerRequest req, String email, String next) {
        String secret = tickets.issue(ticket(Ticket.Purpose.SIGN_IN, email, next), Optional.empty(), LIFETIME);
        send(new Mail(email, "Sign in to EyewearML", """
                Open this link to sign in to EyewearML. It works once, for 30 minutes:

                %s

                If you did not ask for it, delete this message: nothing happens without the link.
                """.formatted(settings.base(req) + "/sign-in/link?ticket=" + secret)));
    }

    /** Sends a link that sets a new password. */
    void sendPassword(ServerRequest req, String email) {
        String secret = tickets.issue(ticket(Ticket.Purpose.PASSWORD, email, ""), Optional.empty(), LIFETIME);
        send(new Mail(email, "Set a new password for EyewearML", """
                Open this link to choose a new password for EyewearML. It works once, for 30 minutes:

                %s

                If you did not ask for it, delete this message: your password stays as it is.
                """.formatted(settings.base(req) + "/new-password?ticket=" + secret)));
    }

    /** Sends an invitation into a shop. */
    public void sendInvitation(ServerRequest req, String email, String shopName, String secret) {
        send(new Mail(email, "You are invited to " + oneLine(shopName) + " on EyewearML", """
                You are invited to work on the virtual try-on of %s. Open this link within seven days to join:

                %s

                If you do not know this shop, delete this message.
                """.formatted(oneLine(shopName), settings.base(req) + "/invitation?ticket=" + secret)));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static Ticket ticket(Ticket.Purpose purpose, String email, String next) {
        return new Ticket(purpose, Accounts.normalised(email), Optional.empty(), Json.createObjectBuilder().add(NEXT, next).build());
    }

    private void send(Mail mail) {
        Mailer mailer = settings.mailer().orElseThrow(() -> new RequestException(ErrorCode.UNAVAILABLE,
                "This server sends no e-mail. Whoever runs it sets that up with EYEWEARML_SMTP_URL."));
        try {
            mailer.send(mail);
        } catch (MailException e) {
            LOG.warn("a message could not be sent: {}", String.valueOf(e.getCause().getMessage()).lines().findFirst().orElse(""));
            throw new RequestException(ErrorCode.UNAVAILABLE, "The message could not be sent at the moment. Try again in a minute.");
        }
    }
}
