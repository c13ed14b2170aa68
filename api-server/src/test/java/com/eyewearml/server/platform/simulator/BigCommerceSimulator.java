package com.eyewearml.server.platform.simulator;

import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.bigcommerce.BigCommerceEndpoints;
import com.eyewearml.server.platform.contract.SimulatedProduct;
import com.eyewearml.server.platform.contract.SimulatedWebhook;
import com.eyewearml.server.testing.TestClock;
import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** BigCommerce with one store, after sections 4.1 to 4.5 of the platforms' reference. */
public final class BigCommerceSimulator extends SimulatedPlatform {
    /** What the store's merchant grants unless told otherwise. */
    public static final String SCOPE =
            "store_v2_products_read_only store_v2_information_read_only store_v2_default store_content_scripts";
    /** Ids of the store's owner and of somebody else. */
    public static final long OWNER = 9001;
    public static final long STAFF = 9002;
    private static final List<Duration> RETRIES = Stream.of(60, 180, 300, 600, 900, 1800, 3600, 7200, 21600, 50400, 86400)
            .map(Duration::ofSeconds).toList();
    private final PlatformApp app;
    private final String hash = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    private final Set<String> codes = new HashSet<>();
    private final Set<String> tokens = new HashSet<>();
    private final Map<Long, JsonObject> hooks = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private String grantedScope = SCOPE;
    private String answeredContext;
    private boolean loginDown;
    private long nextHook = 1;

    /** For that app. */
    public BigCommerceSimulator(TestClock clock, PlatformApp app) {
        super(clock, RETRIES);
        this.app = app;
        this.answeredContext = "stores/" + hash;
        serve("/oauth2/token", (exchange, body) -> exchange(json(body)));
        serve("/stores/" + hash + "/v2/store", this::store);
        serveApi("/stores/" + hash + "/v3/hooks", this::hooks);
        serveApi("/stores/" + hash + "/v3/catalog/products", this::catalogue);
    }

    /** Where it is. */
    public BigCommerceEndpoints endpoints() {
        return new BigCommerceEndpoints(URI.create("http://login.bigcommerce.com:" + port()),
                URI.create("http://api.bigcommerce.com:" + port()));
    }

    @Override
    public Platform platform() {
        return Platform.BIGCOMMERCE;
    }

    @Override
    public String store() {
        return hash;
    }

    /** What the merchant grants from now on. */
    public void grant(String scope) {
        grantedScope = scope;
    }

    /** Answers of the token endpoint name another store from now on. */
    public void answerContext(String context) {
        answeredContext = context;
    }

    /** The token endpoint fails. */
    public void setLoginDown(boolean down) {
        loginDown = down;
    }

    /** A code that works once. */
    public String newCode() {
        String code = UUID.randomUUID().toString();
        codes.add(code);
        return code;
    }

    /** Where the browser is sent to install the app. */
    public String authPath(String code) {
        return "/bigcommerce/auth?code=" + code + "&context=stores%2F" + hash + "&account_uuid=u1&scope=" + SCOPE.replace(" ", "+");
    }

    @Override
    public void install(URI address) {
        ours = address;
        int status = browse(authPath(newCode())).statusCode();
        if (status != 200) {
            throw new AssertionError("/bigcommerce/auth answered " + status + " " + problems);
        }
    }

    @Override
    public void uninstall() {
        tokens.clear();
        String address = hooks.values().stream().filter(hook -> hook.getString("scope").equals("store/app/uninstalled")).findFirst()
                .orElseThrow().getString("destination");
        browse("/bigcommerce/uninstall?signed_payload_jwt=" + token(claims(OWNER)));
        raise(webhook("store/app/uninstalled", address, hash.hashCode()));
        hooks.clear();
    }

    @Override
    public void revoke() {
        tokens.clear();
    }

    /** Claims of a signed payload about somebody, valid now. */
    public Map<String, Object> claims(long userId) {
        Map<String, Object> claims = new HashMap<>();
        long now = clock.instant().getEpochSecond();
        claims.put("aud", app.clientId());
        claims.put("iss", "bc");
        claims.put("iat", now);
        claims.put("nbf", now - 5);
        claims.put("exp", now + 86400);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("sub", "stores/" + hash);
        claims.put("user", Map.of("id", userId, "email", userId + "@example.com", "locale", "en-US"));
        claims.put("owner", Map.of("id", OWNER, "email", OWNER + "@example.com"));
        claims.put("url", "/");
        return claims;
    }

    /** Signs claims as BigCommerce does. */
    public String token(Map<String, Object> claims) {
        return Hs256.sign(claims, app.secret());
    }

    private Answer exchange(JsonObject request) {
        if (loginDown) {
            return Answer.json(503, "");
        }
        boolean right = request.getString("client_id").equals(app.clientId()) && request.getString("client_secret").equals(app.secret())
                && request.getString("grant_type").equals("authorization_code") && request.getString("context").equals("stores/" + hash)
                && request.getString("redirect_uri").equals(app.url() + "/bigcommerce/auth");
        if (!right || !codes.remove(request.getString("code"))) {
            problems.add("wrong or used code");
            return Answer.json(400, "{\"error\":\"invalid_grant\"}");
        }
        String token = UUID.randomUUID().toString();
        tokens.add(token);
        JsonObject owner = JSON.createObjectBuilder().add("id", OWNER).add("username", "Ada").add("email", "ada@example.com").build();
        return Answer.json(200, JSON.createObjectBuilder().add("access_token", token).add("scope", grantedScope)
                .add("context", answeredContext).add("account_uuid", "u1").add("user", owner).add("owner", owner).build().toString());
    }

