package com.eyewearml.server.platform.woocommerce;

import com.eyewearml.server.auth.Ticket;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.outbound.OutboundResponse;
import com.eyewearml.server.outbound.StoreOrigin;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Credential;
import com.eyewearml.server.platform.HostedServices;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.QueryParameters;
import com.eyewearml.server.platform.ReconnectException;
import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.platform.StoreGrant;
import com.eyewearml.server.platform.StoreTaken;
import com.eyewearml.server.security.Secrets;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The hand-over of a key by {@code wc-auth}: the merchant is sent to the store, whose server posts a key to us and whose page sends the
 * merchant back. The key is kept sealed until that very browser returns, and is then proven by using it.
 */
final class WooCommerceInstallation {
    static final String RETURN_PATH = "/woocommerce/return";
    static final String CALLBACK_PATH = "/woocommerce/callback";
    static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int WEBHOOK_SECRET_BYTES = 24;
    private final WooCommerceEndpoints endpoints;
    private final URI publicUrl;
    private final HostedServices services;
    private final StoreApi api;

    WooCommerceInstallation(WooCommerceEndpoints endpoints, URI publicUrl, HostedServices services) {
        this.endpoints = endpoints;
        this.publicUrl = publicUrl;
        this.services = services;
        this.api = new StoreApi(services.outbound());
    }

    /**
     * Begins for a shop of a merchant who may manage its connections.
     *
     * @param browser cookie of the merchant's browser
     * @return where the merchant grants access
     */
    URI begin(UUID shopId, StoreOrigin store, String browser) {
        StoreTaken.refuseOther(services.connections(), Platform.WOOCOMMERCE, store, shopId);
        String ticket = services.tickets().issue(new Ticket(Ticket.Purpose.INSTALLATION, store.toString(), Optional.of(shopId),
                JsonValue.EMPTY_JSON_OBJECT), Optional.of(browser), LIFETIME);
        return URI.create(store + "/wc-auth/v1/authorize?app_name=EyewearML&scope=read_write&user_id=" + nonce(ticket)
                + "&return_url=" + QueryParameters.rfc3986(publicUrl + RETURN_PATH)
                + "&callback_url=" + QueryParameters.rfc3986(publicUrl + CALLBACK_PATH));
    }

    /** The store leaves letters and digits alone; a ticket holds other characters too. */
    private static String nonce(String ticket) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(ticket));
    }

    private static Optional<String> ticket(String nonce) {
        return Optional.of(nonce).filter(text -> text.matches("[0-9a-f]{64}"))
                .map(text -> Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(text)));
    }

    /**
     * Takes a key that a store's server posted. Nobody signed it, and the store waits for our answer: it is only kept.
     *
     * @throws RequestException where it is not for an installation under way, or the second one
     */
    void take(JsonObject posted) {
        WooCommerceKey key = new WooCommerceKey(posted.getString("consumer_key", ""), posted.getString("consumer_secret", ""));
        if (!key.isWellFormed() || !"read_write".equals(posted.getString("key_permissions", ""))) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "This is no key that reads and writes.");
        }
        JsonObject secret = Json.createObjectBuilder().add("key", key.text()).build();
        boolean taken = ticket(text(posted.get("user_id"))).map(ticket -> services.tickets().fill(ticket, Ticket.Purpose.INSTALLATION,
                services.sealed().seal(ticket, secret))).orElse(false);
        if (!taken) {
            throw new RequestException(ErrorCode.SIGNATURE_INVALID, "No installation waits for this key. Begin it again.");
        }
    }

    private static String text(JsonValue value) {
        return value == null ? "" : value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** How far the installation is for which a browser returned. */
    sealed interface Outcome {
        /** Done. */
        record Installed(Connection connection) implements Outcome { }

        /** The store's server has not posted the key yet. */
        record Waiting() implements Outcome { }

        /** There is none, it is too old, or another browser's. */
        record Unknown() implements Outcome { }
    }

    /**
     * Ends an installation.
     *
     * @throws ReconnectException where the store does not take the key it posted
     * @throws com.eyewearml.server.jobs.RetryLaterException or OutboundException where it does not answer
     */
    Outcome complete(String nonce, String browser) {
        Optional<String> secret = ticket(nonce);
        Optional<Ticket> ticket = secret.flatMap(found -> services.tickets().find(found, Ticket.Purpose.INSTALLATION, Optional.of(browser)));
        if (ticket.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (ticket.get().details().isEmpty()) {
            return new Outcome.Waiting();
        }
        WooCommerceKey key = WooCommerceKey.parse(services.sealed().open(secret.get(), ticket.get().details()).getString("key"));
        StoreOrigin store = StoreOrigin.parse(ticket.get().subject());
        UUID shopId = ticket.get().shopId().orElseThrow();
        StoreTaken.refuseOther(services.connections(), Platform.WOOCOMMERCE, store, shopId);
        StoreGrant grant = prove(store, key);
        if (services.tickets().redeem(secret.get(), Ticket.Purpose.INSTALLATION, Optional.of(browser)).isEmpty()) {
            return new Outcome.Unknown();
        }
        Connection connection = services.installations().install(grant, Optional.of(shopId));
        services.wakeWorker().run();
        return new Outcome.Installed(connection);
    }

    private StoreGrant prove(StoreOrigin store, WooCommerceKey key) {
        Connection asking = new Connection(new UUID(0, 0), new UUID(0, 0), Platform.WOOCOMMERCE, store.toString(), "", Connection.State.PENDING);
        StoreApi.array(StoreApi.success(ask(asking, store, WooCommerceAdapter.API + "/products?per_page=1", key.headers())));
        String currency = StoreApi.json(StoreApi.success(ask(asking, store, WooCommerceAdapter.API + "/data/currencies/current", key.headers())))
                .getString("code", "");
        String name = StoreApi.json(StoreApi.success(ask(asking, store, "/wp-json/?_fields=name", Map.of()))).getString("name", "");
        String webhookSecret = HexFormat.of().formatHex(Secrets.random(WEBHOOK_SECRET_BYTES));
        return new StoreGrant(Platform.WOOCOMMERCE, store.toString(), name.isBlank() ? store.host() : name, currency, Set.of("read_write"),
                Map.of(Credential.Kind.ACCESS, new Credential(key.text(), Optional.empty()),
                        Credential.Kind.WEBHOOK_SECRET, new Credential(webhookSecret, Optional.empty())));
    }

    private OutboundResponse ask(Connection asking, StoreOrigin store, String path, Map<String, String> headers) {
        return api.send(asking, "GET", URI.create(endpoints.of(store) + path), headers, Optional.empty());
    }
}
