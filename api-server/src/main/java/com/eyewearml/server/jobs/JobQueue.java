package com.eyewearml.server.jobs;

import static com.eyewearml.db.schema.Tables.JOB;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.select;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/**
 * Jobs in PostgreSQL: asked for in the transaction that makes them necessary, leased by one worker at a time, resumed by another where
 * that one dies. All times are the database's, so servers' clocks do not matter.
 */
public final class JobQueue {
    private static final String WAITING = "WAITING";
    private static final String RUNNING = "RUNNING";

    private final Database database;

    /** Jobs in that database. */
    public JobQueue(Database database) {
        this.database = database;
    }

    /**
     * Asks for a job in a transaction of that shop.
     *
     * @return false where an unfinished job has the same kind and key already
     */
    public static boolean add(DSLContext transaction, UUID shopId, JobRequest request) {
        return transaction.insertInto(JOB)
                .set(JOB.SHOP_ID, shopId)
                .set(JOB.KIND, request.kind())
                .set(JOB.DEDUPE_KEY, request.dedupeKey())
                .set(JOB.PAYLOAD, JSONB.jsonb(request.payload().toString()))
                .set(JOB.RUN_AT, OffsetDateTime.ofInstant(request.runAt(), ZoneOffset.UTC))
                .onConflictDoNothing().execute() == 1;
    }

    /** Leases due jobs of those kinds, the longest due first, for {@code lease} from now. */
    public List<LeasedJob> lease(Collection<String> kinds, int limit, Duration lease) {
        UUID holder = UUID.randomUUID();
        return database.in(Scope.dispatch(), db -> db.update(JOB)
                .set(JOB.STATE, RUNNING)
                .set(JOB.ATTEMPTS, JOB.ATTEMPTS.plus(1))
                .set(JOB.LEASE_HOLDER, holder)
                .set(JOB.LEASED_UNTIL, fromNow(lease))
                // An array is chosen once; a list to be looked up in may be chosen again for each row, and more than the limit be leased.
                .where(JOB.ID.eq(any(array(select(JOB.ID).from(JOB)
                        .where(JOB.KIND.in(kinds))
                        .and(JOB.STATE.in(WAITING, RUNNING))
                        .and(JOB.RUN_AT.le(currentOffsetDateTime()))
                        .and(JOB.LEASED_UNTIL.isNull().or(JOB.LEASED_UNTIL.lt(currentOffsetDateTime())))
                        .orderBy(JOB.RUN_AT).limit(limit).forUpdate().skipLocked()))))
                .returning(JOB.ID, JOB.SHOP_ID, JOB.KIND, JOB.PAYLOAD, JOB.CURSOR, JOB.ATTEMPTS)
                .fetch(row -> new LeasedJob(row.getId(), row.getShopId(), row.getKind(), json(row.getPayload()), json(row.getCursor()),
                        row.getAttempts(), holder)));
    }

    /**
     * Keeps how far a job is, in the transaction that keeps what it did so far, and holds it for another {@code lease}.
     *
     * @param total items there are, or null where that is not known, or no more
     * @throws LeaseLostException where it is this worker's no more; the transaction must not commit then
     */
    public static void checkpoint(DSLContext transaction, LeasedJob job, JsonObject cursor, long done, Long total, Duration lease) {
        requireOne(job, transaction.update(JOB)
                .set(JOB.CURSOR, JSONB.jsonb(cursor.toString()))
                .set(JOB.PROGRESS_DONE, done)
                .set(JOB.PROGRESS_TOTAL, total == null ? JOB.PROGRESS_TOTAL : DSL.val(total))
                .set(JOB.LEASED_UNTIL, fromNow(lease))
                .where(held(job)).execute());
    }

    /**
     * Holds a job for another {@code lease} in a transaction that does a part of it which leaves no cursor.
     *
     * @throws LeaseLostException where it is this worker's no more; the transaction must not commit then
     */
    public static void hold(DSLContext transaction, LeasedJob job, Duration lease) {
        requireOne(job, transaction.update(JOB).set(JOB.LEASED_UNTIL, fromNow(lease)).where(held(job)).execute());
    }

