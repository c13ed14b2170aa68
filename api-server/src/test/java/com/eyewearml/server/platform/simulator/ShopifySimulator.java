package com.eyewearml.server.platform.simulator;

import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.contract.SimulatedProduct;
import com.eyewearml.server.platform.contract.SimulatedWebhook;
import com.eyewearml.server.platform.shopify.ShopifyEndpoints;
import com.eyewearml.server.testing.TestClock;
import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shopify with one shop, after sections 1.1 to 1.5 of the platforms' reference. */
public final class ShopifySimulator extends SimulatedPlatform {
    /** Eight retries within four hours. */
    private static final List<Duration> RETRIES = Stream.of(1, 4, 10, 20, 35, 45, 55, 60).map(Duration::ofMinutes).toList();
    private static final double BUCKET = 2000;
    private static final double RESTORED_PER_SECOND = 1000;
    private static final Set<String> COMPLIANCE = Set.of("shop/redact", "customers/redact", "customers/data_request");
    private final PlatformApp app;
    private final String shop = "demo-" + UUID.randomUUID() + ".myshopify.com";
    private final Map<String, Instant> accessTokens = new HashMap<>();
    private final Map<String, String> refreshTokens = new LinkedHashMap<>();
    private final Map<String, String> subscribed = new LinkedHashMap<>();
    private final List<String> codes = new ArrayList<>();
    private final List<JsonObject> tokenRequests = new ArrayList<>();
    private final ShopifyBulk bulk = new ShopifyBulk(() -> "http://storage.googleapis.com:" + port());
    private boolean refuseTokens;
    private double available = BUCKET;
    private long restoredAtNanos = System.nanoTime();

    /** For that app. */
    public ShopifySimulator(TestClock clock, PlatformApp app) {
        super(clock, RETRIES);
        this.app = app;
        serve("/admin/oauth/access_token", (exchange, body) -> token(json(body)));
        serveApi("/admin/api/2026-10/graphql.json", this::graphql);
        serveApi(ShopifyBulk.PATH, (exchange, body) -> bulk.file(exchange));
    }

    /** Where its shops are. */
    public ShopifyEndpoints endpoints() {
        return named -> URI.create("http://" + named.name() + ":" + port());
    }

    @Override
    public Platform platform() {
        return Platform.SHOPIFY;
    }

    @Override
    public String store() {
        return shop;
    }

    /** What ours asked of the token endpoint. */
    public synchronized List<JsonObject> tokenRequests() {
        return List.copyOf(tokenRequests);
    }

    /** The token endpoint answers 400 from now on. */
    public void setRefuseTokens(boolean refuse) {
        refuseTokens = refuse;
    }

    /** Where ours is. */
    public void connectTo(URI address) {
        ours = address;
    }

    /** Claims of a session token, valid for a minute. */
    public Map<String, Object> claims(String userId) {
        long now = clock.instant().getEpochSecond();
        return new HashMap<>(Map.of("iss", "https://" + shop + "/admin", "dest", "https://" + shop, "aud", app.clientId(), "sub", userId,
                "exp", now + 60, "nbf", now, "iat", now, "jti", UUID.randomUUID().toString(), "sid", "s1"));
    }

    /** Opens the app in the admin with a session token of those claims. */
    public HttpResponse<String> open(Map<String, Object> claims) {
        return browse("/shopify?embedded=1&shop=" + shop + "&id_token=" + Hs256.sign(claims, app.secret()));
    }

    @Override
    public void install(URI address) {
        ours = address;
        HttpResponse<String> answer = open(claims("42"));
        if (answer.statusCode() != 303) {
            throw new AssertionError("/shopify answered " + answer.statusCode() + " " + answer.body());
        }
    }

    /** A query signed as those of the admin and of OAuth redirects are. */
    public String signedQuery(Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.putIfAbsent("shop", shop);
        all.putIfAbsent("timestamp", Long.toString(clock.instant().getEpochSecond()));
        String query = all.entrySet().stream().map(entry -> entry.getKey() + "=" + encode(entry.getValue())).collect(Collectors.joining("&"));
        return query + "&hmac=" + Hs256.hex(app.secret(), query);
    }

