package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.jobs.Patience;
import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.StoreApi;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Shopify's GraphQL interface, one pinned version of it. Its queries are files. */
final class ShopifyGraphql {
    private static final String PATH = "/admin/api/2026-10/graphql.json";
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Map<String, String> QUERIES = new ConcurrentHashMap<>();
    private final ShopifyEndpoints endpoints;
    private final StoreApi api;

    ShopifyGraphql(ShopifyEndpoints endpoints, StoreApi api) {
        this.endpoints = endpoints;
        this.api = api;
    }

    /**
     * Runs a query.
     *
     * @param query name of its file
     * @return its {@code data}
     * @throws RetryLaterException where the shop's bucket of query cost is empty: once it holds enough again
     */
    JsonObject run(Connection connection, String token, String query, JsonObject variables) {
        return Patience.with(() -> runOnce(connection, token, query, variables));
    }

    private JsonObject runOnce(Connection connection, String token, String query, JsonObject variables) {
        URI address = endpoints.of(new ShopDomain(connection.store())).resolve(PATH);
        JsonObject request = Json.createObjectBuilder().add("query", text(query))
                .add("operationName", query).add("variables", variables).build();
        JsonObject answer = StoreApi.json(api.send(connection, "POST", address, Map.of("X-Shopify-Access-Token", token),
                Optional.of(request)));
        if (answer.containsKey("errors")) {
            throw refusal(answer);
        }
        return answer.getJsonObject("data");
    }

    private static RetryLaterException refusal(JsonObject answer) {
        boolean throttled = answer.get("errors").getValueType() == JsonValue.ValueType.ARRAY && answer.getJsonArray("errors").stream()
                .map(JsonValue::asJsonObject).anyMatch(error -> error.containsKey("extensions")
                        && "THROTTLED".equals(error.getJsonObject("extensions").getString("code", "")));
        if (!throttled) {
            return new RetryLaterException("The shop does not answer our questions.", AWAY, null);
        }
        JsonObject cost = answer.getJsonObject("extensions").getJsonObject("cost");
        JsonObject bucket = cost.getJsonObject("throttleStatus");
        double missing = number(cost, "requestedQueryCost") - number(bucket, "currentlyAvailable");
        long millis = (long) Math.ceil(1000 * Math.max(0, missing) / number(bucket, "restoreRate"));
        return RetryLaterException.asked("The shop asks us to go slower.", Duration.ofMillis(millis));
    }

    private static double number(JsonObject object, String name) {
        return object.getJsonNumber(name).doubleValue();
    }

    /** Text of a query by the name of its file. */
    static String text(String name) {
        return QUERIES.computeIfAbsent(name, ShopifyGraphql::read);
    }

    private static String read(String name) {
        try (InputStream in = ShopifyGraphql.class.getResourceAsStream("/graphql/shopify/" + name + ".graphql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