    /** @throws LeaseLostException where it is this worker's no more */
    public void finish(LeasedJob job) {
        database.changeShop(job.shopId(), db -> requireOne(job, end(db, job, "DONE", "")));
    }

    /** Gives a job up; {@code error} is for the merchant. */
    public void fail(LeasedJob job, String error) {
        database.changeShop(job.shopId(), db -> requireOne(job, end(db, job, "FAILED", error)));
    }

    private static int end(DSLContext transaction, LeasedJob job, String state, String error) {
        return transaction.update(JOB).set(JOB.STATE, state).set(JOB.ERROR, error)
                .set(JOB.FINISHED_AT, currentOffsetDateTime()).setNull(JOB.LEASED_UNTIL).setNull(JOB.LEASE_HOLDER)
                .where(held(job)).execute();
    }

    /** Puts a job back, to be tried again after {@code wait}; {@code error} says why it is not done yet. */
    public void retry(LeasedJob job, Duration wait, String error) {
        database.changeShop(job.shopId(), db -> requireOne(job, putBack(db, job, wait, error, JOB.ATTEMPTS)));
    }

    /** Puts a job back because the other side asked to wait: the attempt counts for nothing. */
    public void postpone(LeasedJob job, Duration wait, String reason) {
        database.changeShop(job.shopId(), db -> requireOne(job, putBack(db, job, wait, reason, JOB.ATTEMPTS.minus(1))));
    }

    private static int putBack(DSLContext transaction, LeasedJob job, Duration wait, String reason, Field<Integer> attempts) {
        return transaction.update(JOB)
                .set(JOB.STATE, WAITING).set(JOB.ERROR, reason).set(JOB.RUN_AT, fromNow(wait)).set(JOB.ATTEMPTS, attempts)
                .setNull(JOB.LEASED_UNTIL).setNull(JOB.LEASE_HOLDER)
                .where(held(job)).execute();
    }

    /** Makes a waiting job of a shop due in a transaction of that shop: what it waits for has come. */
    public static void bringForward(DSLContext transaction, String kind, String dedupeKey) {
        transaction.update(JOB).set(JOB.RUN_AT, currentOffsetDateTime())
                .where(JOB.KIND.eq(kind)).and(JOB.DEDUPE_KEY.eq(dedupeKey)).and(JOB.STATE.eq(WAITING)).execute();
    }

    /**
     * Cancels an unfinished job of a shop in a transaction of that shop; who does it at the moment loses it at the next checkpoint.
     *
     * @return its cursor; empty where there was none
     */
    public static Optional<JsonObject> cancel(DSLContext transaction, String kind, String dedupeKey) {
        return transaction.update(JOB).set(JOB.STATE, "CANCELLED").set(JOB.FINISHED_AT, currentOffsetDateTime())
                .setNull(JOB.LEASED_UNTIL).setNull(JOB.LEASE_HOLDER)
                .where(JOB.KIND.eq(kind)).and(JOB.DEDUPE_KEY.eq(dedupeKey)).and(JOB.STATE.in(WAITING, RUNNING))
                .returning(JOB.CURSOR).fetchOptional(row -> json(row.getCursor()));
    }

    private static Condition held(LeasedJob job) {
        return JOB.ID.eq(job.id()).and(JOB.LEASE_HOLDER.eq(job.lease())).and(JOB.STATE.eq(RUNNING));
    }

    private static void requireOne(LeasedJob job, int rows) {
        if (rows != 1) {
            throw new LeaseLostException(job);
        }
    }

    private static Field<OffsetDateTime> fromNow(Duration duration) {
        return DSL.field("clock_timestamp() + {0} * interval '1 millisecond'", JOB.LEASED_UNTIL.getDataType(), DSL.val(duration.toMillis()));
    }

    private static JsonObject json(JSONB value) {
        try (JsonReader reader = Json.createReader(new StringReader(value.data()))) {
            return reader.readObject();
        }
    }
}
