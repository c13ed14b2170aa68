package com.eyewearml.server.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * A secret that a platform handed over, opened.
 *
 * @param secret    token, or a structure of tokens as text
 * @param expiresAt when the platform stops taking it; empty where it does not by itself
 */
public record Credential(String secret, Optional<Instant> expiresAt) {
    /** What a secret is for. The names are those in the database. */
    public enum Kind { ACCESS, REFRESH, WEBHOOK_SECRET, PREVIOUS_WEBHOOK_SECRET }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Credential[expires " + expiresAt + "]";
    }
}
