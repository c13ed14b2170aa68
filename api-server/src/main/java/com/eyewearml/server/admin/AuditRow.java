package com.eyewearml.server.admin;

import com.eyewearml.db.schema.tables.pojos.AuditEntry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.JSON;

/**
 * An entry of the audit trail for people.
 *
 * @param sequence its number
 * @param at       when
 * @param who      did it
 * @param deed     in words
 * @param action   as the trail names it
 * @param changes  what is other than before
 */
public record AuditRow(long sequence, Instant at, String who, String deed, String action, List<Change> changes) {
    private static final Map<String, String> DEEDS = Map.ofEntries(
            Map.entry("shop.create", "made the shop"), Map.entry("settings.change", "changed the settings"),
            Map.entry("api-key.create", "made a public key"), Map.entry("api-key.change", "changed the sites of a public key"),
            Map.entry("api-key.revoke", "revoked a public key"), Map.entry("invitation.send", "invited somebody"),
            Map.entry("invitation.withdraw", "took an invitation back"), Map.entry("member.join", "joined the team"),
            Map.entry("member.add", "added a member of staff"), Map.entry("member.change", "changed a role"),
            Map.entry("member.remove", "removed a member"), Map.entry("connection.install", "connected a store"),
            Map.entry("connection.lose", "lost the connection to a store"), Map.entry("connection.uninstall", "disconnected a store"),
            Map.entry("catalogue.import", "had the catalogue read again"), Map.entry("frame.create", "made a frame"),
            Map.entry("frame.change", "changed a frame"), Map.entry("frame.delete", "deleted a frame"),
            Map.entry("frame-import.create", "uploaded a file"), Map.entry("frame-import.delete", "removed an upload"),
            Map.entry("frame-link.change", "linked a product to a frame"), Map.entry("frame-link.remove", "removed a product's link to a frame"),
            Map.entry("frame-suggestion.accept", "accepted a suggested frame"), Map.entry("frame-suggestion.reject", "turned a suggested frame down"),
            Map.entry("frame-suggestion.undo", "reopened a suggested frame"));

    /** A field that changed; what there was not is empty. */
    public record Change(String field, String before, String after) { }

    /** @param names of people by their account ids */
    static AuditRow of(AuditEntry entry, Map<UUID, String> names) {
        return new AuditRow(entry.sequence(), entry.at().toInstant(), who(entry, names),
                DEEDS.getOrDefault(entry.action(), entry.action().replace('.', ' ').replace('-', ' ')), entry.action(),
                changes(object(entry.before()), object(entry.after())));
    }

    private static String who(AuditEntry entry, Map<UUID, String> names) {
        return switch (entry.actorKind()) {
            case "ACCOUNT" -> names.getOrDefault(UUID.fromString(entry.actor()), "A former member");
            case "PLATFORM" -> "The store's platform";
            default -> "EyewearML";
        };
    }

    private static JsonObject object(JSON json) {
        if (json == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(json.data()))) {
            return reader.readObject();
        }
    }

    private static List<Change> changes(JsonObject before, JsonObject after) {
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            String was = text(before.get(field));
            String is = text(after.get(field));
            if (!was.equals(is)) {
                changes.add(new Change(words(field), was, is));
            }
        }
        return changes;
    }

    private static String text(JsonValue value) {
        if (value == null) {
            return "";
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        return switch (value.getValueType()) {
            case TRUE -> "on";
            case FALSE -> "off";
            case ARRAY -> String.join(", ", value.asJsonArray().stream().map(AuditRow::text).toList());
            default -> value.toString();
        };
    }

    /** {@code buttonText} as words. */
    private static String words(String field) {
        String spaced = field.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
