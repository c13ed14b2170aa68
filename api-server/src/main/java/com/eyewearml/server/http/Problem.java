package com.eyewearml.server.http;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;

/**
 * An error as told to the client.
 *
 * @param code   kind of failure
 * @param detail what was wrong with this request
 */
public record Problem(ErrorCode code, String detail) {
    /** Media type of {@link #json}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * Problem details of RFC 9457 with the extensions {@code code} and {@code requestId}.
     *
     * @param requestId names the request to whoever asks the server's operator about it
     */
    public byte[] json(String requestId) {
        return Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", code.title())
                .add("status", code.status().code())
                .add("code", code.name())
                .add("detail", detail)
                .add("requestId", requestId)
                .build().toString().getBytes(StandardCharsets.UTF_8);
    }
}
