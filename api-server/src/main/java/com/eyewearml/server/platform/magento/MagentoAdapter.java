package com.eyewearml.server.platform.magento;

import static com.eyewearml.server.platform.QueryParameters.rfc3986;

import com.eyewearml.server.outbound.OutboundResponse;
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
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Reads stores of Magento 2 by their REST interface. Magento itself sends no webhooks: a store that has our module sends the module's,
 * others are asked.
 */
public final class MagentoAdapter implements PlatformAdapter {
    /** Where our module takes the address of our webhooks and the secret that signs them. */
    static final String MODULE_PATH = "/eyewearml/webhook";
    private static final int PAGE_SIZE = 100;
    private static final int STOCK_PAGE_SIZE = 300;
    private static final int CHILDREN_PER_REQUEST = 200;
    private static final Duration FACTS_LIFETIME = Duration.ofHours(1);
    private final MagentoApi api;
    private final URI publicUrl;
    private final Credentials credentials;
    private final Cache<UUID, StoreFacts> facts = Caffeine.newBuilder().expireAfterWrite(FACTS_LIFETIME).maximumSize(1000).build();

    /** @param publicUrl where stores reach us, without a slash at its end */
    public MagentoAdapter(MagentoEndpoints endpoints, URI publicUrl, StoreApi api, Credentials credentials, Clock clock) {
        this.api = new MagentoApi(endpoints, api, clock);
        this.publicUrl = publicUrl;
        this.credentials = credentials;
    }

    @Override
    public Platform platform() {
        return Platform.MAGENTO;
    }

    @Override
    public CataloguePage products(Connection connection, Optional<String> cursor) {
        int number = cursor.map(Integer::parseInt).orElse(1);
        JsonObject answer = StoreApi.json(get(connection, "/products" + SearchCriteria.page(number, PAGE_SIZE).where("visibility", "neq", "1")
                .where("status", "eq", "1").orderBy("entity_id").query(MagentoProduct.FIELDS)));
        long total = answer.getJsonNumber("total_count").longValue();
        // A page beyond the last repeats the last: the total tells the end.
        return new CataloguePage(products(connection, answer), (long) number * PAGE_SIZE < total ? Optional.of(Integer.toString(number + 1))
                : Optional.empty(), OptionalLong.of(total));
    }

    private List<PlatformProduct> products(Connection connection, JsonObject answer) {
        StoreFacts known = facts.get(connection.id(), id -> StoreFacts.read(path -> json(get(connection, path))));
        List<JsonObject> products = answer.getJsonArray("items").getValuesAs(JsonObject.class);
        Map<String, JsonObject> children = children(connection, products.stream().flatMap(product -> MagentoProduct.links(product).stream())
                .distinct().toList());
        return products.stream().map(product -> MagentoProduct.read(product, childrenOf(connection, product, children), known)).toList();
    }

    private static JsonValue json(OutboundResponse response) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
            return reader.readValue();
        }
    }

    /** Children of many products at once: some requests rather than one for each product. */
    private Map<String, JsonObject> children(Connection connection, List<String> ids) {
        Map<String, JsonObject> children = new HashMap<>();
        for (int from = 0; from < ids.size(); from += CHILDREN_PER_REQUEST) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + CHILDREN_PER_REQUEST));
            StoreApi.json(get(connection, "/products" + SearchCriteria.page(1, CHILDREN_PER_REQUEST).whereIn("entity_id", some)
                    .where("status", "eq", "1").query(MagentoProduct.FIELDS)))
                    .getJsonArray("items").getValuesAs(JsonObject.class).forEach(child -> children.put(MagentoProduct.id(child), child));
        }
        return children;
    }

    private List<JsonObject> childrenOf(Connection connection, JsonObject product, Map<String, JsonObject> read) {
        if (!MagentoProduct.isConfigurable(product)) {
            return List.of();
        }
        List<String> links = MagentoProduct.links(product);
        return links.isEmpty() ? StoreApi.array(get(connection, "/configurable-products/" + rfc3986(product.getString("sku")) + "/children"))
                .getValuesAs(JsonObject.class) : links.stream().map(read::get).filter(Objects::nonNull).toList();
    }

    /** Children are listed too: their parent does not change with them. */
    @Override
    public StockPage stock(Connection connection, Optional<String> cursor) {
        int number = cursor.map(Integer::parseInt).orElse(1);
        JsonObject answer = StoreApi.json(get(connection, "/products" + SearchCriteria.page(number, STOCK_PAGE_SIZE).where("status", "eq", "1")
                .orderBy("entity_id").query("id,status,visibility,updated_at")));
        List<StockItem> items = answer.getJsonArray("items").getValuesAs(JsonObject.class).stream().map(product -> new StockItem(
                MagentoProduct.id(product), MagentoProduct.updatedAt(product), !MagentoProduct.isSold(product))).toList();
        boolean more = (long) number * STOCK_PAGE_SIZE < answer.getJsonNumber("total_count").longValue();
        return new StockPage(items, more ? Optional.of(Integer.toString(number + 1)) : Optional.empty());
    }

    @Override
    public Optional<PlatformProduct> product(Connection connection, String productId) {
        if (!productId.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        JsonObject answer = StoreApi.json(get(connection, "/products" + SearchCriteria.page(1, 1).where("entity_id", "eq", productId)
                .query(MagentoProduct.FIELDS)));
        boolean sold = !answer.getJsonArray("items").isEmpty() && MagentoProduct.isSold(answer.getJsonArray("items").getJsonObject(0));
        return sold ? Optional.of(products(connection, answer).getFirst()) : Optional.empty();
    }

    @Override
    public boolean subscribe(Connection connection) {
        String secret = credentials.find(connection, Credential.Kind.WEBHOOK_SECRET).map(Credential::secret)
                .orElseThrow(() -> new ReconnectException(connection, "There is no secret for the store's webhooks."));
        JsonObject wanted = Json.createObjectBuilder().add("webhook", Json.createObjectBuilder()
                .add("url", publicUrl + "/webhooks/magento/" + connection.webhookPath()).add("secret", secret)).build();
        OutboundResponse response = send(connection, "POST", MODULE_PATH, Optional.of(wanted));
        if (response.status() == 404) {
            return false;
        }
        StoreApi.success(response);
        return true;
    }

    @Override
    public void unsubscribe(Connection connection) {
        send(connection, "DELETE", MODULE_PATH, Optional.empty());
    }

    @Override
    public PlatformEvent event(Delivery delivery) {
        return switch (delivery.topic()) {
            case "product.saved" -> {
                JsonObject event = delivery.json();
                yield new PlatformEvent.ProductUpserted(MagentoProduct.id(event), event.containsKey("updated_at")
                        ? Optional.of(MagentoProduct.updatedAt(event)) : Optional.empty());
            }
            case "product.deleted" -> new PlatformEvent.ProductDeleted(MagentoProduct.id(delivery.json()));
            default -> new PlatformEvent.Ignored();
        };
    }

    private OutboundResponse get(Connection connection, String pathAndQuery) {
        return StoreApi.success(send(connection, "GET", pathAndQuery, Optional.empty()));
    }

    private OutboundResponse send(Connection connection, String method, String pathAndQuery, Optional<JsonStructure> body) {
        OAuthKeys keys = credentials.find(connection, Credential.Kind.ACCESS).map(credential -> OAuthKeys.parse(credential.secret()))
                .orElseThrow(() -> new ReconnectException(connection, "There is no valid credential for the store."));
        return api.send(connection, keys, method, pathAndQuery, body);
    }
}
