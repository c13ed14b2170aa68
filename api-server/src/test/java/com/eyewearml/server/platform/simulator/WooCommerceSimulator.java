package com.eyewearml.server.platform.simulator;

import com.eyewearml.server.auth.Guard;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.QueryParameters;
import com.eyewearml.server.platform.contract.Merchant;
import com.eyewearml.server.platform.contract.SimulatedWebhook;
import com.eyewearml.server.platform.woocommerce.WooCommerceEndpoints;
import com.eyewearml.server.testing.TestClock;
import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** A store with WooCommerce, after sections 2.1 to 2.3 of the platforms' reference. */
public final class WooCommerceSimulator extends SimulatedPlatform {
    private static final int MAX_PER_PAGE = 100;
    private static final int FAILURES_BEFORE_DISABLED = 5;
    private static final Random RANDOM = new Random();
    private final String host = "shop-" + UUID.randomUUID() + ".example.com";
    private final Merchant merchant;
    private final Map<String, String> permissions = new LinkedHashMap<>();
    private final SequencedHooks hooks = new SequencedHooks();
    private final Map<String, Integer> consecutiveFailures = new HashMap<>();
    private String browserCookie = "";
    private boolean postsKeys = true;

    /** Webhooks that a store has, by their id. */
    private static final class SequencedHooks extends LinkedHashMap<String, JsonObject> {
        private static final long serialVersionUID = 1;
        private int next = 1;

        String nextId() {
            return Integer.toString(next++);
        }
    }

    /** @param merchant who connects the store from ours */
    public WooCommerceSimulator(TestClock clock, Merchant merchant) {
        super(clock, List.of());
        this.merchant = merchant;
        serve("/wp-json/", (exchange, body) -> Answer.json(200, "{\"name\":\"Brillen Müller\"}"));
        serve("/wp-json/wc/v3/data/currencies/current", authorised((exchange, body) -> Answer.json(200, "{\"code\":\"EUR\"}")));
        serveApi("/wp-json/wc/v3/products", authorised(this::catalogue));
        serveApi("/wp-json/wc/v3/webhooks", authorised(this::webhooks));
    }

    /** Where its stores are. */
    public WooCommerceEndpoints endpoints() {
        return origin -> URI.create("http://" + origin.host() + ":" + port() + origin.path());
    }

    @Override
    public Platform platform() {
        return Platform.WOOCOMMERCE;
    }

    @Override
    public String store() {
        return "https://" + host;
    }

    /** Where ours is. */
    public void connectTo(URI address) {
        ours = address;
    }

    /** Whether the store's server posts keys when the merchant approves. */
    public void setPostsKeys(boolean posts) {
        postsKeys = posts;
    }

