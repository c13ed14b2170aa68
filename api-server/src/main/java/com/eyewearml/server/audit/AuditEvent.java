package com.eyewearml.server.audit;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * Something that was done in a shop.
 *
 * @param actor     who
 * @param action    what, as {@code thing.deed}: {@code member.remove}, {@code settings.change}
 * @param subject   to which thing, by its id
 * @param before    what it was; no secret and no personal data, for entries are never taken out
 * @param after     what it is now; likewise
 * @param address   client address it came from, empty where it came from no request
 * @param requestId request it came with, empty where none
 */
public record AuditEvent(Actor actor, String action, String subject, Optional<JsonObject> before, Optional<JsonObject> after,
                         String address, String requestId) {
    /** Something the server did on its own, with nothing to compare. */
    public static AuditEvent of(Actor actor, String action, String subject) {
        return new AuditEvent(actor, action, subject, Optional.empty(), Optional.empty(), "", "");
    }
}
