package com.eyewearml.server.auth;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/**
 * Something shown once, within its time.
 *
 * @param purpose what it lets its bearer do
 * @param subject whom or what it is for: an e-mail address, the origin of a store
 * @param shopId  the shop it is about, where there is one yet
 * @param details what the purpose needs besides; no secret
 */
public record Ticket(Purpose purpose, String subject, Optional<UUID> shopId, JsonObject details) {
    /** What tickets are for. The names are those in the database. */
    public enum Purpose { SIGN_IN, PASSWORD, INVITATION, INSTALLATION, PASSKEY }
}
