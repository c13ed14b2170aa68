package com.eyewearml.server.platform;

import com.eyewearml.server.jobs.Patience;
import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.outbound.OutboundClient;
import com.eyewearml.server.outbound.OutboundResponse;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks the interface of a connected store and tells apart what its refusals mean. */
public final class StoreApi {
    private static final int MAX_ANSWER_BYTES = 16 << 20;
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration ASKED_TO_WAIT = Duration.ofSeconds(2);
    private final OutboundClient client;

    /** Asks by means of that client. */
    public StoreApi(OutboundClient client) {
        this.client = client;
    }

    /**
     * Asks, and pauses for as long as the store asks us to, within reason.
     *
     * @param authorisation gives headers that prove who asks, new ones for each request
     * @return the answer, with a status below 500 that is neither 401, 403 nor 429
     * @throws ReconnectException  where the store refuses our credential
     * @throws RetryLaterException where it asks to wait for longer, or fails
     */
    public OutboundResponse send(Connection connection, String method, URI address, Supplier<Map<String, String>> authorisation,
                                 Optional<JsonStructure> body) {
        return Patience.with(() -> sendOnce(connection, method, address, authorisation.get(), body));
    }

    /** Like the other, with headers that may be sent again. */
    public OutboundResponse send(Connection connection, String method, URI address, Map<String, String> authorisation,
                                 Optional<JsonStructure> body) {
        return send(connection, method, address, () -> authorisation, body);
    }

    private OutboundResponse sendOnce(Connection connection, String method, URI address, Map<String, String> authorisation,
                                      Optional<JsonStructure> body) {
        Map<String, String> headers = new LinkedHashMap<>(authorisation);
        headers.put("Accept", "application/json");
        body.ifPresent(json -> headers.put("Content-Type", "application/json"));
        OutboundResponse response = client.send(method, address, headers,
                body.map(json -> json.toString().getBytes(StandardCharsets.UTF_8)), MAX_ANSWER_BYTES);
        return switch (response.status()) {
            case 401, 403 -> throw new ReconnectException(connection, "The store no longer accepts our access.");
            case 429 -> throw RetryLaterException.asked("The store asks us to go slower.", waiting(response));
            default -> {
                if (response.status() >= 500) {
                    throw new RetryLaterException("The store's platform answered " + response.status() + ".", AWAY, null);
                }
                yield response;
            }
        };
    }

    /** Seconds in {@code Retry-After} (RFC 9110 section 10.2.3), or milliseconds in BigCommerce's header. */
    private static Duration waiting(OutboundResponse response) {
        Optional<Duration> asked = response.header("retry-after").filter(text -> text.matches("[0-9]{1,5}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        return asked.or(() -> response.header("x-rate-limit-time-reset-ms").filter(text -> text.matches("[0-9]{1,8}"))
                .map(text -> Duration.ofMillis(Long.parseLong(text)))).orElse(ASKED_TO_WAIT);
    }

    /** @throws RetryLaterException where the answer is no JSON object, as from a proxy before a store that is away */
    public static JsonObject json(OutboundResponse response) {
        return read(response, JsonReader::readObject, "object");
    }

    /** @throws RetryLaterException where the answer is no JSON array */
    public static JsonArray array(OutboundResponse response) {
        return read(response, JsonReader::readArray, "list");
    }

    private static <T> T read(OutboundResponse response, Function<JsonReader, T> reading, String expected) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
            return reading.apply(reader);
        } catch (JsonException e) {
            throw new RetryLaterException("The store's platform answered something that is no JSON " + expected + ".", AWAY, e);
        }
    }

    /** @throws RetryLaterException where the answer is anything but a success */
    public static OutboundResponse success(OutboundResponse response) {
        if (response.status() / 100 != 2) {
            throw new RetryLaterException("The store answered " + response.status() + " where we expected its data.", AWAY, null);
        }
        return response;
    }
}
