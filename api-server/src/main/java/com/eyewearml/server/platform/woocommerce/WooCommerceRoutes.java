package com.eyewearml.server.platform.woocommerce;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Principal;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.outbound.HostRefusedException;
import com.eyewearml.server.outbound.OutboundException;
import com.eyewearml.server.outbound.StoreOrigin;
import com.eyewearml.server.platform.EmbeddedAdmin;
import com.eyewearml.server.platform.EmbeddingPolicy;
import com.eyewearml.server.platform.HostedServices;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.QueryParameters;
import com.eyewearml.server.platform.ReconnectException;
import com.eyewearml.server.security.Secrets;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;

/** Where a merchant connects a store of WooCommerce, where the store posts its key, and where its page sends the merchant back. */
public final class WooCommerceRoutes {
    private static final String BROWSER_COOKIE = "eyewearml-installation";
    private static final String REFRESH = "Refresh";
    private final HostedServices services;
    private final WooCommerceInstallation installation;

    /** @param publicUrl where stores and browsers reach us */
    public WooCommerceRoutes(WooCommerceEndpoints endpoints, URI publicUrl, HostedServices services) {
        this.services = services;
        this.installation = new WooCommerceInstallation(endpoints, publicUrl, services);
    }

    /** The form field {@code store} of the first is the store's address. */
    public List<Route> routes() {
        return List.of(
                new Route(Method.POST, "/admin/{shop}/connections/woocommerce", new Access.Member(Permission.MANAGE_CONNECTIONS), this::begin),
                new Route(Method.POST, WooCommerceInstallation.CALLBACK_PATH,
                        new Access.Signed("nobody: a single-use nonce names the installation, and the key is proven before it is used"), this::take),
                new Route(Method.GET, WooCommerceInstallation.RETURN_PATH,
                        new Access.Signed("the browser that began, by cookie and single-use nonce"), this::complete));
    }

    /** A page of ours goes on to the store by itself: as an answer to a form, browsers would not follow to another site. */
    private void begin(ServerRequest req, ServerResponse res) {
        Principal principal = req.context().get(Principal.class).orElseThrow();
        StoreOrigin store = store(req.context().get(Parameters.class).orElseGet(() -> req.content().as(Parameters.class)));
        String browser = Secrets.token();
        URI address = installation.begin(principal.shop().id(), store, browser);
        res.headers().addCookie(SetCookie.builder(BROWSER_COOKIE, browser).path(WooCommerceInstallation.RETURN_PATH).secure(true).httpOnly(true)
                .sameSite(SetCookie.SameSite.LAX).maxAge(WooCommerceInstallation.LIFETIME).build());
        res.header(HeaderNames.create(REFRESH), "0; url=" + address);
        page(res, Status.OK_200, "Connecting " + store.host(), "Your store asks whether EyewearML may read its products. Approve it there.",
                address.toString(), "Go to your store");
    }

    private static StoreOrigin store(Parameters form) {
        try {
            return StoreOrigin.parse(form.first("store").orElse(""));
        } catch (HostRefusedException e) {
            throw new RequestException(ErrorCode.BAD_REQUEST, e.getMessage());
        }
    }

    private void take(ServerRequest req, ServerResponse res) {
        byte[] body = req.content().hasEntity() ? req.content().as(byte[].class) : new byte[0];
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonObject posted = reader.readObject();
            installation.take(posted);
        } catch (JsonException e) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "The body is no JSON object.");
        }
        // WooCommerce takes 200 for a yes and deletes the key at anything else.
        res.send();
    }

    private void complete(ServerRequest req, ServerResponse res) {
        QueryParameters query = QueryParameters.of(req);
        if ("0".equals(query.single("success").orElse(""))) {
            page(res, Status.OK_200, "The store was not connected", "Access was declined in your store. Nothing has changed.", "", "");
            return;
        }
        String browser = req.headers().cookies().first(BROWSER_COOKIE).orElse("");
        try {
            answer(res, installation.complete(query.single("user_id").orElse(""), browser));
        } catch (ReconnectException e) {
            page(res, Status.BAD_GATEWAY_502, "Your store does not take its own key", "It gave us a key and then refused it. A security plugin "
                    + "or the web host may remove the header Authorization: allow it for /wp-json/wc/v3, then connect again.", "", "");
        } catch (OutboundException | RetryLaterException e) {
            page(res, Status.SERVICE_UNAVAILABLE_503, "Your store does not answer",
                    "We could not reach its interface at /wp-json/wc/v3. Load this page again in a minute.", "", "");
        }
    }

    private void answer(ServerResponse res, WooCommerceInstallation.Outcome outcome) {
        switch (outcome) {
            case WooCommerceInstallation.Outcome.Installed installed -> res.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION,
                    EmbeddedAdmin.path(services.database(), installed.connection())).send();
            case WooCommerceInstallation.Outcome.Waiting _ -> {
                res.header(HeaderNames.create(REFRESH), "2");
                page(res, Status.ACCEPTED_202, "Waiting for your store", "Its server has yet to send us the key. This page looks again by itself.",
                        "", "");
            }
            case WooCommerceInstallation.Outcome.Unknown _ -> page(res, Status.UNAUTHORIZED_401, "This installation is not under way",
                    "It was begun in another browser, more than 15 minutes ago, or is complete. Look at your connections, or begin again.", "", "");
        }
    }

    private void page(ServerResponse res, Status status, String title, String explanation, String next, String linkText) {
        EmbeddingPolicy.apply(res, Platform.WOOCOMMERCE, "");
        res.status(status).header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .send(services.pages().message(title, explanation, next, linkText));
    }
}
