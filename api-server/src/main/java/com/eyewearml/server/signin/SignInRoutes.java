package com.eyewearml.server.signin;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Account;
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
import java.util.UUID;

/** Signing in by password or by a link, signing up, signing out. */
public final class SignInRoutes {
    private static final Access OPEN = new Access.Open("whoever signs in is nobody yet");
    private static final Status UNPROCESSABLE = Status.create(422);
    private final SignInServices services;
    private final SignInPages pages = new SignInPages();
    private final Attempts attempts;

    /** Signs in by means of those services. */
    public SignInRoutes(SignInServices services) {
        this.services = services;
        this.attempts = new Attempts(services.limiter());
    }

    /** Addresses of signing in. */
    public List<Route> routes() {
        return List.of(
                new Route(Method.GET, "/sign-in", OPEN, (req, res) -> Answers.page(res, Status.OK_200,
                        signInPage(req, res, Form.empty(), next(req), ""))),
                new Route(Method.POST, "/sign-in", OPEN, this::signIn),
                new Route(Method.GET, "/sign-up", OPEN, (req, res) -> Answers.page(res, Status.OK_200, signUpPage(req, res, Form.empty()))),
                new Route(Method.POST, "/sign-up", OPEN, (req, res) -> sendLink(req, res, this::signUpPage)),
                new Route(Method.POST, "/sign-in/link", OPEN, (req, res) -> sendLink(req, res,
                        (request, response, form) -> signInPage(request, response, form, NextPage.of(form.value("next")), ""))),
                new Route(Method.GET, "/sign-in/link", OPEN, this::showLink),
                new Route(Method.POST, "/sign-in/link/open", OPEN, this::openLink),
                new Route(Method.POST, "/sign-out", new Access.SignedIn(), this::signOut));
    }

    private interface Page {
        String of(ServerRequest req, ServerResponse res, Form form);
    }

    private static String next(ServerRequest req) {
        return NextPage.of(req.query().first("next").orElse(""));
    }

    /** The page on which somebody signs in, with what they typed. */
    String signInPage(ServerRequest req, ServerResponse res, Form form, String next, String notice) {
        return pages.form("sign-in", FormToken.of(req, res), form, Map.of("next", next, "notice", notice));
    }

    private String signUpPage(ServerRequest req, ServerResponse res, Form form) {
        return pages.form("email", FormToken.of(req, res), form, Map.of("title", "Create an account",
                "explanation", "We send you a link. Opening it proves that the address is yours, and signs you in.",
                "action", "/sign-up", "button", "Send me the link", "next", NextPage.SHOPS));
    }

    private void signIn(ServerRequest req, ServerResponse res) {
        Form form = FormToken.form(req);
        String next = NextPage.of(form.value("next"));
        String email = form.value("email");
        if (!EmailLinks.isAddress(email)) {
            form.reject("email", "Type your whole e-mail address, like name@shop.example.");
        }
        if (form.raw("password").isEmpty()) {
            form.reject("password", "Type your password, or have a link e-mailed to you.");
        }
        if (form.valid()) {
            Optional<Account> account = limited(form, () -> attempts.requirePassword(req, email))
                    ? services.accounts().signIn(email, form.raw("password")) : Optional.empty();
            if (account.isPresent()) {
                open(req, res, account.get().id(), next);
                return;
            }
            form.reject("password", "Address and password do not belong together. Check both, or have a link e-mailed to you.");
        }
        Answers.page(res, UNPROCESSABLE, signInPage(req, res, form, next, ""));
    }

    private static boolean limited(Form form, Runnable check) {
        try {
            check.run();
            return true;
        } catch (RequestException e) {
            form.reject("email", e.getMessage());
            return false;
        }
    }

    private void sendLink(ServerRequest req, ServerResponse res, Page page) {
        Form form = FormToken.form(req);
        String email = form.value("email");
        if (!EmailLinks.isAddress(email)) {
            form.reject("email", "Type your whole e-mail address, like name@shop.example.");
        }
        if (form.valid() && limited(form, () -> {
            attempts.requireMessage(req, email);
            services.links().sendSignIn(req, email, NextPage.of(form.value("next")));
        })) {
            Answers.page(res, Status.OK_200, pages.message("Check your mail", "A link is on its way to " + email
                    + ". It works once, for 30 minutes. Nothing there? Look among unwanted mail, or send it again.", "", ""));
            return;
        }
        Answers.page(res, UNPROCESSABLE, page.of(req, res, form));
    }

    private void showLink(ServerRequest req, ServerResponse res) {
        String secret = req.query().first("ticket").orElse("");
        Optional<Ticket> ticket = services.tickets().find(secret, Ticket.Purpose.SIGN_IN, Optional.empty());
        if (ticket.isEmpty()) {
            Answers.page(res, Status.GONE_410, used());
            return;
        }
        Answers.page(res, Status.OK_200, pages.form("open-link", FormToken.of(req, res), Form.empty(),
                Map.of("ticket", secret, "email", ticket.get().subject())));
    }

    private String used() {
        return pages.message("This link has been used, or is too old", "Links work once, for 30 minutes. Have another one sent.",
                "/sign-in", "Sign in");
    }

    private void openLink(ServerRequest req, ServerResponse res) {
        Form form = FormToken.form(req);
        attempts.requireTry(req);
        Optional<Ticket> ticket = services.tickets().redeem(form.raw("ticket"), Ticket.Purpose.SIGN_IN, Optional.empty());
        if (ticket.isEmpty()) {
            Answers.page(res, Status.GONE_410, used());
            return;
        }
        open(req, res, services.accounts().ofVerifiedEmail(ticket.get().subject()).id(),
                NextPage.of(ticket.get().details().getString(EmailLinks.NEXT, "")));
    }

    /** Opens a session that this browser did not have before, so that nobody can have planted it. */
    private void open(ServerRequest req, ServerResponse res, UUID accountId, String next) {
        SessionCookie.read(req).ifPresent(services.sessions()::close);
        SessionCookie.set(res, services.sessions().open(accountId, Optional.empty(), Devices.of(req)));
        Answers.seeOther(res, next);
    }

    private void signOut(ServerRequest req, ServerResponse res) {
        SessionCookie.read(req).ifPresent(services.sessions()::close);
        SessionCookie.clear(res);
        Answers.seeOther(res, "/sign-in");
    }
}
