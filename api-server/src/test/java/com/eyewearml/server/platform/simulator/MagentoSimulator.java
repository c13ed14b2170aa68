package com.eyewearml.server.platform.simulator;

import com.eyewearml.server.auth.Guard;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.QueryParameters;
import com.eyewearml.server.platform.contract.Merchant;
import com.eyewearml.server.platform.contract.SimulatedProduct;
import com.eyewearml.server.platform.contract.SimulatedWebhook;
import com.eyewearml.server.platform.magento.MagentoEndpoints;
import com.eyewearml.server.testing.TestClock;
import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A store with Magento 2 and our module, after sections 3.1 to 3.4 of the platforms' reference. */
public final class MagentoSimulator extends SimulatedPlatform {
    /** The module's own, after 1, 5 and 30 minutes. */
    private static final List<Duration> RETRIES = Stream.of(1, 5, 30).map(Duration::ofMinutes).toList();
    private static final long CONSUMER_LIFETIME_SECONDS = 300;
    private static final long CLOCK_TOLERANCE_SECONDS = 600;
    private static final int MAX_PAGE_SIZE = 300;
    private final String host = "magento-" + UUID.randomUUID() + ".example.com";
    private final Merchant merchant;
    private final Map<String, String> tokenSecrets = new HashMap<>();
    private final Map<String, String> tokenKinds = new HashMap<>();
    private final Set<String> nonces = new HashSet<>();
    private final Map<String, Stocked> changedChildren = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private String consumerKey = "";
    private String consumerSecret = "";
    private String verifier = "";
    private Instant activatedAt = Instant.EPOCH;
    private String webhookUrl = "";
    private String webhookSecret = "none";
    private boolean hasModule = true;
    private boolean listsLinks = true;

    /** @param merchant who connects the store to ours */
    public MagentoSimulator(TestClock clock, Merchant merchant) {
        super(clock, RETRIES);
        this.merchant = merchant;
        serve("/oauth/token/request", (exchange, body) -> signed(exchange, "", this::requestToken));
        serve("/oauth/token/access", (exchange, body) -> signed(exchange, "request", this::accessToken));
        serve("/rest/V1/store/storeConfigs", (exchange, body) -> signed(exchange, "access", oauth -> Answer.json(200, MagentoJson.CONFIGS)));
        serve("/rest/V1/products/attributes", (exchange, body) -> signed(exchange, "access", oauth -> Answer.json(200, MagentoJson.ATTRIBUTES)));
        serveApi("/rest/V1/products", (exchange, body) -> signed(exchange, "access", oauth -> list(exchange)));
        serveApi("/rest/V1/configurable-products/", (exchange, body) -> signed(exchange, "access", oauth -> children(exchange)));
        serveApi("/rest/V1/eyewearml/webhook", (exchange, body) -> signed(exchange, "access", oauth -> webhook(exchange, body)));
    }

    /** Where its stores are. */
    public MagentoEndpoints endpoints() {
        return origin -> URI.create("http://" + origin.host() + ":" + port() + origin.path());
    }

    @Override
    public Platform platform() {
        return Platform.MAGENTO;
    }

    @Override
    public String store() {
        return "https://" + host;
    }

    /** Where ours is. */
    public void connectTo(URI address) {
        ours = address;
    }

    /** Whether the store has our module. */
    public void setHasModule(boolean has) {
        hasModule = has;
    }

    /** Whether lists tell which children a configurable product has. */
    public void setListsLinks(boolean lists) {
        listsLinks = lists;
    }

    /** The children of a configurable product cost something else now; the product itself is as it was, and ours is told nothing. */
    public synchronized void changeChildren(String productId, String price) {
        SimulatedProduct product = stock.get(productId).product();
        changedChildren.put(productId, new Stocked(new SimulatedProduct(product.id(), product.title(), product.sku(), product.barcode(), price),
                clock.instant()));
    }

    /** Why requests were refused. */
    public synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** "Save and Activate": posts the integration's keys, and returns ours's status. */
    public int activate(String storeBaseUrl) {
        consumerKey = consumerKey.isEmpty() ? random() : consumerKey;
        consumerSecret = consumerSecret.isEmpty() ? random() : consumerSecret;
        verifier = random();
        activatedAt = clock.instant();
        return post(Map.of("store_base_url", storeBaseUrl, "oauth_verifier", verifier, "oauth_consumer_key", consumerKey,
                "oauth_consumer_secret", consumerSecret));
    }