    /** A query signed as the app proxy does. */
    public String proxyQuery(Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.putIfAbsent("shop", shop);
        all.putIfAbsent("logged_in_customer_id", "");
        all.putIfAbsent("path_prefix", "/apps/eyewear");
        all.putIfAbsent("timestamp", Long.toString(clock.instant().getEpochSecond()));
        String message = all.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining());
        return all.entrySet().stream().map(entry -> entry.getKey() + "=" + encode(entry.getValue())).collect(Collectors.joining("&"))
                + "&signature=" + Hs256.hex(app.secret(), message);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A code of the authorization-code grant, good once. */
    public String newCode() {
        String code = UUID.randomUUID().toString();
        codes.add(code);
        return code;
    }

    @Override
    public synchronized void uninstall() {
        accessTokens.clear();
        refreshTokens.clear();
        String address = subscribed.get("APP_UNINSTALLED");
        subscribed.clear();
        if (address != null) {
            raise(webhook("app/uninstalled", address, "{\"id\":1}"));
        }
    }

    /** One of the three privacy topics, which need no subscription. */
    public synchronized void comply(String topic) {
        if (!COMPLIANCE.contains(topic)) {
            throw new IllegalArgumentException(topic);
        }
        raise(webhook(topic, app.url() + "/webhooks/shopify", "{\"shop_id\":1,\"shop_domain\":\"" + shop
                + "\",\"customer\":{\"id\":7,\"email\":\"grace@example.com\",\"phone\":\"555\"}}"));
    }

    @Override
    public synchronized void revoke() {
        accessTokens.clear();
        refreshTokens.clear();
    }

    private synchronized Answer token(JsonObject request) {
        tokenRequests.add(request);
        boolean ofApp = app.clientId().equals(request.getString("client_id", ""))
                && app.secret().equals(request.getString("client_secret", ""));
        if (refuseTokens || !ofApp) {
            return Answer.json(400, "{\"error\":\"invalid_request\"}");
        }
        String refresh = request.getString("refresh_token", "");
        boolean granted = switch (request.getString("grant_type", "")) {
            case "urn:ietf:params:oauth:grant-type:token-exchange" -> exchangeable(request);
            case "refresh_token" -> refreshTokens.containsKey(refresh);
            case "" -> codes.remove(request.getString("code", "")) && "1".equals(request.getString("expiring", ""));
            default -> false;
        };
        return granted ? issue() : Answer.json(400, "{\"error\":\"invalid_grant\"}");
    }

