package com.eyewearml.server.platform.webhook;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * A webhook delivery whose signature was verified.
 *
 * @param key         the platform's key of it: another delivery with this key is the same
 * @param eventId     what it is about, where the platform tells
 * @param topic       kind of event, in the platform's words
 * @param triggeredAt when the event happened, where the platform tells
 * @param body        the bytes that were signed
 */
public record Delivery(String key, Optional<String> eventId, String topic, Optional<Instant> triggeredAt, byte[] body) {
    /**
     * The body, as JSON.
     *
     * @throws jakarta.json.JsonException where it is no object
     */
    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        }
    }
}
