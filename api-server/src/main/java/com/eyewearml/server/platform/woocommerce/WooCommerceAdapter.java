package com.eyewearml.server.platform.woocommerce;

import com.eyewearml.server.outbound.OutboundResponse;
import com.eyewearml.server.outbound.StoreOrigin;
import com.eyewearml.server.platform.CataloguePage;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Credential;
import com.eyewearml.server.platform.Credentials;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformEvent;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.ReconnectException;
import com.eyewearml.server.platform.StockItem;
import com.eyewearml.server.platform.StockPage;
import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.platform.webhook.Delivery;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads stores of WooCommerce by their REST interface, version 3. */
public final class WooCommerceAdapter implements PlatformAdapter {
    static final String API = "/wp-json/wc/v3";
    private static final int PAGE_SIZE = 100;
    private static final List<String> TOPICS = List.of("product.created", "product.updated", "product.deleted", "product.restored");
    private final WooCommerceEndpoints endpoints;
    private final URI publicUrl;
    private final StoreApi api;
    private final Credentials credentials;

    /** @param publicUrl where stores reach us, without a slash at its end */
    public WooCommerceAdapter(WooCommerceEndpoints endpoints, URI publicUrl, StoreApi api, Credentials credentials) {
        this.endpoints = endpoints;
        this.publicUrl = publicUrl;
        this.api = api;
        this.credentials = credentials;
    }

    @Override
    public Platform platform() {
        return Platform.WOOCOMMERCE;
    }

    @Override
    public CataloguePage products(Connection connection, Optional<String> cursor) {
        int number = cursor.map(Integer::parseInt).orElse(1);
        OutboundResponse response = get(connection, "/products?status=publish&orderby=id&order=asc&per_page=" + PAGE_SIZE + "&page=" + number);
        List<PlatformProduct> products = StoreApi.array(response).getValuesAs(JsonObject.class).stream()
                .map(product -> WooCommerceProduct.read(product, variations(connection, product))).toList();
        return new CataloguePage(products, number < number(response, "x-wp-totalpages") ? Optional.of(Integer.toString(number + 1))
                : Optional.empty(), OptionalLong.of(number(response, "x-wp-total")));
    }

    private static long number(OutboundResponse response, String header) {
        return response.header(header).filter(text -> text.matches("[0-9]{1,15}")).map(Long::parseLong).orElse(0L);
    }

    private List<JsonObject> variations(Connection connection, JsonObject product) {
        List<JsonObject> variations = new ArrayList<>();
        if (WooCommerceProduct.isVariable(product)) {
            long pages = 1;
            for (int number = 1; number <= pages; number++) {
                OutboundResponse response = get(connection, "/products/" + WooCommerceProduct.id(product)
                        + "/variations?orderby=id&order=asc&per_page=" + PAGE_SIZE + "&page=" + number);
                variations.addAll(StoreApi.array(response).getValuesAs(JsonObject.class));
                pages = number(response, "x-wp-totalpages");
            }
        }
        return variations;
    }

    @Override
    public StockPage stock(Connection connection, Optional<String> cursor) {
        int number = cursor.map(Integer::parseInt).orElse(1);
        OutboundResponse response = get(connection, "/products?status=publish&orderby=id&order=asc&_fields=id,date_modified_gmt&per_page="
                + PAGE_SIZE + "&page=" + number);
        List<StockItem> items = StoreApi.array(response).getValuesAs(JsonObject.class).stream().map(product ->
                new StockItem(WooCommerceProduct.id(product), WooCommerceProduct.updatedAt(product), false)).toList();
        return new StockPage(items, number < number(response, "x-wp-totalpages") ? Optional.of(Integer.toString(number + 1)) : Optional.empty());
    }

    @Override
    public Optional<PlatformProduct> product(Connection connection, String productId) {
        if (!productId.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        OutboundResponse response = send(connection, "GET", "/products/" + productId, Optional.empty());
        if (response.status() == 404 || response.status() == 400) {
            return Optional.empty();
        }
        JsonObject product = StoreApi.json(StoreApi.success(response));
        // Drafts and what is in the bin are not sold.
        return product.getString("status", "").equals("publish") ? Optional.of(WooCommerceProduct.read(product, variations(connection, product)))
                : Optional.empty();
    }

    @Override
    public boolean subscribe(Connection connection) {
        String secret = credentials.find(connection, Credential.Kind.WEBHOOK_SECRET).map(Credential::secret)
                .orElseThrow(() -> new ReconnectException(connection, "There is no secret for the store's webhooks."));
        List<JsonObject> present = ours(connection);
        for (String topic : TOPICS) {
            // One that the store disabled, or with the secret of an earlier installation, is brought up to date.
            JsonObject wanted = Json.createObjectBuilder().add("name", "EyewearML " + topic).add("topic", topic)
                    .add("delivery_url", deliveryUrl(connection)).add("secret", secret).add("status", "active").build();
            Optional<JsonObject> found = present.stream().filter(hook -> topic.equals(hook.getString("topic"))).findFirst();
            String path = "/webhooks" + found.map(hook -> "/" + WooCommerceProduct.id(hook)).orElse("");
            StoreApi.success(send(connection, found.isPresent() ? "PUT" : "POST", path, Optional.of(wanted)));
        }
        return true;
    }

    @Override
    public void unsubscribe(Connection connection) {
        ours(connection).forEach(hook -> send(connection, "DELETE", "/webhooks/" + WooCommerceProduct.id(hook) + "?force=true",
                Optional.empty()));
    }

    private String deliveryUrl(Connection connection) {
        return publicUrl + "/webhooks/woocommerce/" + connection.webhookPath();
    }

    private List<JsonObject> ours(Connection connection) {
        List<JsonObject> hooks = new ArrayList<>();
        long pages = 1;
        for (int number = 1; number <= pages; number++) {
            OutboundResponse response = get(connection, "/webhooks?per_page=" + PAGE_SIZE + "&page=" + number);
            StoreApi.array(response).getValuesAs(JsonObject.class).stream()
                    .filter(hook -> deliveryUrl(connection).equals(hook.getString("delivery_url", ""))).forEach(hooks::add);
            pages = number(response, "x-wp-totalpages");
        }
        return hooks;
    }

    @Override
    public PlatformEvent event(Delivery delivery) {
        if (!TOPICS.contains(delivery.topic())) {
            return new PlatformEvent.Ignored();
        }
        JsonObject product = delivery.json();
        if (delivery.topic().equals("product.deleted")) {
            return new PlatformEvent.ProductDeleted(WooCommerceProduct.id(product));
        }
        // Variations raise the topics of products; what they belong to is read anew.
        boolean variation = product.getInt("parent_id", 0) > 0 && product.getString("type", "").equals("variation");
        return variation ? new PlatformEvent.ProductUpserted(product.getJsonNumber("parent_id").toString(), Optional.empty())
                : new PlatformEvent.ProductUpserted(WooCommerceProduct.id(product), Optional.of(WooCommerceProduct.updatedAt(product)));
    }

    private OutboundResponse get(Connection connection, String path) {
        return StoreApi.success(send(connection, "GET", path, Optional.empty()));
    }

    private OutboundResponse send(Connection connection, String method, String path, Optional<JsonStructure> body) {
        WooCommerceKey key = credentials.find(connection, Credential.Kind.ACCESS).map(credential -> WooCommerceKey.parse(credential.secret()))
                .orElseThrow(() -> new ReconnectException(connection, "There is no valid key for the store."));
        URI address = URI.create(endpoints.of(StoreOrigin.parse(connection.store())) + API + path);
        return api.send(connection, method, address, key.headers(), body);
    }
}