    private boolean known(HttpExchange exchange) {
        return tokens.contains(String.valueOf(exchange.getRequestHeaders().getFirst("X-Auth-Token")));
    }

    private static Answer unauthorised() {
        return Answer.json(401, "{\"status\":401,\"title\":\"X-Auth-Token header is incorrect\"}");
    }

    private Answer store(HttpExchange exchange, String body) {
        return known(exchange) ? Answer.json(200, "{\"name\":\"Brillen Müller\",\"currency\":\"EUR\"}") : unauthorised();
    }

    private synchronized Answer hooks(HttpExchange exchange, String body) {
        if (!known(exchange)) {
            return unauthorised();
        }
        String path = exchange.getRequestURI().getPath();
        long id = path.endsWith("/hooks") ? nextHook : Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                if (hooks.size() >= 10 || !json(body).getString("destination").startsWith("https://")) {
                    return Answer.json(422, "{}");
                }
                hooks.put(nextHook++, json(body));
            }
            case "PUT" -> hooks.replace(id, json(body));
            case "DELETE" -> hooks.remove(id);
            default -> {
                JsonArrayBuilder list = JSON.createArrayBuilder();
                hooks.forEach((number, hook) -> list.add(JSON.createObjectBuilder(hook).add("id", number)));
                return Answer.json(200, JSON.createObjectBuilder().add("data", list).build().toString());
            }
        }
        return Answer.json(200, "{\"data\":{}}");
    }

    private synchronized Answer catalogue(HttpExchange exchange, String body) {
        if (!known(exchange)) {
            return unauthorised();
        }
        String path = exchange.getRequestURI().getPath();
        if (!path.endsWith("/products")) {
            Stocked found = stock.get(path.substring(path.lastIndexOf('/') + 1));
            return found == null ? Answer.json(404, "{}")
                    : Answer.json(200, JSON.createObjectBuilder().add("data", product(found)).build().toString());
        }
        Map<String, String> query = new HashMap<>();
        Stream.of(exchange.getRequestURI().getQuery().split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> query.put(pair[0], pair[1]));
        int limit = Math.min(250, Integer.parseInt(query.get("limit")));
        int page = Integer.parseInt(query.get("page"));
        JsonArrayBuilder data = JSON.createArrayBuilder();
        stock.values().stream().skip((long) limit * (page - 1)).limit(limit).forEach(stocked -> data.add(product(stocked)));
        JsonObjectBuilder pagination = JSON.createObjectBuilder().add("total", stock.size()).add("per_page", limit)
                .add("current_page", page).add("total_pages", (stock.size() + limit - 1) / limit);
        return Answer.json(200, JSON.createObjectBuilder().add("data", data)
                .add("meta", JSON.createObjectBuilder().add("pagination", pagination)).build().toString());
    }

    private static JsonObject product(Stocked stocked) {
        SimulatedProduct product = stocked.product();
        long id = Long.parseLong(product.id());
        return JSON.createObjectBuilder().add("id", id).add("name", product.title()).add("type", "physical")
                .add("price", Double.parseDouble(product.price())).add("search_keywords", "glasses, acetate")
                .add("date_modified", stocked.updatedAt().toString()).add("custom_url", JSON.createObjectBuilder().add("url", "/p" + id + "/"))
                .add("images", JSON.createArrayBuilder().add(JSON.createObjectBuilder().add("sort_order", 0)
                        .add("url_standard", "https://cdn.example.com/" + id + ".jpg").add("description", "Front")))
                .add("custom_fields", JSON.createArrayBuilder())
                .add("variants", JSON.createArrayBuilder().add(JSON.createObjectBuilder().add("id", id * 10).add("sku", product.sku())
                        .addNull("price").add("upc", product.barcode()).add("gtin", "").add("option_values", JSON.createArrayBuilder())))
                .build();
    }

    @Override
    protected Answer throttled() {
        return new Answer(429, Map.of("X-Rate-Limit-Time-Reset-Ms", "300", "X-Rate-Limit-Requests-Left", "0"), "{}");
    }

    @Override
    protected void tell(Change change, String productId) {
        String scope = "store/product/" + change.name().toLowerCase(Locale.ROOT);
        List.copyOf(hooks.values()).stream().filter(hook -> hook.getString("scope").equals(scope))
                .forEach(hook -> raise(webhook(scope, hook.getString("destination"), Long.parseLong(productId))));
    }

    private SimulatedWebhook webhook(String scope, String address, long id) {
        JsonObject body = JSON.createObjectBuilder().add("scope", scope).add("store_id", "11111").add("producer", "stores/" + hash)
                .add("data", JSON.createObjectBuilder().add("type", "product").add("id", id)).add("hash", UUID.randomUUID().toString())
                .add("created_at", clock.instant().getEpochSecond()).build();
        return new SimulatedWebhook("msg_" + UUID.randomUUID(), scope, address, clock.instant(), body.toString());
    }

    @Override
    protected String secret() {
        return app.secret();
    }

    @Override
    protected Map<String, String> headers(SimulatedWebhook webhook, String signingSecret) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String signature = Hs256.base64(signingSecret, webhook.id() + "." + timestamp + "." + webhook.body());
        Map<String, String> headers = new HashMap<>(Map.of("webhook-id", webhook.id(), "webhook-timestamp", timestamp,
                "webhook-signature", "v1,AAAA v1," + signature));
        hooks.values().stream().filter(hook -> hook.getString("destination").equals(webhook.address())).findFirst()
                .ifPresent(hook -> hook.getJsonObject("headers").forEach((name, value) ->
                        headers.put(name, hook.getJsonObject("headers").getString(name))));
        return headers;
    }

    @Override
    public synchronized List<String> subscriptions() {
        return hooks.values().stream().map(hook -> hook.getString("scope")).toList();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
