package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Credential;
import com.eyewearml.server.platform.HostedServices;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.platform.StoreGrant;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes a shop's grant an installation: asks what the shop is called, then keeps everything at once. */
final class ShopifyInstallation {
    private final ShopifyGraphql graphql;
    private final HostedServices services;

    ShopifyInstallation(ShopifyEndpoints endpoints, HostedServices services) {
        this.graphql = new ShopifyGraphql(endpoints, new StoreApi(services.outbound()));
        this.services = services;
    }

    Connection install(ShopDomain shop, ShopifyLogin.Granted granted) {
        // There is no connection yet; the interface is asked in the name of what will be one.
        Connection asking = new Connection(new UUID(0, 0), new UUID(0, 0), Platform.SHOPIFY, shop.name(), "", Connection.State.PENDING);
        JsonObject described = graphql.run(asking, granted.tokens().accessToken().secret(), "Shop", JsonValue.EMPTY_JSON_OBJECT)
                .getJsonObject("shop");
        Connection connection = services.installations().install(new StoreGrant(Platform.SHOPIFY, shop.name(),
                described.getString("name"), described.getString("currencyCode"), granted.scopes(),
                Map.of(Credential.Kind.ACCESS, granted.tokens().accessToken(), Credential.Kind.REFRESH, granted.tokens().refreshToken())),
                Optional.empty());
        services.wakeWorker().run();
        return connection;
    }
}
