package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.outbound.OutboundException;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Credential;
import com.eyewearml.server.platform.EmbeddedAdmin;
import com.eyewearml.server.platform.EmbeddingPolicy;
import com.eyewearml.server.platform.HostedServices;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.PlatformUser;
import com.eyewearml.server.platform.QueryParameters;
import com.eyewearml.server.platform.ReconnectException;
import com.eyewearml.server.platform.TokenRefusedException;
import com.eyewearml.server.security.Secrets;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Where Shopify's admin shows the app, and where its authorization-code grant begins and ends. */
public final class ShopifyRoutes {
    private static final String APP_PATH = "/shopify";
    private static final String CALLBACK_PATH = "/shopify/callback";
    private static final String STATE_COOKIE = "eyewearml-shopify-state";
    private static final Duration STATE_LIFETIME = Duration.ofSeconds(60);
    private static final String BOUNCED = "bounced";
    private static final String APP_BRIDGE = "https://cdn.shopify.com";
    private final PlatformApp app;
    private final HostedServices services;
    private final ShopifyLogin login;
    private final ShopifyInstallation installation;

    /** Installs by means of those services. */
    public ShopifyRoutes(ShopifyEndpoints endpoints, PlatformApp app, ShopifyLogin login, HostedServices services) {
        this.app = app;
        this.services = services;
        this.login = login;
        this.installation = new ShopifyInstallation(endpoints, services);
    }

    /** Addresses as in {@code shopify.app.toml}. */
    public List<Route> routes() {
        return List.of(
                new Route(Method.GET, APP_PATH, new Access.Signed("Shopify, by a session token"), this::open),
                new Route(Method.GET, "/shopify/install", new Access.Signed("Shopify, by hmac"), this::authorise),
                new Route(Method.GET, CALLBACK_PATH, new Access.Signed("Shopify, by hmac, state and code"), this::callback),
                new Route(Method.GET, "/shopify/proxy", new Access.Signed("Shopify's app proxy, by signature"), this::proxy));
    }

