package com.eyewearml.server.admin;

import static com.eyewearml.db.schema.Tables.API_KEY;
import static com.eyewearml.db.schema.Tables.FRAME_LINK;
import static com.eyewearml.db.schema.Tables.JOB;
import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static com.eyewearml.db.schema.Tables.VARIANT;

import com.eyewearml.db.schema.tables.records.JobRecord;
import com.eyewearml.db.schema.tables.records.PlatformConnectionRecord;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Installations;
import com.eyewearml.server.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * How a shop stands.
 *
 * @param connections to stores, the oldest first
 * @param products    that stores have now
 * @param eyewear     of these, what looks like glasses
 * @param ready       of the glasses, those of which a variant can be tried on
 * @param unsized     of the glasses, those whose texts tell no lens width or no bridge
 * @param frames      variants of frames that have a model
 * @param keys        public keys in use
 */
public record Overview(List<ConnectionView> connections, long products, long eyewear, long ready, long unsized, long frames, long keys) {
    static final Condition PRESENT = PRODUCT.DELETED_AT.isNull();
    static final Condition GLASSES = PRODUCT.EYEWEAR.isTrue();
    static final Condition READY = DSL.exists(DSL.selectOne().from(PRODUCT_VARIANT).join(FRAME_LINK)
            .on(FRAME_LINK.PRODUCT_VARIANT_ID.eq(PRODUCT_VARIANT.ID)).where(PRODUCT_VARIANT.PRODUCT_ID.eq(PRODUCT.ID)));
    static final Condition UNSIZED = PRODUCT.LENS_WIDTH_MM.isNull().or(PRODUCT.DBL_MM.isNull());

    /** Reads it in a transaction of the shop. */
    static Overview read(DSLContext db) {
        var counts = db.select(DSL.count(), DSL.count().filterWhere(GLASSES), DSL.count().filterWhere(GLASSES.and(READY)),
                DSL.count().filterWhere(GLASSES.and(UNSIZED))).from(PRODUCT).where(PRESENT).fetchSingle();
        return new Overview(connections(db), counts.value1(), counts.value2(), counts.value3(), counts.value4(),
                db.fetchCount(VARIANT, VARIANT.MODEL_SHA256.isNotNull()), db.fetchCount(API_KEY, API_KEY.REVOKED_AT.isNull()));
    }

    /** Connections with their latest imports, in a transaction of the shop. */
    static List<ConnectionView> connections(DSLContext db) {
        return db.selectFrom(PLATFORM_CONNECTION).orderBy(PLATFORM_CONNECTION.INSTALLED_AT, PLATFORM_CONNECTION.ID)
                .fetch(row -> view(row, db.selectFrom(JOB)
                        .where(JOB.KIND.eq(Installations.IMPORT_JOB)).and(JOB.DEDUPE_KEY.eq(row.getId().toString()))
                        .orderBy(JOB.CREATED_AT.desc()).limit(1).fetchOptional(Overview::progress)));
    }

    private static ConnectionView view(PlatformConnectionRecord row, Optional<ImportProgress> importing) {
        return new ConnectionView(row.getId(), Platform.valueOf(row.getPlatform()), row.getStore(), Connection.State.valueOf(row.getState()),
                row.getStateReason(), Optional.ofNullable(row.getCatalogueSyncedAt()).map(at -> at.toInstant()), importing);
    }

    private static ImportProgress progress(JobRecord row) {
        return new ImportProgress(row.getState(), row.getProgressDone(),
                row.getProgressTotal() == null ? OptionalLong.empty() : OptionalLong.of(row.getProgressTotal()), row.getError(),
                row.getCreatedAt().toInstant());
    }

    /** Whether a store is, or was, connected and works. */
    public boolean connected() {
        return connections.stream().anyMatch(connection -> connection.state() == Connection.State.ACTIVE);
    }

    /** Glasses that nobody can try on yet. */
    public long gaps() {
        return eyewear - ready;
    }
}
