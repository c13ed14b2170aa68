package com.eyewearml.server.storage;

import static com.eyewearml.db.schema.Tables.STORED_OBJECT;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.pojos.StoredObject;
import com.eyewearml.storage.IncomingObject;
import com.eyewearml.storage.ObjectKey;
import com.eyewearml.storage.ObjectStore;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * What is known of the objects in storage.
 *
 * <p>An object is registered before its bytes are kept, and an {@link ObjectCollector} deletes bytes and row in one transaction. Both hold
 * the object's lock while they look: whichever comes second sees what the first did, so what was just asked to be kept is never deleted.
 */
public final class StoredObjects {
    /** What may be done with an object. */
    public enum State {
        /** Its bytes may not be there yet. */
        RECEIVING,
        /** Nobody has looked into it: not to be delivered. */
        QUARANTINED,
        /** Found to be what it says it is. */
        CLEAN
    }

    /**
     * What an object is.
     *
     * @param mediaType as its bytes tell
     * @param state     what may be done with it
     * @param widthPx   of a picture
     * @param heightPx  of a picture
     */
    public record Description(String mediaType, State state, OptionalInt widthPx, OptionalInt heightPx) {
        /** Something that has no size in pixels. */
        public static Description of(String mediaType, State state) {
            return new Description(mediaType, state, OptionalInt.empty(), OptionalInt.empty());
        }

        /** A picture that was decoded. */
        public static Description picture(String mediaType, int widthPx, int heightPx) {
            return new Description(mediaType, State.CLEAN, OptionalInt.of(widthPx), OptionalInt.of(heightPx));
        }
    }

    private final Database database;
    private final ObjectStore store;

    /** @param store holds the bytes */
    public StoredObjects(Database database, ObjectStore store) {
        this.database = database;
        this.store = store;
    }

    /** Where the bytes are. */
    public ObjectStore store() {
        return store;
    }

    /**
     * Keeps what was received. An object that is there already stays what it is, but is young again.
     *
     * @throws com.eyewearml.storage.StorageException where its bytes cannot be kept; nothing is then delivered of it
     */
    public ObjectKey keep(UUID shopId, IncomingObject incoming, Description description) {
        ObjectKey key = new ObjectKey(shopId, incoming.sha256());
        byte[] sha256 = HexFormat.of().parseHex(key.sha256());
        database.changeShop(shopId, db -> {
            lock(db, key);
            db.insertInto(STORED_OBJECT)
                    .set(STORED_OBJECT.SHOP_ID, shopId)
                    .set(STORED_OBJECT.SHA256, sha256)
                    .set(STORED_OBJECT.CONTENT_TYPE, description.mediaType())
                    .set(STORED_OBJECT.SIZE_BYTES, incoming.bytes())
                    .set(STORED_OBJECT.STATE, State.RECEIVING.name())
                    .set(STORED_OBJECT.WIDTH_PX, orNull(description.widthPx()))
                    .set(STORED_OBJECT.HEIGHT_PX, orNull(description.heightPx()))
                    .onConflict(STORED_OBJECT.SHOP_ID, STORED_OBJECT.SHA256).doUpdate()
                    .set(STORED_OBJECT.TOUCHED_AT, currentOffsetDateTime()).execute();
        });
        store.put(shopId, incoming);
        database.changeShop(shopId, db -> db.update(STORED_OBJECT).set(STORED_OBJECT.STATE, description.state().name())
                .where(STORED_OBJECT.SHA256.eq(sha256)).and(STORED_OBJECT.STATE.eq(State.RECEIVING.name())).execute());
        return key;
    }

    private static Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    /** Holds an object's lock until the transaction ends. */
    static void lock(DSLContext transaction, ObjectKey key) {
        transaction.select(DSL.field("pg_advisory_xact_lock(hashtextextended({0}, 0))", Object.class,
                DSL.val(key.shopId() + "/" + key.sha256()))).fetch();
    }

    /** Lets a quarantined object go, in a transaction of its shop. */
    public static void clear(DSLContext transaction, String sha256) {
        transaction.update(STORED_OBJECT).set(STORED_OBJECT.STATE, State.CLEAN.name())
                .where(STORED_OBJECT.SHA256.eq(HexFormat.of().parseHex(sha256))).execute();
    }

    /** What is known of an object whose bytes are there; empty where there is none. */
    public Optional<StoredObject> find(ObjectKey key) {
        return database.inShop(key.shopId(), db -> db.selectFrom(STORED_OBJECT)
                .where(STORED_OBJECT.SHA256.eq(HexFormat.of().parseHex(key.sha256())))
                .and(STORED_OBJECT.STATE.ne(State.RECEIVING.name())).fetchOptionalInto(StoredObject.class));
    }
}
