package com.eyewearml.server.storage;

import static com.eyewearml.db.schema.Tables.ASSET;
import static com.eyewearml.db.schema.Tables.FRAME_IMPORT;
import static com.eyewearml.db.schema.Tables.FRAME_PICTURE;
import static com.eyewearml.db.schema.Tables.PICTURE_VARIANT;
import static com.eyewearml.db.schema.Tables.STORED_OBJECT;
import static com.eyewearml.db.schema.Tables.VARIANT;
import static com.eyewearml.db.schema.Tables.VARIANT_PICTURE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import com.eyewearml.db.Database;
import com.eyewearml.storage.ObjectKey;
import com.eyewearml.storage.ObjectStore;
import com.eyewearml.storage.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * Deletes what nothing refers to any more: objects, their renditions, models, and bytes whose process died before they were registered. What
 * is younger than the grace time stays, so that what was just uploaded can be linked. May run beside uploads and links, and beside itself.
 */
public final class ObjectCollector {
    /** How long something must have been of no use. */
    public static final Duration GRACE = Duration.ofHours(24);
    /** All columns that refer to an object by something else than its own source. */
    static final List<TableField<?, byte[]>> REFERENCES =
            List.of(FRAME_IMPORT.SOURCE_SHA256, FRAME_PICTURE.SHA256, PICTURE_VARIANT.OBJECT_SHA256);
    /** All columns that refer to a model or picture in the database. */
    static final List<TableField<?, byte[]>> ASSET_REFERENCES =
            List.of(VARIANT.MODEL_SHA256, VARIANT_PICTURE.SHA256, FRAME_IMPORT.MODEL_SHA256);

    private final Database database;
    private final ObjectStore store;
    private final Duration grace;

    /** @param grace as {@link #GRACE} */
    public ObjectCollector(Database database, ObjectStore store, Duration grace) {
        this.database = database;
        this.store = store;
        this.grace = grace;
    }

    /**
     * What was deleted.
     *
     * @param objects in storage
     * @param bytes   of these
     * @param models  in the database
     */
    public record Collected(int objects, long bytes, int models) {
        Collected plus(Collected other) {
            return new Collected(objects + other.objects, bytes + other.bytes, models + other.models);
        }
    }

    /** Collects in all shops that have objects, and in those given. */
    public Collected run(Set<UUID> others) {
        Set<UUID> shops = new TreeSet<>(store.shops());
        shops.addAll(others);
        return shops.stream().map(this::run).reduce(new Collected(0, 0, 0), Collected::plus);
    }

    /** Collects in one shop. */
    public Collected run(UUID shopId) {
        int objects = 0;
        long bytes = 0;
        // Renditions are of use while their source is: a second round takes those of the first.
        for (int round = 0; round < 2; round++) {
            for (byte[] sha256 : unused(shopId)) {
                long freed = delete(new ObjectKey(shopId, HexFormat.of().formatHex(sha256)));
                objects += freed > 0 ? 1 : 0;
                bytes += freed;
            }
        }
        Instant old = Instant.now().minus(grace);
        try (Stream<StoredObject> all = store.list(shopId)) {
            for (StoredObject object : (Iterable<StoredObject>) all.filter(object -> object.keptAt().isBefore(old))::iterator) {
                if (deleteUnregistered(object.key())) {
                    objects++;
                    bytes += object.bytes();
                }
            }
        }
        return new Collected(objects, bytes, models(shopId));
    }

    private List<byte[]> unused(UUID shopId) {
        return database.inShop(shopId, db -> db.select(STORED_OBJECT.SHA256).from(STORED_OBJECT).where(collectable())
                .fetch(STORED_OBJECT.SHA256));
    }

    private Condition collectable() {
        Condition condition = STORED_OBJECT.TOUCHED_AT.lt(DSL.field("now() - {0} * interval '1 millisecond'",
                STORED_OBJECT.TOUCHED_AT.getDataType(), DSL.val(grace.toMillis())));
        for (TableField<?, byte[]> reference : REFERENCES) {
            condition = condition.andNotExists(selectOne().from(reference.getTable()).where(shopId(reference).eq(STORED_OBJECT.SHOP_ID))
                    .and(reference.eq(STORED_OBJECT.SHA256)));
        }
        return condition;
    }

    private static Field<UUID> shopId(TableField<?, byte[]> reference) {
        return reference.getTable().field("shop_id", UUID.class);
    }

    /** Bytes freed; 0 where it has come into use in the meantime. */
    private long delete(ObjectKey key) {
        return database.inShop(key.shopId(), db -> {
            StoredObjects.lock(db, key);
            Condition it = STORED_OBJECT.SHA256.eq(HexFormat.of().parseHex(key.sha256()));
            // Whoever refers to it meanwhile waits for this lock of the row, or is seen by the condition that is asked for after it.
            db.select(STORED_OBJECT.SHA256).from(STORED_OBJECT).where(it).forUpdate().fetch();
            List<Long> deleted = db.deleteFrom(STORED_OBJECT).where(it).and(collectable()).returning(STORED_OBJECT.SIZE_BYTES)
                    .fetch(STORED_OBJECT.SIZE_BYTES);
            if (deleted.isEmpty()) {
                return 0L;
            }
            store.delete(key);
            return deleted.getFirst();
        });
    }

    private boolean deleteUnregistered(ObjectKey key) {
        return database.inShop(key.shopId(), db -> {
            StoredObjects.lock(db, key);
            if (db.fetchExists(STORED_OBJECT, STORED_OBJECT.SHA256.eq(HexFormat.of().parseHex(key.sha256())))) {
                return false;
            }
            store.delete(key);
            return true;
        });
    }

    private int models(UUID shopId) {
        return database.inShop(shopId, db -> db.deleteFrom(ASSET).where(ASSET.CREATED_AT.lt(DSL.field("now() - {0} * interval '1 millisecond'",
                ASSET.CREATED_AT.getDataType(), DSL.val(grace.toMillis())))).and(unusedAsset(db)).execute());
    }

    private static Condition unusedAsset(DSLContext db) {
        Condition condition = DSL.noCondition();
        for (TableField<?, byte[]> reference : ASSET_REFERENCES) {
            condition = condition.andNot(exists(db.selectOne().from(reference.getTable()).where(shopId(reference).eq(ASSET.SHOP_ID))
                    .and(reference.eq(ASSET.SHA256))));
        }
        return condition;
    }
}