    /** Posts fields to the callback. */
    public int post(Map<String, String> fields) {
        return ask(HttpRequest.newBuilder(URI.create(ours + "/magento/callback")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))).build()).statusCode();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(entry -> entry.getKey() + "=" + OAuth1.encode(entry.getValue())).collect(Collectors.joining("&"));
    }

    /** Key of the integration. */
    public String consumerKey() {
        return consumerKey;
    }

    /** The pop-up that Magento opens. */
    public HttpResponse<String> popUp(String key, String successCallBack) {
        return ask(identity("?oauth_consumer_key=" + key + "&success_call_back=" + OAuth1.encode(successCallBack)).build());
    }

    /** The merchant confirms in it. */
    public HttpResponse<String> confirm(String key, String successCallBack, String csrf) {
        return ask(identity("").header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(
                form(Map.of("csrf", csrf, "oauth_consumer_key", key, "success_call_back", successCallBack)))).build());
    }

    private HttpRequest.Builder identity(String query) {
        return HttpRequest.newBuilder(URI.create(ours + "/admin/" + merchant.slug() + "/connections/magento" + query))
                .header("Cookie", Guard.SESSION_COOKIE + "=" + merchant.session());
    }

    /** Where Magento wants the pop-up to go in the end. */
    public String successCallBack() {
        return store() + "/admin/admin/integration/loginSuccessCallback/";
    }

    @Override
    public void install(URI address) {
        ours = address;
        if (activate(store() + "/") != 200 || popUp(consumerKey, successCallBack()).statusCode() != 200) {
            throw new AssertionError("the integration cannot be activated");
        }
        HttpResponse<String> end = confirm(consumerKey, successCallBack(), merchant.csrf());
        if (end.statusCode() != 200 || !end.headers().firstValue("Refresh").orElse("").endsWith(successCallBack())) {
            throw new AssertionError("the pop-up was answered " + end.statusCode() + " " + end.body() + refusals);
        }
    }

    /** The merchant deletes the integration: ours learns it when it asks the next time. */
    @Override
    public synchronized void uninstall() {
        revoke();
        webhookUrl = "";
        consumerKey = "";
        consumerSecret = "";
    }

    @Override
    public synchronized void revoke() {
        tokenSecrets.clear();
        tokenKinds.clear();
    }

    private interface SignedEndpoint {
        Answer answer(Map<String, String> oauth);
    }

    private synchronized Answer signed(HttpExchange exchange, String tokenKind, SignedEndpoint endpoint) {
        Map<String, String> oauth = OAuth1.parameters(exchange.getRequestHeaders().getFirst("Authorization"));
        String problem = problem(exchange, oauth, tokenKind);
        if (!problem.isEmpty()) {
            refusals.add(problem);
            return Answer.json(401, "{\"message\":\"" + problem + "\"}");
        }
        return endpoint.answer(oauth);
    }

    private String problem(HttpExchange exchange, Map<String, String> oauth, String tokenKind) {
        String hostHeader = exchange.getRequestHeaders().getFirst("Host");
        String token = oauth.getOrDefault("oauth_token", "");
        if (consumerKey.isEmpty() || !consumerKey.equals(oauth.get("oauth_consumer_key"))) {
            return "A consumer with the specified key does not exist.";
        }
        if (!tokenKind.equals(tokenKinds.getOrDefault(token, ""))) {
            return "Specified token does not exist";
        }
        if (!"HMAC-SHA256".equals(oauth.get("oauth_signature_method"))) {
            return "Signature method is not supported";
        }
        String expected = OAuth1.signature(exchange.getRequestMethod(), "http://" + hostHeader + exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getRawQuery(), oauth, consumerSecret, tokenSecrets.getOrDefault(token, ""));
        if (!expected.equals(oauth.get("oauth_signature")) || !hostHeader.startsWith(host + ":")) {
            return "The signature is invalid. Verify and try again.";
        }
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(oauth.get("oauth_timestamp"))) > CLOCK_TOLERANCE_SECONDS) {
            return "The timestamp value in the oauth_timestamp parameter is invalid.";
        }
        return nonces.add(oauth.get("oauth_nonce")) ? "" : "The nonce is already being used by the consumer.";
    }

    private Answer requestToken(Map<String, String> oauth) {
        return clock.instant().getEpochSecond() - activatedAt.getEpochSecond() > CONSUMER_LIFETIME_SECONDS
                ? Answer.json(401, "oauth_problem=Consumer key has expired") : token("request");
    }

    private Answer accessToken(Map<String, String> oauth) {
        tokenKinds.remove(oauth.get("oauth_token"));
        return verifier.equals(oauth.get("oauth_verifier")) ? token("access") : Answer.json(401, "oauth_problem=verifier_invalid");
    }

    private Answer token(String kind) {
        String token = random();
        tokenKinds.put(token, kind);
        tokenSecrets.put(token, random());
        return new Answer(200, Map.of("Content-Type", "text/html"), "oauth_token=" + token + "&oauth_token_secret=" + tokenSecrets.get(token));
    }

    private Answer list(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        QueryParameters.parse(exchange.getRequestURI().getRawQuery()).sorted().forEach((name, values) -> query.put(name, values.getLast()));
        int size = Integer.parseInt(query.get("searchCriteria[pageSize]"));
        if (size > MAX_PAGE_SIZE) {
            return Answer.json(400, "{\"message\":\"Maximum SearchCriteria pageSize is 300\"}");
        }
        List<JsonObject> found = stock.values().stream()
                .flatMap(stocked -> MagentoJson.all(stocked, children(stocked), listsLinks)).filter(filter(query)).toList();
        // A page beyond the last is the last.
        int number = Math.min(Integer.parseInt(query.get("searchCriteria[currentPage]")), Math.max(1, (found.size() + size - 1) / size));
        JsonArrayBuilder items = JSON.createArrayBuilder();
        found.stream().skip((long) size * (number - 1)).limit(size).forEach(items::add);
        return Answer.json(200, JSON.createObjectBuilder().add("items", items).add("total_count", found.size()).build().toString());
    }

    private Stocked children(Stocked parent) {
        return changedChildren.getOrDefault(parent.product().id(), parent);
    }

    private static Predicate<JsonObject> filter(Map<String, String> query) {
        Predicate<JsonObject> all = product -> true;
        for (int group = 0; query.containsKey("searchCriteria[filter_groups][" + group + "][filters][0][field]"); group++) {
            String prefix = "searchCriteria[filter_groups][" + group + "][filters][0]";
            String field = query.get(prefix + "[field]").equals("entity_id") ? "id" : query.get(prefix + "[field]");
            Set<String> values = Set.of(query.get(prefix + "[value]").split(","));
            boolean not = query.getOrDefault(prefix + "[condition_type]", "eq").equals("neq");
            all = all.and(product -> values.contains(product.get(field).toString().replace("\"", "")) != not);
        }
        return all;
    }

    private Answer children(HttpExchange exchange) {
        String sku = URLDecoder.decode(exchange.getRequestURI().getRawPath().split("/")[4], StandardCharsets.UTF_8);
        JsonArrayBuilder children = JSON.createArrayBuilder();
        stock.values().stream().filter(stocked -> stocked.product().sku().equals(sku))
                .flatMap(stocked -> MagentoJson.children(children(stocked)).stream()).forEach(children::add);
        return Answer.json(200, children.build().toString());
    }

    private Answer webhook(HttpExchange exchange, String body) {
        if (!hasModule) {
            return Answer.json(404, "{\"message\":\"Request does not match any route.\"}");
        }
        if (exchange.getRequestMethod().equals("DELETE")) {
            webhookUrl = "";
            return Answer.json(200, "true");
        }
        try (JsonReader reader = JSON.createReader(new StringReader(body))) {
            JsonObject wanted = reader.readObject().getJsonObject("webhook");
            webhookUrl = wanted.getString("url");
            webhookSecret = wanted.getString("secret");
        }
        return Answer.json(200, "true");
    }

    @Override
    protected Answer throttled() {
        return new Answer(429, Map.of("Retry-After", "1"), "{}");
    }

    @Override
    protected void tell(Change change, String productId) {
        JsonObject event = change == Change.DELETED
                ? JSON.createObjectBuilder().add("topic", "product.deleted").add("id", Long.parseLong(productId)).build()
                : JSON.createObjectBuilder().add("topic", "product.saved").add("id", Long.parseLong(productId))
                        .add("updated_at", MagentoJson.product(stock.get(productId), true).getString("updated_at")).build();
        raiseEvent(event);
    }

    /** The module tells of anything. */
    public synchronized void raiseEvent(JsonObject event) {
        if (hasModule && !webhookUrl.isEmpty()) {
            raise(new SimulatedWebhook("evt_" + UUID.randomUUID(), event.getString("topic"), webhookUrl, clock.instant(), event.toString()));
        }
    }

    @Override
    protected String secret() {
        return webhookSecret;
    }

    @Override
    protected Map<String, String> headers(SimulatedWebhook webhook, String signingSecret) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return Map.of("webhook-id", webhook.id(), "webhook-timestamp", timestamp,
                "webhook-signature", "v1," + Hs256.base64(signingSecret, webhook.id() + "." + timestamp + "." + webhook.body()));
    }

    @Override
    public synchronized List<String> subscriptions() {
        return webhookUrl.isEmpty() ? List.of() : List.of(webhookUrl);
    }
}
