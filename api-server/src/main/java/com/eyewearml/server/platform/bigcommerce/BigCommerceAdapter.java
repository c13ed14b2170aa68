package com.eyewearml.server.platform.bigcommerce;

import com.eyewearml.server.outbound.OutboundResponse;
import com.eyewearml.server.platform.CataloguePage;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Credential;
import com.eyewearml.server.platform.Credentials;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.PlatformEvent;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.ReconnectException;
import com.eyewearml.server.platform.StockPage;
import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.platform.webhook.Delivery;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads stores of BigCommerce by its interface V3. */
public final class BigCommerceAdapter implements PlatformAdapter {
    /** Header that only our subscriptions carry; BigCommerce sends it along with each webhook. */
    public static final String HOOK_HEADER = "X-EyewearML-Hook";
    private static final int PAGE_SIZE = 250;
    private static final String INCLUDE = "include=variants,images,custom_fields";
    private static final List<String> TOPICS = List.of("store/product/created", "store/product/updated", "store/product/deleted",
            "store/app/uninstalled");
    private final BigCommerceEndpoints endpoints;
    private final PlatformApp app;
    private final StoreApi api;
    private final Credentials credentials;

    /** Asks there. */
    public BigCommerceAdapter(BigCommerceEndpoints endpoints, PlatformApp app, StoreApi api, Credentials credentials) {
        this.endpoints = endpoints;
        this.app = app;
        this.api = api;
        this.credentials = credentials;
    }

    @Override
    public Platform platform() {
        return Platform.BIGCOMMERCE;
    }

    @Override
    public CataloguePage products(Connection connection, Optional<String> cursor) {
        int number = cursor.map(Integer::parseInt).orElse(1);
        JsonObject answer = StoreApi.json(send(connection, "GET", "/v3/catalog/products?" + INCLUDE + "&sort=id&direction=asc&limit="
                + PAGE_SIZE + "&page=" + number, Optional.empty()));
        JsonObject pages = answer.getJsonObject("meta").getJsonObject("pagination");
        List<PlatformProduct> products = answer.getJsonArray("data").getValuesAs(BigCommerceProduct::read);
        return new CataloguePage(products, number < pages.getInt("total_pages") ? Optional.of(Integer.toString(number + 1))
                : Optional.empty(), OptionalLong.of(pages.getJsonNumber("total").longValue()));
    }

    @Override
    public StockPage stock(Connection connection, Optional<String> cursor) {
        int number = cursor.map(Integer::parseInt).orElse(1);
        JsonObject answer = StoreApi.json(send(connection, "GET", "/v3/catalog/products?include_fields=date_modified&sort=id&direction=asc&limit="
                + PAGE_SIZE + "&page=" + number, Optional.empty()));
        return new StockPage(answer.getJsonArray("data").getValuesAs(BigCommerceProduct::stockItem),
                number < answer.getJsonObject("meta").getJsonObject("pagination").getInt("total_pages")
                        ? Optional.of(Integer.toString(number + 1)) : Optional.empty());
    }

    @Override
    public Optional<PlatformProduct> product(Connection connection, String productId) {
        if (!productId.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        OutboundResponse response = send(connection, "GET", "/v3/catalog/products/" + productId + "?" + INCLUDE, Optional.empty());
        return response.status() == 404 ? Optional.empty()
                : Optional.of(BigCommerceProduct.read(StoreApi.json(response).getJsonObject("data")));
    }

    @Override
    public boolean subscribe(Connection connection) {
        String destination = destination(connection);
        String hookSecret = credentials.find(connection, Credential.Kind.WEBHOOK_SECRET).map(Credential::secret)
                .orElseThrow(() -> new ReconnectException(connection, "There is no secret for the store's webhooks."));
        List<JsonObject> hooks = hooks(connection);
        for (String topic : TOPICS) {
            JsonObject wanted = Json.createObjectBuilder().add("scope", topic).add("destination", destination).add("is_active", true)
                    .add("headers", Json.createObjectBuilder().add(HOOK_HEADER, hookSecret)).build();
            Optional<JsonObject> present = hooks.stream().filter(hook -> topic.equals(hook.getString("scope"))).findFirst();
            // A deactivated one, or one with the secret of an earlier installation, is brought up to date.
            String path = "/v3/hooks" + present.map(hook -> "/" + hook.getJsonNumber("id")).orElse("");
            send(connection, present.isPresent() ? "PUT" : "POST", path, Optional.of(wanted));
        }
        return true;
    }

    @Override
    public void unsubscribe(Connection connection) {
        hooks(connection).forEach(hook -> send(connection, "DELETE", "/v3/hooks/" + hook.getJsonNumber("id"), Optional.empty()));
    }

    private String destination(Connection connection) {
        return app.url() + "/webhooks/bigcommerce/" + connection.webhookPath();
    }

    private List<JsonObject> hooks(Connection connection) {
        String destination = destination(connection);
        return StoreApi.json(send(connection, "GET", "/v3/hooks?limit=250", Optional.empty())).getJsonArray("data")
                .getValuesAs(JsonObject.class).stream().filter(hook -> destination.equals(hook.getString("destination"))).toList();
    }

    @Override
    public PlatformEvent event(Delivery delivery) {
        if (delivery.topic().equals("store/app/uninstalled")) {
            return new PlatformEvent.Uninstalled();
        }
        String id = productId(delivery);
        return switch (delivery.topic()) {
            case "store/product/created", "store/product/updated" -> new PlatformEvent.ProductUpserted(id, Optional.empty());
            case "store/product/deleted" -> new PlatformEvent.ProductDeleted(id);
            default -> new PlatformEvent.Ignored();
        };
    }

    private static String productId(Delivery delivery) {
        return delivery.json().getOrDefault("data", JsonValue.EMPTY_JSON_OBJECT).asJsonObject().getOrDefault("id", JsonValue.NULL).toString();
    }

    private OutboundResponse send(Connection connection, String method, String path, Optional<JsonStructure> body) {
        String token = credentials.find(connection, Credential.Kind.ACCESS).map(Credential::secret)
                .orElseThrow(() -> new ReconnectException(connection, "There is no valid credential for the store."));
        return api.send(connection, method, URI.create(endpoints.api() + "/stores/" + connection.store() + path),
                Map.of("X-Auth-Token", token), body);
    }
}
