package com.eyewearml.server.signin;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Account;
import com.eyewearml.server.auth.Passkeys;
import com.eyewearml.server.auth.Session;
import com.eyewearml.server.auth.Sessions;
import com.eyewearml.server.forms.Form;
import com.eyewearml.server.http.RequestException;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody's own account: name, password, and where they are signed in. */
public final class AccountRoutes {
    private static final Access SIGNED_IN = new Access.SignedIn();
    private static final Status UNPROCESSABLE = Status.create(422);
    private static final int LONGEST_NAME = 200;
    private final SignInServices services;
    private final Passkeys passkeys;
    private final SignInPages pages = new SignInPages();
    private final Attempts attempts;

    /** Changes accounts by means of those services. */
    public AccountRoutes(SignInServices services, Passkeys passkeys) {
        this.services = services;
        this.passkeys = passkeys;
        this.attempts = new Attempts(services.limiter());
    }

    /** Addresses of one's account. */
    public List<Route> routes() {
        return List.of(
                new Route(Method.GET, "/account", SIGNED_IN, this::show),
                new Route(Method.POST, "/account/name", SIGNED_IN, this::rename),
                new Route(Method.POST, "/account/password", SIGNED_IN, this::setPassword),
                new Route(Method.POST, "/account/sessions/end", SIGNED_IN, this::endSessions));
    }

    private static Session session(ServerRequest req) {
        return req.context().get(Session.class).orElseThrow();
    }

    private Account account(ServerRequest req) {
        return services.accounts().find(session(req).accountId()).orElseThrow();
    }

    private void show(ServerRequest req, ServerResponse res) {
        String notice = switch (req.query().first("done").orElse("")) {
            case "name" -> "Your name is saved.";
            case "password" -> "Your password is set. Other devices were signed out.";
            case "sessions" -> "Signed out there.";
            case "passkey" -> "The passkey is removed.";
            case "passkey-added" -> "The passkey is added. Use it the next time you sign in.";
            default -> "";
        };
        Answers.page(res, Status.OK_200, page(req, Form.of(Map.of("displayName", account(req).displayName())), notice));
    }

    private String page(ServerRequest req, Form form, String notice) {
        Session session = session(req);
        return pages.form("account", session.csrfToken(), form, Map.of("account", account(req),
                "hasPassword", services.accounts().hasPassword(session.accountId()),
                "sessions", services.sessions().list(session.accountId()), "currentSession", currentSession(req),
                "passkeys", passkeys.list(session.accountId()), "notice", notice));
    }

    private static String currentSession(ServerRequest req) {
        return SessionCookie.read(req).map(Sessions::idOf).orElse("");
    }

    private void rename(ServerRequest req, ServerResponse res) {
        Form form = Form.of(req);
        String name = form.value("displayName");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            form.reject("displayName", "A name has 1 to " + LONGEST_NAME + " characters.");
            Answers.page(res, UNPROCESSABLE, page(req, form, ""));
            return;
        }
        services.accounts().rename(session(req).accountId(), name);
        Answers.seeOther(res, "/account?done=name");
    }

    private void setPassword(ServerRequest req, ServerResponse res) {
        Form form = Form.of(req);
        Account account = account(req);
        UUID id = account.id();
        if (account.email().isEmpty()) {
            form.reject("password", "Passwords go with e-mail addresses; you sign in through your shop platform.");
        } else {
            checkCurrent(req, form, account);
        }
        PasswordRoutes.checkPassword(form, "password");
        if (!form.valid()) {
            Answers.page(res, UNPROCESSABLE, page(req, Form.withErrors(Map.of("displayName", account.displayName()), form), ""));
            return;
        }
        services.accounts().setPassword(id, form.raw("password"));
        services.sessions().endOthers(id, currentSession(req));
        Answers.seeOther(res, "/account?done=password");
    }

    private void checkCurrent(ServerRequest req, Form form, Account account) {
        if (!services.accounts().hasPassword(account.id())) {
            return;
        }
        String email = account.email().orElseThrow();
        try {
            attempts.requirePassword(req, email);
        } catch (RequestException e) {
            form.reject("current", e.getMessage());
            return;
        }
        if (services.accounts().signIn(email, form.raw("current")).isEmpty()) {
            form.reject("current", "This is not your present password.");
        }
    }

    private void endSessions(ServerRequest req, ServerResponse res) {
        UUID account = session(req).accountId();
        String named = Form.of(req).raw("session");
        if (named.isEmpty()) {
            services.sessions().endOthers(account, currentSession(req));
        } else {
            services.sessions().end(account, named);
        }
        Answers.seeOther(res, "/account?done=sessions");
    }
}