    private boolean exchangeable(JsonObject request) {
        String[] parts = request.getString("subject_token").split("\\.");
        String signature = Hs256.base64(app.secret(), parts[0] + "." + parts[1]).replace('+', '-').replace('/', '_').replace("=", "");
        JsonObject claims = json(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        return signature.equals(parts[2]) && claims.getInt("exp") >= clock.instant().getEpochSecond()
                && request.getString("subject_token_type").equals("urn:ietf:params:oauth:token-type:id_token")
                && request.getString("requested_token_type").equals("urn:shopify:params:oauth:token-type:offline-access-token")
                && "1".equals(request.getString("expiring", ""));
    }

    private Answer issue() {
        String access = "shpat_" + UUID.randomUUID();
        String refresh = "shprt_" + UUID.randomUUID();
        accessTokens.put(access, clock.instant().plusSeconds(3600));
        refreshTokens.put(refresh, access);
        return Answer.json(200, JSON.createObjectBuilder().add("access_token", access).add("scope", "read_products,write_app_proxy")
                .add("expires_in", 3600).add("refresh_token", refresh).add("refresh_token_expires_in", 90 * 86400).build().toString());
    }

    private synchronized Answer graphql(HttpExchange exchange, String body) {
        Instant expires = accessTokens.get(String.valueOf(exchange.getRequestHeaders().getFirst("X-Shopify-Access-Token")));
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (expires == null || expires.isBefore(clock.instant()) || !host.startsWith(shop + ":")) {
            return Answer.json(401, "{\"errors\":\"[API] Invalid API key or access token\"}");
        }
        JsonObject request = json(body);
        JsonObject variables = request.getJsonObject("variables");
        int cost = 10 + 7 * variables.getInt("first", 0);
        restore();
        if (cost > available) {
            return throttled(cost);
        }
        available -= cost;
        JsonValue data = switch (request.getString("operationName")) {
            case "Shop" -> json("{\"shop\":{\"name\":\"Brillen Müller\",\"currencyCode\":\"EUR\"}}");
            case "Subscriptions" -> subscriptionsData();
            case "Subscribe" -> subscribe(variables);
            case "Unsubscribe" -> unsubscribe(variables.getString("id"));
            case "StartBulk" -> bulk.start(variables.getString("query"), () -> stock.values().stream().map(ShopifySimulator::product).toList());
            case "CurrentBulk" -> bulk.current();
            case "Bulk" -> bulk.node(variables.getString("id"));
            case "CancelBulk" -> bulk.cancel(variables.getString("id"));
            case "Products", "Stock" -> page(variables);
            case "Product" -> one(variables.getString("id"));
            default -> throw new IllegalArgumentException(body);
        };
        return Answer.json(200, JSON.createObjectBuilder().add("data", data).build().toString());
    }

    /** The bucket fills by the machine's clock: ours waits by it. */
    private void restore() {
        long now = System.nanoTime();
        available = Math.min(BUCKET, available + (now - restoredAtNanos) * 1e-9 * RESTORED_PER_SECOND);
        restoredAtNanos = now;
    }

    @Override
    protected Answer throttled() {
        return throttled(BUCKET / 4);
    }

    private Answer throttled(double cost) {
        double left = Math.min(available, cost - 100);
        return Answer.json(200, "{\"errors\":[{\"message\":\"Throttled\",\"extensions\":{\"code\":\"THROTTLED\"}}],\"extensions\":{\"cost\":"
                + "{\"requestedQueryCost\":" + cost + ",\"throttleStatus\":{\"maximumAvailable\":" + BUCKET + ",\"currentlyAvailable\":" + left
                + ",\"restoreRate\":" + RESTORED_PER_SECOND + "}}}}");
    }

    private JsonObject subscriptionsData() {
        JsonArrayBuilder nodes = JSON.createArrayBuilder();
        subscribed.forEach((topic, uri) -> nodes.add(JSON.createObjectBuilder().add("id", topic).add("topic", topic).add("uri", uri)));
        return JSON.createObjectBuilder().add("webhookSubscriptions", JSON.createObjectBuilder().add("nodes", nodes)).build();
    }

    private JsonObject subscribe(JsonObject variables) {
        boolean taken = subscribed.putIfAbsent(variables.getString("topic"), variables.getString("uri")) != null;
        JsonArrayBuilder errors = JSON.createArrayBuilder();
        if (taken || !variables.getString("uri").startsWith("https://")) {
            errors.add(JSON.createObjectBuilder().add("message", "Address for this topic has already been taken"));
        }
        return JSON.createObjectBuilder().add("webhookSubscriptionCreate", JSON.createObjectBuilder().add("userErrors", errors)).build();
    }

    private JsonObject unsubscribe(String topic) {
        subscribed.remove(topic);
        return json("{\"webhookSubscriptionDelete\":{\"userErrors\":[]}}");
    }

    /** The shop's bulk operations. */
    public ShopifyBulk bulk() {
        return bulk;
    }

    /** The shop is done with its bulk operation, and tells ours. */
    public synchronized void finishBulk() {
        String id = bulk.complete();
        String address = subscribed.get("BULK_OPERATIONS_FINISH");
        if (address != null) {
            raise(webhook("bulk_operations/finish", address, "{\"admin_graphql_api_id\":\"" + id + "\",\"status\":\"completed\"}"));
        }
    }

    private JsonObject page(JsonObject variables) {
        int first = variables.getInt("first");
        if (first > 250) {
            throw new IllegalArgumentException("first is at most 250");
        }
        int from = variables.isNull("after") ? 0 : Integer.parseInt(variables.getString("after").substring(1));
        JsonArrayBuilder nodes = JSON.createArrayBuilder();
        stock.values().stream().skip(from).limit(first).forEach(stocked -> nodes.add(product(stocked)));
        int to = Math.min(stock.size(), from + first);
        return JSON.createObjectBuilder().add("productsCount", JSON.createObjectBuilder().add("count", stock.size()))
                .add("products", JSON.createObjectBuilder().add("nodes", nodes).add("pageInfo", JSON.createObjectBuilder()
                        .add("hasNextPage", to < stock.size()).add("endCursor", "c" + to))).build();
    }

    private JsonObject one(String gid) {
        Stocked found = stock.get(gid.substring(gid.lastIndexOf('/') + 1));
        return JSON.createObjectBuilder().add("product", found == null ? JsonValue.NULL : product(found)).build();
    }

    private static JsonObject product(Stocked stocked) {
        SimulatedProduct product = stocked.product();
        return JSON.createObjectBuilder().add("id", "gid://shopify/Product/" + product.id()).add("title", product.title())
                .add("handle", "frame-" + product.id()).add("vendor", "House").add("productType", "Glasses")
                .add("tags", JSON.createArrayBuilder().add("acetate")).addNull("onlineStoreUrl")
                .add("updatedAt", stocked.updatedAt().toString())
                .add("variants", nodes(JSON.createObjectBuilder().add("id", "gid://shopify/ProductVariant/" + product.id() + "0")
                        .add("title", "Default Title").add("sku", product.sku()).addNull("barcode").add("price", product.price())))
                .add("media", nodes(JSON.createObjectBuilder().addNull("alt").add("preview", JSON.createObjectBuilder()
                        .add("image", JSON.createObjectBuilder().add("url", "https://cdn.shopify.com/" + product.id() + ".jpg")))))
                .add("metafields", nodes(JSON.createObjectBuilder().add("key", "temple_length").add("value", "145 mm"))).build();
    }

    private static JsonObjectBuilder nodes(JsonObjectBuilder node) {
        return JSON.createObjectBuilder().add("nodes", JSON.createArrayBuilder().add(node));
    }

    @Override
    protected void tell(Change change, String productId) {
        String address = subscribed.get(switch (change) {
            case CREATED -> "PRODUCTS_CREATE";
            case UPDATED -> "PRODUCTS_UPDATE";
            case DELETED -> "PRODUCTS_DELETE";
        });
        if (address != null) {
            String topic = switch (change) {
                case CREATED -> "products/create";
                case UPDATED -> "products/update";
                case DELETED -> "products/delete";
            };
            Stocked stocked = stock.get(productId);
            raise(webhook(topic, address, "{\"id\":" + productId
                    + (stocked == null ? "}" : ",\"updated_at\":\"" + stocked.updatedAt() + "\",\"title\":\"Gläser\"}")));
        }
    }

    private SimulatedWebhook webhook(String topic, String address, String body) {
        return new SimulatedWebhook(UUID.randomUUID().toString(), topic, address, clock.instant(), body);
    }

    @Override
    protected String secret() {
        return app.secret();
    }

    @Override
    protected Map<String, String> headers(SimulatedWebhook webhook, String signingSecret) {
        return Map.of("X-Shopify-Topic", webhook.topic(), "X-Shopify-Shop-Domain", shop, "X-Shopify-API-Version", "2026-10",
                "X-Shopify-Webhook-Id", webhook.id(), "X-Shopify-Event-Id", "e" + webhook.id(),
                "X-Shopify-Triggered-At", webhook.triggeredAt().toString(),
                "X-Shopify-Hmac-Sha256", Hs256.base64(signingSecret, webhook.body()));
    }

    @Override
    public synchronized List<String> subscriptions() {
        return List.copyOf(subscribed.keySet());
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