    /** The merchant connects a store of that address from ours: the page's answer. The browser keeps its cookie. */
    public HttpResponse<String> begin(String store) {
        String form = "csrf=" + merchant.csrf() + "&store=" + QueryParameters.rfc3986(store);
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(URI.create(ours + "/admin/" + merchant.slug() + "/connections/woocommerce"))
                .header("Cookie", Guard.SESSION_COOKIE + "=" + merchant.session())
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build());
        answer.headers().firstValue("Set-Cookie").ifPresent(cookie -> browserCookie = cookie.split(";")[0]);
        return answer;
    }

    /** Where the page sends the browser. */
    public static URI authorizeAddress(HttpResponse<String> begun) {
        return URI.create(begun.headers().firstValue("Refresh").orElseThrow().replaceFirst("^0; url=", ""));
    }

    /** Parameters of the approval as the store reads them; it refuses to show it where one is missing. */
    public static Map<String, String> parameters(URI authorize) {
        Map<String, String> parameters = new HashMap<>();
        QueryParameters.parse(authorize.getRawQuery()).sorted().forEach((name, values) -> parameters.put(name, values.getLast()));
        if (!authorize.getPath().endsWith("/wc-auth/v1/authorize")
                || !parameters.keySet().containsAll(List.of("app_name", "scope", "user_id", "return_url", "callback_url"))
                || !List.of("read", "write", "read_write").contains(parameters.get("scope"))
                || !parameters.get("callback_url").startsWith("https://") || !parameters.get("user_id").matches("[A-Za-z0-9]+")) {
            throw new AssertionError("the store shows no approval for " + authorize);
        }
        return parameters;
    }

    /** The merchant approves: the key is posted, and deleted where ours does not answer 200. Returns where the browser goes on. */
    public String approve(URI authorize) {
        Map<String, String> parameters = parameters(authorize);
        JsonObject key = newKey(parameters.get("user_id"), parameters.get("scope"));
        if (postsKeys && post(parameters.get("callback_url"), key.toString()) != 200) {
            permissions.remove(key.getString("consumer_key") + ":" + key.getString("consumer_secret"));
            throw new AssertionError("the store shows: access denied");
        }
        return parameters.get("return_url") + "?success=1&user_id=" + parameters.get("user_id");
    }

    /** A key as the store makes it. */
    public synchronized JsonObject newKey(String userId, String permission) {
        JsonObject key = JSON.createObjectBuilder().add("key_id", 1).add("user_id", userId).add("consumer_key", "ck_" + hex(40))
                .add("consumer_secret", "cs_" + hex(40)).add("key_permissions", permission).build();
        permissions.put(key.getString("consumer_key") + ":" + key.getString("consumer_secret"), permission);
        return key;
    }

    private static String hex(int digits) {
        return RANDOM.ints(digits, 0, 16).mapToObj(Integer::toHexString).collect(Collectors.joining());
    }

    /** Posts to ours as the store's server does, and returns the status. */
    public int post(String address, String body) {
        return ask(HttpRequest.newBuilder(atOurs(address)).header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build()).statusCode();
    }

    /** The browser goes to an address of ours with the cookie of this installation, or another's. */
    public HttpResponse<String> goBack(String address, String cookie) {
        return ask(HttpRequest.newBuilder(atOurs(address)).header("Cookie", cookie).build());
    }

    /** Cookie that ours gave this browser. */
    public String browserCookie() {
        return browserCookie;
    }

    @Override
    public void install(URI address) {
        ours = address;
        HttpResponse<String> begun = begin(store());
        if (begun.statusCode() != 200) {
            throw new AssertionError("the installation cannot be begun: " + begun.statusCode() + " " + begun.body());
        }
        HttpResponse<String> end = goBack(approve(authorizeAddress(begun)), browserCookie);
        if (end.statusCode() != 303) {
            throw new AssertionError("/woocommerce/return answered " + end.statusCode() + " " + end.body());
        }
    }

    /** The merchant deletes the key and the webhooks: ours learns it when it asks the next time. */
    @Override
    public synchronized void uninstall() {
        permissions.clear();
        hooks.clear();
    }

    @Override
    public synchronized void revoke() {
        permissions.clear();
    }

    private Endpoint authorised(Endpoint endpoint) {
        return (exchange, body) -> {
            String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            String permission;
            synchronized (this) {
                permission = header.startsWith("Basic ") ? permissions.get(new String(
                        Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8)) : null;
            }
            boolean writes = !exchange.getRequestMethod().equals("GET");
            if (permission == null || !permission.contains(writes ? "write" : "read")
                    || !exchange.getRequestHeaders().getFirst("Host").startsWith(host + ":")) {
                return Answer.json(401, "{\"code\":\"woocommerce_rest_authentication_error\",\"message\":\"Consumer key is invalid.\"}");
            }
            return endpoint.answer(exchange, body);
        };
    }

    private synchronized Answer catalogue(HttpExchange exchange, String body) {
        List<String> path = List.of(exchange.getRequestURI().getPath().substring("/wp-json/wc/v3/products".length()).split("/"));
        if (path.size() < 2) {
            return page(exchange, stock.values().stream().map(WooCommerceJson::product).toList());
        }
        Stocked found = stock.get(path.get(1));
        if (found == null) {
            return Answer.json(404, "{\"code\":\"woocommerce_rest_product_invalid_id\",\"message\":\"Invalid ID.\"}");
        }
        return path.size() == 2 ? Answer.json(200, WooCommerceJson.product(found).toString())
                : page(exchange, WooCommerceJson.variations(found));
    }

    private static Answer page(HttpExchange exchange, List<JsonObject> all) {
        Map<String, String> query = new HashMap<>();
        QueryParameters.parse(String.valueOf(exchange.getRequestURI().getRawQuery())).sorted()
                .forEach((name, values) -> query.put(name, values.getLast()));
        int perPage = Integer.parseInt(query.getOrDefault("per_page", "10"));
        int number = Integer.parseInt(query.getOrDefault("page", "1"));
        if (perPage < 1 || perPage > MAX_PER_PAGE || number < 1) {
            return Answer.json(400, "{\"code\":\"rest_invalid_param\",\"message\":\"Invalid parameter(s): per_page\"}");
        }
        JsonArrayBuilder items = JSON.createArrayBuilder();
        all.stream().skip((long) perPage * (number - 1)).limit(perPage).map(item -> WooCommerceJson.only(item, query.get("_fields")))
                .forEach(items::add);
        return new Answer(200, Map.of("Content-Type", "application/json", "X-WP-Total", Integer.toString(all.size()),
                "X-WP-TotalPages", Integer.toString((all.size() + perPage - 1) / perPage)), items.build().toString());
    }

    private synchronized Answer webhooks(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath();
        String id = path.endsWith("/webhooks") ? hooks.nextId() : path.substring(path.lastIndexOf('/') + 1);
        switch (exchange.getRequestMethod()) {
            case "POST", "PUT" -> {
                JsonObject wanted = json(body);
                if (!wanted.getString("topic").matches("(product|order)\\.(created|updated|deleted|restored)")) {
                    return Answer.json(400, "{\"code\":\"woocommerce_rest_webhook_invalid_topic\"}");
                }
                boolean added = hooks.put(id, JSON.createObjectBuilder(wanted).add("id", Integer.parseInt(id)).build()) == null;
                consecutiveFailures.remove(id);
                if (added) {
                    ping(wanted.getString("delivery_url"), id);
                }
                return Answer.json(added ? 201 : 200, hooks.get(id).toString());
            }
            case "DELETE" -> {
                return Answer.json(hooks.remove(id) == null ? 404 : 200, "{}");
            }
            default -> {
                return page(exchange, hooks.values().stream().map(hook -> WooCommerceJson.without(hook, "secret")).toList());
            }
        }
    }

    /** Unsigned, and only 200 will do. */
    private void ping(String address, String id) {
        int status = ask(HttpRequest.newBuilder(atOurs(address)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("webhook_id=" + id)).build()).statusCode();
        if (status != 200) {
            throw new AssertionError("the ping was answered " + status);
        }
    }

    @Override
    protected Answer throttled() {
        return new Answer(429, Map.of("Retry-After", "1"), "{}");
    }

    @Override
    protected void tell(Change change, String productId) {
        String topic = "product." + change.name().toLowerCase(Locale.ROOT);
        String body = change == Change.DELETED ? "{\"id\":" + productId + "}" : WooCommerceJson.product(stock.get(productId)).toString();
        raiseTo(topic, body);
    }

    /** Raises a webhook of a topic with any body. */
    public synchronized void raiseTo(String topic, String body) {
        List.copyOf(hooks.entrySet()).stream()
                .filter(hook -> hook.getValue().getString("topic").equals(topic) && hook.getValue().getString("status", "active").equals("active"))
                .forEach(hook -> raise(new SimulatedWebhook(hook.getKey(), topic, hook.getValue().getString("delivery_url"), clock.instant(), body)));
    }

    /** A webhook that failed five times in a row is disabled. */
    @Override
    protected void noteDelivery(SimulatedWebhook webhook, int status) {
        if (status >= 200 && status <= 302) {
            consecutiveFailures.remove(webhook.id());
        } else if (consecutiveFailures.merge(webhook.id(), 1, Integer::sum) >= FAILURES_BEFORE_DISABLED) {
            hooks.computeIfPresent(webhook.id(), (id, hook) -> JSON.createObjectBuilder(hook).add("status", "disabled").build());
        }
    }

    @Override
    protected String secret() {
        return hooks.values().stream().findFirst().map(hook -> hook.getString("secret")).orElse("none");
    }

    @Override
    protected Map<String, String> headers(SimulatedWebhook webhook, String signingSecret) {
        String[] topic = webhook.topic().split("\\.");
        return Map.of("X-WC-Webhook-Source", store() + "/", "X-WC-Webhook-Topic", webhook.topic(), "X-WC-Webhook-Resource", topic[0],
                "X-WC-Webhook-Event", topic[1], "X-WC-Webhook-Signature", Hs256.base64(signingSecret, webhook.body()),
                "X-WC-Webhook-ID", webhook.id(), "X-WC-Webhook-Delivery-ID", webhook.id() + "-" + clock.instant().getEpochSecond());
    }

    @Override
    public synchronized List<String> subscriptions() {
        return hooks.values().stream().map(hook -> hook.getString("topic")).toList();
    }

    /** Topics of the webhooks that the store disabled. */
    public synchronized List<String> disabled() {
        return hooks.values().stream().filter(hook -> hook.getString("status", "active").equals("disabled"))
                .map(hook -> hook.getString("topic")).toList();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
