package com.eyewearml.server.outbound;

import java.util.Map;
import java.util.Optional;

/**
 * What another server answered.
 *
 * @param status  HTTP status
 * @param headers names in lower case; the first of repeated ones
 * @param body    whole
 */
public record OutboundResponse(int status, Map<String, String> headers, byte[] body) {
    /** A header by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
