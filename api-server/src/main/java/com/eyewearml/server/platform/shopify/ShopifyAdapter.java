package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.platform.AccessTokens;
import com.eyewearml.server.platform.CataloguePage;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.PlatformEvent;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.StockPage;
import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.platform.webhook.Delivery;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads shops of Shopify by its GraphQL interface. */
public final class ShopifyAdapter implements PlatformAdapter {
    /** Products from which a file is sooner read than pages. */
    private static final long BULK_FROM = 1000;
    private static final int PAGE_SIZE = 100;
    private static final int STOCK_PAGE_SIZE = 250;
    private static final List<String> TOPICS = List.of("PRODUCTS_CREATE", "PRODUCTS_UPDATE", "PRODUCTS_DELETE", "APP_UNINSTALLED",
            "BULK_OPERATIONS_FINISH");
    private final PlatformApp app;
    private final ShopifyGraphql graphql;
    private final ShopifyLogin login;
    private final AccessTokens tokens;
    private final BulkImport bulk;

    /** Asks there. */
    public ShopifyAdapter(ShopifyEndpoints endpoints, PlatformApp app, StoreApi api, ShopifyLogin login, AccessTokens tokens) {
        this.app = app;
        this.graphql = new ShopifyGraphql(endpoints, api);
        this.login = login;
        this.tokens = tokens;
        this.bulk = new BulkImport(this::run, api);
    }

    @Override
    public Platform platform() {
        return Platform.SHOPIFY;
    }

    private JsonObject run(Connection connection, String query, JsonObject variables) {
        ShopDomain shop = new ShopDomain(connection.store());
        String token = tokens.valid(connection, refreshToken -> login.refresh(shop, refreshToken));
        return graphql.run(connection, token, query, variables);
    }

    /** Small catalogues page by page; large ones by a bulk operation or, where that fails, page by page too. */
    @Override
    public CataloguePage products(Connection connection, Optional<String> cursor) {
        Optional<BulkCursor> operation = cursor.flatMap(BulkCursor::parse);
        if (operation.isPresent()) {
            return bulk.next(connection, operation.get()).orElseGet(() -> page(connection, Optional.empty()));
        }
        CataloguePage page = page(connection, cursor);
        Optional<BulkCursor> started = cursor.isEmpty() && page.total().getAsLong() >= BULK_FROM ? bulk.start(connection) : Optional.empty();
        return started.map(begun -> new CataloguePage(List.of(), Optional.of(begun.toString()), page.total())).orElse(page);
    }

    private CataloguePage page(Connection connection, Optional<String> after) {
        JsonObject data = run(connection, "Products", Json.createObjectBuilder().add("first", PAGE_SIZE)
                .add("after", after.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL)).build());
        JsonObject products = data.getJsonObject("products");
        JsonObject page = products.getJsonObject("pageInfo");
        return new CataloguePage(products.getJsonArray("nodes").getValuesAs(ShopifyProduct::read),
                page.getBoolean("hasNextPage") ? Optional.of(page.getString("endCursor")) : Optional.empty(),
                OptionalLong.of(data.getJsonObject("productsCount").getJsonNumber("count").longValue()));
    }

    @Override
    public void abandon(Connection connection, String cursor) {
        BulkCursor.parse(cursor).ifPresent(operation -> bulk.cancel(connection, operation));
    }

    @Override
    public StockPage stock(Connection connection, Optional<String> cursor) {
        JsonObject products = run(connection, "Stock", Json.createObjectBuilder().add("first", STOCK_PAGE_SIZE)
                .add("after", cursor.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL)).build()).getJsonObject("products");
        JsonObject page = products.getJsonObject("pageInfo");
        return new StockPage(products.getJsonArray("nodes").getValuesAs(ShopifyProduct::stockItem),
                page.getBoolean("hasNextPage") ? Optional.of(page.getString("endCursor")) : Optional.empty());
    }

    @Override
    public Optional<PlatformProduct> product(Connection connection, String productId) {
        JsonObject data = run(connection, "Product", Json.createObjectBuilder().add("id", "gid://shopify/Product/" + productId).build());
        return data.get("product") instanceof JsonObject product ? Optional.of(ShopifyProduct.read(product)) : Optional.empty();
    }

    @Override
    public boolean subscribe(Connection connection) {
        String address = webhookAddress();
        List<String> present = subscriptions(connection).map(node -> node.getString("topic")).toList();
        for (String topic : TOPICS) {
            if (!present.contains(topic)) {
                JsonObject made = run(connection, "Subscribe", Json.createObjectBuilder().add("topic", topic).add("uri", address).build());
                if (!made.getJsonObject("webhookSubscriptionCreate").getJsonArray("userErrors").isEmpty()) {
                    throw new RetryLaterException("The shop does not let us subscribe to " + topic + ".", Duration.ofMinutes(5), null);
                }
            }
        }
        return true;
    }

    @Override
    public void unsubscribe(Connection connection) {
        subscriptions(connection).toList().forEach(node -> run(connection, "Unsubscribe",
                Json.createObjectBuilder().add("id", node.getString("id")).build()));
    }

    private String webhookAddress() {
        return app.url() + "/webhooks/shopify";
    }

    private Stream<JsonObject> subscriptions(Connection connection) {
        return run(connection, "Subscriptions", JsonValue.EMPTY_JSON_OBJECT).getJsonObject("webhookSubscriptions").getJsonArray("nodes")
                .getValuesAs(JsonObject.class).stream().filter(node -> webhookAddress().equals(node.getString("uri", "")));
    }

    @Override
    public PlatformEvent event(Delivery delivery) {
        return switch (delivery.topic()) {
            case "products/create", "products/update" -> upserted(delivery.json());
            case "products/delete" -> new PlatformEvent.ProductDeleted(delivery.json().get("id").toString());
            case "bulk_operations/finish" -> new PlatformEvent.CatalogueReady();
            case "app/uninstalled" -> new PlatformEvent.Uninstalled();
            case "shop/redact" -> new PlatformEvent.ShopRedact();
            case "customers/redact" -> new PlatformEvent.CustomerRedact();
            case "customers/data_request" -> new PlatformEvent.CustomerDataRequest();
            default -> new PlatformEvent.Ignored();
        };
    }

    private static PlatformEvent upserted(JsonObject product) {
        return new PlatformEvent.ProductUpserted(product.get("id").toString(),
                Optional.ofNullable(product.getString("updated_at", null)).map(text -> OffsetDateTime.parse(text).toInstant()));
    }
}
