package com.eyewearml.server.storefront;

import static com.eyewearml.db.schema.Tables.API_KEY;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.pojos.ApiKey;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.cache.SharedCache;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Public keys of a shop, as its members make and revoke them. */
public final class ApiKeyEditor {
    private static final String PREFIX = "ewpk_";
    private static final int RANDOM_LENGTH = 24;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final SharedCache shared;
    private final AuditTrail audit;

    /** @param shared tells other servers of changes */
    public ApiKeyEditor(Database database, SharedCache shared, AuditTrail audit) {
        this.database = database;
        this.shared = shared;
        this.audit = audit;
    }

    /** All keys of a shop, revoked ones too, oldest first. */
    public List<ApiKey> list(UUID shopId) {
        return database.inShop(shopId, db -> db.selectFrom(API_KEY).orderBy(API_KEY.CREATED_AT, API_KEY.ID).fetchInto(ApiKey.class));
    }

    /** Makes a key that pages of those origins may use. */
    public ApiKey create(UUID shopId, String name, Collection<PageOrigin> origins, Actor actor) {
        return database.inShop(shopId, db -> {
            ApiKey made = db.insertInto(API_KEY).set(API_KEY.SHOP_ID, shopId).set(API_KEY.PUBLIC_KEY, random()).set(API_KEY.NAME, name)
                    .set(API_KEY.ALLOWED_ORIGINS, texts(origins)).returning().fetchSingle().into(ApiKey.class);
            audit.add(db, shopId, event(actor, "api-key.create", made.id(), Optional.empty(), Optional.of(json(made))));
            return made;
        });
    }

    /** Changes the origins of a key that was not revoked; false where there is none. */
    public boolean allow(UUID shopId, UUID id, Collection<PageOrigin> origins, Actor actor) {
        return change(shopId, id, actor, "api-key.change", (db, before) -> db.update(API_KEY)
                .set(API_KEY.ALLOWED_ORIGINS, texts(origins)).where(API_KEY.ID.eq(id)).returning().fetchSingle().into(ApiKey.class));
    }

    /** Ends the use of a key for ever; false where there is none, or none in use. */
    public boolean revoke(UUID shopId, UUID id, Actor actor) {
        return change(shopId, id, actor, "api-key.revoke", (db, before) -> db.update(API_KEY)
                .set(API_KEY.REVOKED_AT, currentOffsetDateTime()).where(API_KEY.ID.eq(id)).returning().fetchSingle().into(ApiKey.class));
    }

    private interface Change {
        ApiKey apply(DSLContext db, ApiKey before);
    }

    private boolean change(UUID shopId, UUID id, Actor actor, String action, Change change) {
        Optional<ApiKey> changed = database.inShop(shopId, db -> db.selectFrom(API_KEY)
                .where(API_KEY.ID.eq(id)).and(API_KEY.REVOKED_AT.isNull()).forUpdate().fetchOptionalInto(ApiKey.class).map(before -> {
                    ApiKey after = change.apply(db, before);
                    audit.add(db, shopId, event(actor, action, id, Optional.of(json(before)), Optional.of(json(after))));
                    return after;
                }));
        changed.ifPresent(key -> shared.invalidate(ApiKeys.cacheKey(key.publicKey())));
        return changed.isPresent();
    }

    private static AuditEvent event(Actor actor, String action, UUID id, Optional<JsonObject> before, Optional<JsonObject> after) {
        return new AuditEvent(actor, action, id.toString(), before, after, "", "");
    }

    private static JsonObject json(ApiKey key) {
        JsonArrayBuilder origins = Json.createArrayBuilder();
        List.of(key.allowedOrigins()).forEach(origins::add);
        return Json.createObjectBuilder().add("name", key.name()).add("allowedOrigins", origins)
                .add("revoked", key.revokedAt() != null).build();
    }

    private static String[] texts(Collection<PageOrigin> origins) {
        return origins.stream().map(PageOrigin::text).distinct().toArray(String[]::new);
    }

    private static String random() {
        StringBuilder text = new StringBuilder(PREFIX);
        RANDOM.ints(RANDOM_LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        return text.toString();
    }
}