    /** The document in the admin's frame: installs the shop where it is not, and goes on with a session of ours. */
    private void open(ServerRequest req, ServerResponse res) {
        QueryParameters query = QueryParameters.of(req);
        Optional<String> named = query.single("shop");
        Optional<ShopDomain> shop = named.flatMap(ShopDomain::parse);
        EmbeddingPolicy.apply(res, shop.map(found -> EmbeddingPolicy.ancestors(Platform.SHOPIFY, found.name())).orElse("'none'"), "'self'");
        if (named.isPresent() && shop.isEmpty()) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "The address names no shop of Shopify.");
        }
        try {
            String token = query.single("id_token").orElseThrow(() -> new TokenRefusedException("there is no session token"));
            SessionTokens.Caller caller = verify(token);
            if (shop.isPresent() && !shop.get().equals(caller.shop())) {
                throw new RequestException(ErrorCode.SIGNATURE_INVALID, "The session token is for another shop.");
            }
            EmbeddingPolicy.apply(res, Platform.SHOPIFY, caller.shop().name());
            Connection connection = connected(caller.shop(), token);
            EmbeddingPolicy.addSession(res, services.sessions().open(
                    services.users().account(connection, new PlatformUser(caller.userId(), "Staff")), Optional.of(connection.shopId())));
            res.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, EmbeddedAdmin.path(services.database(), connection)
                    + "?shop=" + caller.shop().name() + host(query)).send();
        } catch (TokenRefusedException e) {
            bounce(query, shop, res);
        } catch (OutboundException | RetryLaterException | ReconnectException e) {
            html(res, Status.SERVICE_UNAVAILABLE_503, services.pages().message("Shopify does not answer",
                    "Load this page again in a minute.", ""));
        }
    }

    /** Shopify's script wants it in every address. */
    private static String host(QueryParameters query) {
        return query.single("host").filter(host -> host.matches("[A-Za-z0-9_=-]{1,500}")).map(host -> "&host=" + QueryParameters.form(host)).orElse("");
    }

    private SessionTokens.Caller verify(String token) throws TokenRefusedException {
        try {
            return new SessionTokens(app.clientId(), app.secret(), services.clock()).verify(token);
        } catch (TokenRefusedException refused) {
            if (app.secrets().size() == 1) {
                throw refused;
            }
            return new SessionTokens(app.clientId(), app.secrets().getLast(), services.clock()).verify(token);
        }
    }

    private Connection connected(ShopDomain shop, String sessionToken) throws TokenRefusedException {
        Optional<Connection> present = services.connections().ofStore(Platform.SHOPIFY, shop.name())
                .filter(connection -> connection.state() == Connection.State.ACTIVE)
                .filter(connection -> services.credentials().find(connection, Credential.Kind.ACCESS).isPresent());
        return present.isPresent() ? present.get() : installation.install(shop, login.exchange(shop, sessionToken));
    }

    /** Once: where the token that the bounce brought is refused too, something else is wrong. */
    private void bounce(QueryParameters query, Optional<ShopDomain> shop, ServerResponse res) {
        String ancestors = shop.map(found -> EmbeddingPolicy.ancestors(Platform.SHOPIFY, found.name())).orElse("'none'");
        if (query.single("shopify-reload").isPresent()) {
            EmbeddingPolicy.apply(res, ancestors, APP_BRIDGE);
            html(res, Status.OK_200, services.pages().bounce(app.clientId()));
        } else if (shop.isEmpty() || query.single(BOUNCED).isPresent()) {
            html(res, Status.UNAUTHORIZED_401, services.pages().message("Shopify did not confirm who you are",
                    "Close this page and open the app again from Shopify's admin.", ""));
        } else {
            String back = app.url() + APP_PATH + "?shop=" + shop.get().name() + "&" + BOUNCED + "=1";
            res.status(Status.FOUND_302).header(HeaderNames.LOCATION, APP_PATH + "?shop=" + shop.get().name() + "&shopify-reload="
                    + QueryParameters.form(back)).send();
        }
    }

    private void authorise(ServerRequest req, ServerResponse res) {
        ShopDomain shop = ofAdmin(QueryParameters.of(req));
        String state = Secrets.token();
        res.headers().addCookie(SetCookie.builder(STATE_COOKIE, state + "." + signature(state)).path(CALLBACK_PATH).secure(true)
                .httpOnly(true).sameSite(SetCookie.SameSite.LAX).maxAge(STATE_LIFETIME).build());
        res.status(Status.FOUND_302).header(HeaderNames.LOCATION, "https://" + shop.name() + "/admin/oauth/authorize?client_id="
                + QueryParameters.form(app.clientId()) + "&scope=read_products%2Cwrite_app_proxy&redirect_uri="
                + QueryParameters.form(app.url() + CALLBACK_PATH) + "&state=" + state).send();
    }

    private ShopDomain ofAdmin(QueryParameters query) {
        boolean signed = app.secrets().stream().anyMatch(secret -> new ShopifyQuery(secret, services.clock()).isOfAdmin(query));
        return query.single("shop").filter(shop -> signed).flatMap(ShopDomain::parse).orElseThrow(() ->
                new RequestException(ErrorCode.SIGNATURE_INVALID, "Shopify did not sign this address, or more than 90 seconds ago."));
    }

    private String signature(String state) {
        return HexFormat.of().formatHex(Secrets.hmacSha256(app.secret().getBytes(StandardCharsets.UTF_8),
                ("state:" + state).getBytes(StandardCharsets.UTF_8)));
    }

    private void callback(ServerRequest req, ServerResponse res) {
        QueryParameters query = QueryParameters.of(req);
        ShopDomain shop = ofAdmin(query);
        String state = query.single("state").orElse("");
        String cookie = req.headers().cookies().first(STATE_COOKIE).orElse("");
        res.headers().add(HeaderValues.create(HeaderNames.SET_COOKIE, STATE_COOKIE + "=; Path=" + CALLBACK_PATH + "; Max-Age=0; Secure"));
        if (!Secrets.same(state + "." + signature(state), cookie)) {
            throw new RequestException(ErrorCode.SIGNATURE_INVALID, "Begin the installation again, in one browser and without waiting.");
        }
        try {
            installation.install(shop, login.redeem(shop, query.single("code").orElse("")));
            res.status(Status.FOUND_302).header(HeaderNames.LOCATION, "https://" + shop.name() + "/admin/apps/"
                    + QueryParameters.form(app.clientId())).send();
        } catch (TokenRefusedException e) {
            throw new RequestException(ErrorCode.SIGNATURE_INVALID, "Begin the installation again: the shop does not take its code.");
        }
    }

    /** Tells a storefront which shop of ours it is. */
    private void proxy(ServerRequest req, ServerResponse res) {
        QueryParameters query = QueryParameters.of(req);
        boolean signed = app.secrets().stream().anyMatch(secret -> new ShopifyQuery(secret, services.clock()).isOfProxy(query));
        Connection connection = query.single("shop").filter(shop -> signed).flatMap(ShopDomain::parse)
                .flatMap(shop -> services.connections().ofStore(Platform.SHOPIFY, shop.name())).orElseThrow(() ->
                        new RequestException(ErrorCode.SIGNATURE_INVALID, "Shopify's app proxy did not sign this address just now."));
        res.header(HeaderNames.CONTENT_TYPE, "application/json").send(Json.createObjectBuilder()
                .add("shop", EmbeddedAdmin.slug(services.database(), connection)).build().toString());
    }

    private static void html(ServerResponse res, Status status, String page) {
        res.status(status).header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8").send(page);
    }
}
