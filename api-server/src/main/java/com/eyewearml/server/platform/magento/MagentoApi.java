package com.eyewearml.server.platform.magento;

import com.eyewearml.server.outbound.OutboundResponse;
import com.eyewearml.server.outbound.StoreOrigin;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.security.Secrets;
import jakarta.json.JsonStructure;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Asks a store's REST interface, every request signed with a nonce of its own, repeated ones included. */
final class MagentoApi {
    private final MagentoEndpoints endpoints;
    private final StoreApi api;
    private final OAuthSigner signer;

    MagentoApi(MagentoEndpoints endpoints, StoreApi api, Clock clock) {
        this.endpoints = endpoints;
        this.api = api;
        this.signer = new OAuthSigner(clock, Secrets::token);
    }

    /**
     * Asks below {@code /rest/V1}.
     *
     * @throws com.eyewearml.server.platform.ReconnectException and what else {@link StoreApi#send} throws
     */
    OutboundResponse send(Connection connection, OAuthKeys keys, String method, String pathAndQuery, Optional<JsonStructure> body) {
        URI address = URI.create(endpoints.of(StoreOrigin.parse(connection.store())) + "/rest/V1" + pathAndQuery);
        return api.send(connection, method, address, () -> Map.of("Authorization", signer.authorization(method, address, keys, Map.of())), body);
    }

    OutboundResponse get(Connection connection, OAuthKeys keys, String pathAndQuery) {
        return StoreApi.success(send(connection, keys, "GET", pathAndQuery, Optional.empty()));
    }

    /** Asks a token endpoint, which is no part of the REST interface. */
    OutboundResponse token(Connection connection, OAuthKeys keys, String path, Map<String, String> extra) {
        URI address = URI.create(endpoints.of(StoreOrigin.parse(connection.store())) + path);
        return api.send(connection, "POST", address, () -> Map.of("Authorization", signer.authorization("POST", address, keys, extra)),
                Optional.empty());
    }
}
