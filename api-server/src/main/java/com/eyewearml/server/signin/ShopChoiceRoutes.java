package com.eyewearml.server.signin;

import static com.eyewearml.db.schema.Tables.SHOP;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Session;
import com.eyewearml.server.auth.Ticket;
import com.eyewearml.server.forms.Form;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Choosing and making shops, and joining one by invitation. */
public final class ShopChoiceRoutes {
    private static final Access INVITED = new Access.Open("whoever is invited may have no account yet; the link is the proof");
    private static final Status UNPROCESSABLE = Status.create(422);
    private static final int LONGEST_NAME = 100;
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP", "CHF", "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "HKD", "HUF",
            "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "RON", "SEK", "SGD", "TRY", "ZAR");
    private final SignInServices services;
    private final ShopChoice shops;
    private final SignInPages pages = new SignInPages();
    private final Attempts attempts;

    /** Makes shops by means of those services. */
    public ShopChoiceRoutes(SignInServices services, ShopChoice shops) {
        this.services = services;
        this.shops = shops;
        this.attempts = new Attempts(services.limiter());
    }

    /** Addresses of choosing a shop and of invitations. */
    public List<Route> routes() {
        return List.of(
                new Route(Method.GET, "/shops", new Access.SignedIn(), this::choose),
                new Route(Method.POST, "/shops", new Access.SignedIn(), this::create),
                new Route(Method.GET, "/invitation", INVITED, this::showInvitation),
                new Route(Method.POST, "/invitation", INVITED, this::accept));
    }

    private static Session session(ServerRequest req) {
        return req.context().get(Session.class).orElseThrow();
    }

    private void choose(ServerRequest req, ServerResponse res) {
        List<MemberShop> all = shops.of(session(req).accountId());
        if (all.size() == 1 && !req.query().contains("all")) {
            Answers.seeOther(res, "/admin/" + all.getFirst().slug());
            return;
        }
        Answers.page(res, Status.OK_200, page(req, all, Form.empty()));
    }

    private String page(ServerRequest req, List<MemberShop> all, Form form) {
        return pages.form("shops", session(req).csrfToken(), form, Map.of("shops", all, "currencies", CURRENCIES));
    }

    private void create(ServerRequest req, ServerResponse res) {
        Form form = Form.of(req);
        String name = form.value("name");
        if (name.isEmpty()) {
            form.reject("name", "Type the shop's name, as your customers know it.");
        } else if (name.length() > LONGEST_NAME) {
            form.reject("name", "A shop's name has at most " + LONGEST_NAME + " characters; this one has " + name.length() + ".");
        }
        if (!CURRENCIES.contains(form.value("currency"))) {
            form.reject("currency", "Choose one of the currencies in the list.");
        }
        UUID account = session(req).accountId();
        if (form.valid()) {
            Answers.seeOther(res, "/admin/" + shops.create(account, name, form.value("currency")));
        } else {
            Answers.page(res, UNPROCESSABLE, page(req, shops.of(account), form));
        }
    }

    private void showInvitation(ServerRequest req, ServerResponse res) {
        String secret = req.query().first("ticket").orElse("");
        Optional<Ticket> invitation = services.tickets().find(secret, Ticket.Purpose.INVITATION, Optional.empty());
        if (invitation.isEmpty()) {
            gone(res);
            return;
        }
        UUID shopId = invitation.get().shopId().orElseThrow();
        String shopName = services.database().inShop(shopId,
                db -> db.select(SHOP.NAME).from(SHOP).where(SHOP.ID.eq(shopId)).fetchSingle(SHOP.NAME));
        Answers.page(res, Status.OK_200, pages.form("invitation", FormToken.of(req, res), Form.empty(), Map.of("ticket", secret,
                "email", invitation.get().subject(), "shopName", shopName,
                "role", Role.valueOf(invitation.get().details().getString("role")).label())));
    }

    private void gone(ServerResponse res) {
        Answers.page(res, Status.GONE_410, pages.message("This invitation has ended",
                "It was used, taken back, or is older than seven days. Ask whoever invited you for another one.", "/sign-in", "Sign in"));
    }

    /** The link was sent to the invited address only, so whoever brings it owns the address and is signed in with it. */
    private void accept(ServerRequest req, ServerResponse res) {
        Form form = FormToken.form(req);
        attempts.requireTry(req);
        Optional<Ticket> invitation = services.tickets().redeem(form.raw("ticket"), Ticket.Purpose.INVITATION, Optional.empty());
        if (invitation.isEmpty()) {
            gone(res);
            return;
        }
        UUID account = services.accounts().ofVerifiedEmail(invitation.get().subject()).id();
        services.team().join(invitation.get(), account);
        SessionCookie.read(req).ifPresent(services.sessions()::close);
        SessionCookie.set(res, services.sessions().open(account, Optional.empty(), Devices.of(req)));
        UUID shopId = invitation.get().shopId().orElseThrow();
        Answers.seeOther(res, "/admin/" + services.database().inShop(shopId,
                db -> db.select(SHOP.SLUG).from(SHOP).where(SHOP.ID.eq(shopId)).fetchSingle(SHOP.SLUG)));
    }
}
