package com.eyewearml.server.platform.webhook;

import static com.eyewearml.db.schema.Tables.WEBHOOK_DELIVERY;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import com.eyewearml.db.Database;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.JobRequest;
import com.eyewearml.server.jobs.LeasedJob;
import com.eyewearml.server.platform.Connection;
import jakarta.json.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Deliveries between their arrival and their processing. A delivery and the job that processes it are written in one transaction, so that
 * an accepted one is processed and a repeated one is not processed again.
 */
public final class WebhookInbox {
    /** Kind of the jobs that process deliveries. */
    public static final String JOB_KIND = "webhook";

    private final Database database;

    /** Deliveries in that database. */
    public WebhookInbox(Database database) {
        this.database = database;
    }

    /**
     * Takes a verified delivery.
     *
     * @return false where it was there already
     */
    public boolean accept(Connection connection, Delivery delivery) {
        return database.inShop(connection.shopId(), db -> {
            boolean first = db.insertInto(WEBHOOK_DELIVERY)
                    .set(WEBHOOK_DELIVERY.SHOP_ID, connection.shopId())
                    .set(WEBHOOK_DELIVERY.CONNECTION_ID, connection.id())
                    .set(WEBHOOK_DELIVERY.DELIVERY_KEY, delivery.key())
                    .set(WEBHOOK_DELIVERY.EVENT_ID, delivery.eventId().orElse(null))
                    .set(WEBHOOK_DELIVERY.TOPIC, delivery.topic())
                    .set(WEBHOOK_DELIVERY.TRIGGERED_AT, delivery.triggeredAt().map(at -> OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                            .orElse(null))
                    .set(WEBHOOK_DELIVERY.BODY, delivery.body())
                    .onConflictDoNothing().execute() == 1;
            if (first) {
                JobQueue.add(db, connection.shopId(), new JobRequest(JOB_KIND, connection.id() + "/" + delivery.key(),
                        Json.createObjectBuilder().add("connection", connection.id().toString()).add("delivery", delivery.key()).build(),
                        Instant.EPOCH));
            }
            return first;
        });
    }

    /** The delivery a job is about, where it still waits. */
    public Optional<Delivery> waiting(LeasedJob job) {
        return database.inShop(job.shopId(), db -> db.selectFrom(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.CONNECTION_ID.eq(connectionId(job)))
                .and(WEBHOOK_DELIVERY.DELIVERY_KEY.eq(job.payload().getString("delivery")))
                .and(WEBHOOK_DELIVERY.STATE.eq("QUEUED"))
                .fetchOptional(row -> new Delivery(row.getDeliveryKey(), Optional.ofNullable(row.getEventId()), row.getTopic(),
                        Optional.ofNullable(row.getTriggeredAt()).map(OffsetDateTime::toInstant), row.getBody())));
    }

    /** Connection of the delivery a job is about. */
    public static UUID connectionId(LeasedJob job) {
        return UUID.fromString(job.payload().getString("connection"));
    }

    /**
     * Notes in the transaction that did what a delivery asks for that it is done. Its body is emptied: it may hold personal data.
     *
     * @param stale where a newer event had been processed before, so that nothing was done
     */
    public static void done(DSLContext transaction, LeasedJob job, boolean stale) {
        transaction.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.STATE, stale ? "STALE" : "DONE")
                .set(WEBHOOK_DELIVERY.BODY, new byte[0])
                .set(WEBHOOK_DELIVERY.PROCESSED_AT, currentOffsetDateTime())
                .where(WEBHOOK_DELIVERY.CONNECTION_ID.eq(connectionId(job)))
                .and(WEBHOOK_DELIVERY.DELIVERY_KEY.eq(job.payload().getString("delivery"))).execute();
    }
}
