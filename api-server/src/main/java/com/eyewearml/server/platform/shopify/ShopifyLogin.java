package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.outbound.OutboundClient;
import com.eyewearml.server.outbound.OutboundResponse;
import com.eyewearml.server.platform.Credential;
import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.RefreshRefusedException;
import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.platform.TokenPair;
import com.eyewearml.server.platform.TokenRefusedException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gets tokens from shops: by exchange of a session token, by an authorization code, by refresh. All of them expire. */
public final class ShopifyLogin {
    private static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
    private static final String OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final int MAX_ANSWER_BYTES = 64 << 10;
    private final ShopifyEndpoints endpoints;
    private final PlatformApp app;
    private final OutboundClient client;
    private final Clock clock;

    /** Asks there. */
    public ShopifyLogin(ShopifyEndpoints endpoints, PlatformApp app, OutboundClient client, Clock clock) {
        this.endpoints = endpoints;
        this.app = app;
        this.client = client;
        this.clock = clock;
    }

    /** What a shop gave. */
    record Granted(TokenPair tokens, Set<String> scopes) { }

    /** @throws TokenRefusedException where the shop does not take the session token */
    Granted exchange(ShopDomain shop, String sessionToken) throws TokenRefusedException {
        return grant(shop, request().add("grant_type", EXCHANGE).add("subject_token", sessionToken).add("subject_token_type", ID_TOKEN)
                .add("requested_token_type", OFFLINE).add("expiring", "1"));
    }

    /** @throws TokenRefusedException where the code was used before or is not the shop's */
    Granted redeem(ShopDomain shop, String code) throws TokenRefusedException {
        return grant(shop, request().add("code", code).add("expiring", "1"));
    }

    /** @throws RefreshRefusedException where the shop takes the refresh token no more */
    TokenPair refresh(ShopDomain shop, String refreshToken) throws RefreshRefusedException {
        OutboundResponse response = ask(shop, request().add("grant_type", "refresh_token").add("refresh_token", refreshToken));
        if (response.status() != 200) {
            throw new RefreshRefusedException();
        }
        return tokens(StoreApi.json(response));
    }

    private Granted grant(ShopDomain shop, JsonObjectBuilder request) throws TokenRefusedException {
        OutboundResponse response = ask(shop, request);
        if (response.status() != 200) {
            throw new TokenRefusedException("the shop does not take it");
        }
        JsonObject answer = StoreApi.json(response);
        return new Granted(tokens(answer), Set.copyOf(List.of(answer.getString("scope", "").split(","))));
    }

    private JsonObjectBuilder request() {
        return Json.createObjectBuilder().add("client_id", app.clientId()).add("client_secret", app.secret());
    }

    private OutboundResponse ask(ShopDomain shop, JsonObjectBuilder request) {
        OutboundResponse response = client.send("POST", endpoints.of(shop).resolve("/admin/oauth/access_token"),
                Map.of("Content-Type", "application/json", "Accept", "application/json"),
                Optional.of(request.build().toString().getBytes(StandardCharsets.UTF_8)), MAX_ANSWER_BYTES);
        if (response.status() >= 500 || response.status() == 429) {
            throw new RetryLaterException("The shop gives no token at the moment.", AWAY, null);
        }
        return response;
    }

    private TokenPair tokens(JsonObject answer) {
        Instant now = clock.instant();
        return new TokenPair(
                new Credential(answer.getString("access_token"), Optional.of(now.plusSeconds(answer.getInt("expires_in")))),
                new Credential(answer.getString("refresh_token"), Optional.of(now.plusSeconds(answer.getInt("refresh_token_expires_in")))));
    }
}
