package com.eyewearml.server.products;

import static com.eyewearml.db.schema.Tables.JOB;
import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import com.eyewearml.db.Database;
import com.eyewearml.db.DatabaseUnavailableException;
import com.eyewearml.db.Scope;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.JobRequest;
import com.eyewearml.server.platform.Connection;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.Field;
import org.jooq.types.DayToSecond;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the reconciliation of each connected store once a day, and of those that send no webhooks once an hour. Any number of servers
 * may run it: a store that is being reconciled, or was asked for lately, is not asked for again.
 */
public final class ReconcileSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileSchedule.class);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Duration POLLED = Duration.ofHours(1);
    private static final Duration LOOK = Duration.ofMinutes(5);
    private static final int STORES_AT_ONCE = 500;
    private final Database database;
    private final Runnable wakeWorker;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reconcile-schedule").factory());

    private ReconcileSchedule(Database database, Runnable wakeWorker) {
        this.database = database;
        this.wakeWorker = wakeWorker;
    }

    /** @param wakeWorker called when something was asked for */
    public static ReconcileSchedule start(Database database, Runnable wakeWorker) {
        ReconcileSchedule schedule = new ReconcileSchedule(database, wakeWorker);
        schedule.timer.scheduleWithFixedDelay(schedule::look, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
        return schedule;
    }

    private void look() {
        try {
            if (requestDue(database) > 0) {
                wakeWorker.run();
            }
        } catch (DatabaseUnavailableException e) {
            LOG.warn("stores that are due to be reconciled are not known: {}", e.getMessage());
        } catch (RuntimeException e) {
            // An exception that leaves here would end the schedule.
            LOG.error("stores that are due to be reconciled cannot be asked for", e);
        }
    }

    /** Asks for what is due now; returns how many stores. */
    public static int requestDue(Database database) {
        Map<UUID, List<UUID>> due = database.in(Scope.dispatch(), db -> db
                .select(PLATFORM_CONNECTION.SHOP_ID, PLATFORM_CONNECTION.ID).from(PLATFORM_CONNECTION)
                .where(PLATFORM_CONNECTION.STATE.eq(Connection.State.ACTIVE.name()))
                .and(coalesce(PLATFORM_CONNECTION.RECONCILED_AT, PLATFORM_CONNECTION.CATALOGUE_SYNCED_AT, PLATFORM_CONNECTION.INSTALLED_AT)
                        .lt(latest()))
                .and(notExists(selectOne().from(JOB).where(JOB.SHOP_ID.eq(PLATFORM_CONNECTION.SHOP_ID)).and(JOB.KIND.eq(ReconcileJob.KIND))
                        .and(JOB.DEDUPE_KEY.eq(PLATFORM_CONNECTION.ID.cast(String.class))).and(JOB.CREATED_AT.ge(latest()))))
                .limit(STORES_AT_ONCE).fetchGroups(PLATFORM_CONNECTION.SHOP_ID, PLATFORM_CONNECTION.ID));
        due.forEach((shop, connections) -> database.changeShop(shop, db -> connections.forEach(connection ->
                JobQueue.add(db, shop, new JobRequest(ReconcileJob.KIND, connection.toString(),
                        Json.createObjectBuilder().add("connection", connection.toString()).build(), Instant.EPOCH)))));
        return due.values().stream().mapToInt(List::size).sum();
    }

    private static Field<OffsetDateTime> latest() {
        return when(PLATFORM_CONNECTION.POLLED, currentOffsetDateTime().minus(DayToSecond.valueOf(POLLED)))
                .otherwise(currentOffsetDateTime().minus(DayToSecond.valueOf(DAILY)));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
