package com.eyewearml.storage;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Name of an object: bytes of a shop under their own hash.
 *
 * @param shopId owner
 * @param sha256 64 hexadecimal digits, lower case
 */
public record ObjectKey(UUID shopId, String sha256) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException where the hash is none */
    public ObjectKey {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not the SHA-256 of anything: expected 64 hexadecimal digits, lower case");
        }
    }
}
