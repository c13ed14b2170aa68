package com.eyewearml.server.platform.magento;

import com.eyewearml.server.auth.Ticket;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.outbound.HostRefusedException;
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
import io.helidon.common.parameters.Parameters;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Activation of an integration: the store posts the integration's keys, then opens a page of ours in which its merchant, signed in, says
 * which shop it is for. What was posted is kept sealed until then; nobody signed it, and it proves nothing until the store answers with
 * a token for it.
 */
final class MagentoInstallation {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int WEBHOOK_SECRET_BYTES = 24;
    static final String REAUTHORISE = "Choose \"Reauthorize\" at the integration in Magento: its keys are good for five minutes.";
    private final HostedServices services;
    private final MagentoApi api;

    MagentoInstallation(MagentoEndpoints endpoints, HostedServices services) {
        this.services = services;
        this.api = new MagentoApi(endpoints, new StoreApi(services.outbound()), services.clock());
    }

    /**
     * Keeps what a store posted.
     *
     * @throws RequestException where it is not what Magento posts, or of a store we do not go to
     */
    void take(Parameters posted) {
        OAuthKeys keys = new OAuthKeys(field(posted, "oauth_consumer_key"), field(posted, "oauth_consumer_secret"),
                field(posted, "oauth_verifier"), field(posted, "oauth_verifier"));
        if (!keys.isWellFormed()) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "These are no keys of an integration.");
        }
        String secret = secret(keys.consumerKey());
        JsonObject details = services.sealed().seal(secret, Json.createObjectBuilder().add("keys", keys.text()).build());
        services.tickets().put(secret, new Ticket(Ticket.Purpose.INSTALLATION, store(posted).toString(), Optional.empty(), details), LIFETIME);
    }

    private static StoreOrigin store(Parameters posted) {
        try {
            return StoreOrigin.parse(field(posted, "store_base_url"));
        } catch (HostRefusedException e) {
            throw new RequestException(ErrorCode.BAD_REQUEST, e.getMessage());
        }
    }

    private static String field(Parameters posted, String name) {
        return posted.first(name).orElse("");
    }

    private static String secret(String consumerKey) {
        return "magento:" + consumerKey;
    }

    /** The store whose integration has that key and waits for its merchant. */
    Optional<StoreOrigin> waiting(String consumerKey) {
        return services.tickets().find(secret(consumerKey), Ticket.Purpose.INSTALLATION, Optional.empty())
                .map(ticket -> StoreOrigin.parse(ticket.subject()));
    }

    /**
     * Gets the access token and installs.
     *
     * @param shopId of a merchant who may manage its connections
     * @throws RequestException   where no such integration waits, or its store is another shop's
     * @throws ReconnectException where the store does not give a token for these keys
     * @throws com.eyewearml.server.jobs.RetryLaterException or OutboundException where it does not answer
     */
    Connection complete(String consumerKey, UUID shopId) {
        String secret = secret(consumerKey);
        Ticket ticket = services.tickets().find(secret, Ticket.Purpose.INSTALLATION, Optional.empty()).orElseThrow(() ->
                new RequestException(ErrorCode.SIGNATURE_INVALID, REAUTHORISE));
        StoreOrigin store = StoreOrigin.parse(ticket.subject());
        StoreTaken.refuseOther(services.connections(), Platform.MAGENTO, store, shopId);
        StoreGrant grant = exchange(store, OAuthKeys.parse(services.sealed().open(secret, ticket.details()).getString("keys")));
        services.tickets().redeem(secret, Ticket.Purpose.INSTALLATION, Optional.empty());
        Connection connection = services.installations().install(grant, Optional.of(shopId));
        services.wakeWorker().run();
        return connection;
    }

    /** RFC 5849 section 2, begun with a verifier that the store gave unasked. */
    private StoreGrant exchange(StoreOrigin store, OAuthKeys posted) {
        Connection asking = new Connection(new UUID(0, 0), new UUID(0, 0), Platform.MAGENTO, store.toString(), "", Connection.State.PENDING);
        OAuthKeys requesting = token(asking, api.token(asking, posted.with("", ""), "/oauth/token/request", Map.of()), posted);
        OAuthKeys access = token(asking, api.token(asking, requesting, "/oauth/token/access", Map.of("oauth_verifier", posted.token())), posted);
        JsonObject config = StoreApi.array(api.get(asking, access, "/store/storeConfigs")).getJsonObject(0);
        String webhookSecret = HexFormat.of().formatHex(Secrets.random(WEBHOOK_SECRET_BYTES));
        return new StoreGrant(Platform.MAGENTO, store.toString(), store.host(), config.getString("base_currency_code"), Set.of(),
                Map.of(Credential.Kind.ACCESS, new Credential(access.text(), Optional.empty()),
                        Credential.Kind.WEBHOOK_SECRET, new Credential(webhookSecret, Optional.empty())));
    }

    private static OAuthKeys token(Connection asking, OutboundResponse response, OAuthKeys posted) {
        QueryParameters answer = response.status() == 200 ? QueryParameters.parse(new String(response.body(), StandardCharsets.UTF_8))
                : QueryParameters.parse("");
        OAuthKeys keys = posted.with(answer.single("oauth_token").orElse(""), answer.single("oauth_token_secret").orElse(""));
        if (!keys.isWellFormed()) {
            throw new ReconnectException(asking, REAUTHORISE);
        }
        return keys;
    }
}
