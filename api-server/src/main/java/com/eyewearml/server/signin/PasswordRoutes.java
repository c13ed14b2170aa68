package com.eyewearml.server.signin;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Account;
import com.eyewearml.server.auth.Passwords;
import com.eyewearml.server.auth.Ticket;
import com.eyewearml.server.forms.Form;
import com.eyewearml.server.http.RequestException;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A forgotten password: a link by e-mail, then a new one. */
public final class PasswordRoutes {
    private static final Access OPEN = new Access.Open("whoever forgot the password cannot sign in");
    private static final Status UNPROCESSABLE = Status.create(422);
    private final SignInServices services;
    private final SignInPages pages = new SignInPages();
    private final Attempts attempts;

    /** Sets passwords by means of those services. */
    public PasswordRoutes(SignInServices services) {
        this.services = services;
        this.attempts = new Attempts(services.limiter());
    }

    /** Addresses of forgetting a password. */
    public List<Route> routes() {
        return List.of(
                new Route(Method.GET, "/forgotten-password", OPEN, (req, res) ->
                        Answers.page(res, Status.OK_200, askPage(req, res, Form.empty()))),
                new Route(Method.POST, "/forgotten-password", OPEN, this::send),
                new Route(Method.GET, "/new-password", OPEN, this::show),
                new Route(Method.POST, "/new-password", OPEN, this::set));
    }

    private String askPage(ServerRequest req, ServerResponse res, Form form) {
        return pages.form("email", FormToken.of(req, res), form, Map.of("title", "Forgotten password",
                "explanation", "We send you a link that lets you choose a new one.",
                "action", "/forgotten-password", "button", "Send me the link", "next", NextPage.SHOPS));
    }

    private void send(ServerRequest req, ServerResponse res) {
        Form form = FormToken.form(req);
        String email = form.value("email");
        if (!EmailLinks.isAddress(email)) {
            form.reject("email", "Type your whole e-mail address, like name@shop.example.");
        }
        if (form.valid()) {
            try {
                attempts.requireMessage(req, email);
                services.links().sendPassword(req, email);
                Answers.page(res, Status.OK_200, pages.message("Check your mail", "A link is on its way to " + email
                        + ". It works once, for 30 minutes.", "", ""));
                return;
            } catch (RequestException e) {
                form.reject("email", e.getMessage());
            }
        }
        Answers.page(res, UNPROCESSABLE, askPage(req, res, form));
    }

    private void show(ServerRequest req, ServerResponse res) {
        String secret = req.query().first("ticket").orElse("");
        Optional<Ticket> ticket = services.tickets().find(secret, Ticket.Purpose.PASSWORD, Optional.empty());
        if (ticket.isEmpty()) {
            gone(res);
            return;
        }
        Answers.page(res, Status.OK_200, page(req, res, Form.empty(), secret, ticket.get()));
    }

    private String page(ServerRequest req, ServerResponse res, Form form, String secret, Ticket ticket) {
        return pages.form("new-password", FormToken.of(req, res), form, Map.of("ticket", secret, "email", ticket.subject()));
    }

    private void gone(ServerResponse res) {
        Answers.page(res, Status.GONE_410, pages.message("This link has been used, or is too old",
                "Links work once, for 30 minutes. Have another one sent.", "/forgotten-password", "Send another link"));
    }

    private void set(ServerRequest req, ServerResponse res) {
        Form form = FormToken.form(req);
        attempts.requireTry(req);
        String secret = form.raw("ticket");
        Optional<Ticket> shown = services.tickets().find(secret, Ticket.Purpose.PASSWORD, Optional.empty());
        if (shown.isEmpty()) {
            gone(res);
            return;
        }
        checkPassword(form, "password");
        if (!form.valid()) {
            Answers.page(res, UNPROCESSABLE, page(req, res, form, secret, shown.get()));
            return;
        }
        Optional<Ticket> redeemed = services.tickets().redeem(secret, Ticket.Purpose.PASSWORD, Optional.empty());
        if (redeemed.isEmpty()) {
            gone(res);
            return;
        }
        Account account = services.accounts().ofVerifiedEmail(redeemed.get().subject());
        services.accounts().setPassword(account.id(), form.raw("password"));
        services.sessions().closeAll(account.id());
        SessionCookie.set(res, services.sessions().open(account.id(), Optional.empty(), Devices.of(req)));
        Answers.seeOther(res, NextPage.SHOPS);
    }

    /** Says what is wrong with a new password. */
    static void checkPassword(Form form, String field) {
        int length = form.raw(field).length();
        if (length < Passwords.MIN_LENGTH) {
            form.reject(field, "A password has at least " + Passwords.MIN_LENGTH + " characters; this one has " + length + ".");
        } else if (length > Passwords.MAX_LENGTH) {
            form.reject(field, "A password has at most " + Passwords.MAX_LENGTH + " characters; this one has " + length + ".");
        }
    }
}
