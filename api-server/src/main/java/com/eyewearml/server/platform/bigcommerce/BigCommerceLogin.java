package com.eyewearml.server.platform.bigcommerce;

import com.eyewearml.server.outbound.OutboundClient;
import com.eyewearml.server.outbound.OutboundException;
import com.eyewearml.server.outbound.OutboundResponse;
import com.eyewearml.server.platform.Credential;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.PlatformUser;
import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.platform.StoreGrant;
import com.eyewearml.server.platform.TokenRefusedException;
import com.eyewearml.server.security.Secrets;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Exchanges the code that a merchant's browser brings for access to the store. The exchange is the proof: there is no state. */
final class BigCommerceLogin {
    /** What the app asks for in BigCommerce's developer portal. */
    static final Set<String> SCOPES = Set.of("store_v2_products_read_only", "store_v2_information_read_only", "store_v2_default",
            "store_content_scripts");
    private static final int MAX_ANSWER_BYTES = 64 << 10;
    private final BigCommerceEndpoints endpoints;
    private final PlatformApp app;
    private final OutboundClient client;

    BigCommerceLogin(BigCommerceEndpoints endpoints, PlatformApp app, OutboundClient client) {
        this.endpoints = endpoints;
        this.app = app;
        this.client = client;
    }

    /** What a merchant granted, and who that is. */
    record Granted(StoreGrant grant, PlatformUser user) { }

    /**
     * Exchanges a code.
     *
     * @param context {@code stores/{hash}}, as the browser brought it
     * @throws TokenRefusedException where the code proves nothing about that store, or too little was granted
     * @throws OutboundException     where BigCommerce cannot be reached
     */
    Granted exchange(String code, String context, String scope) throws TokenRefusedException {
        String hash = SignedPayload.storeHash(context);
        JsonObject request = Json.createObjectBuilder().add("client_id", app.clientId()).add("client_secret", app.secret())
                .add("code", code).add("context", context).add("scope", scope).add("grant_type", "authorization_code")
                .add("redirect_uri", app.url() + "/bigcommerce/auth").build();
        OutboundResponse response = client.send("POST", endpoints.login().resolve("/oauth2/token"),
                Map.of("Content-Type", "application/json", "Accept", "application/json"),
                Optional.of(request.toString().getBytes(StandardCharsets.UTF_8)), MAX_ANSWER_BYTES);
        if (response.status() >= 500) {
            throw new TemporaryFailureException();
        }
        if (response.status() != 200) {
            throw new TokenRefusedException("the code was used before, or is not BigCommerce's");
        }
        JsonObject answer = StoreApi.json(response);
        if (!context.equals(answer.getString("context", ""))) {
            throw new TokenRefusedException("the code is for another store");
        }
        Set<String> scopes = Set.copyOf(List.of(answer.getString("scope", "").split(" ")));
        if (!scopes.containsAll(SCOPES)) {
            throw new TokenRefusedException("the app was not granted all it needs");
        }
        String token = answer.getString("access_token");
        JsonObject user = answer.getJsonObject("user");
        JsonObject store = store(hash, token);
        return new Granted(new StoreGrant(Platform.BIGCOMMERCE, hash, store.getString("name", hash), store.getString("currency", "USD"),
                scopes, Map.of(Credential.Kind.ACCESS, new Credential(token, Optional.empty()),
                Credential.Kind.WEBHOOK_SECRET, new Credential(Secrets.token(), Optional.empty()))),
                new PlatformUser(user.getJsonNumber("id").toString(), user.getString("username", "Staff")));
    }

    private JsonObject store(String hash, String token) {
        OutboundResponse response = client.send("GET", URI.create(endpoints.api() + "/stores/" + hash + "/v2/store"),
                Map.of("X-Auth-Token", token, "Accept", "application/json"), Optional.empty(), MAX_ANSWER_BYTES);
        if (response.status() != 200) {
            throw new TemporaryFailureException();
        }
        return StoreApi.json(response);
    }

    /** BigCommerce failed; the merchant may try again. */
    static final class TemporaryFailureException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
