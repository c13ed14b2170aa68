package com.eyewearml.server.products;

import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import com.eyewearml.db.Database;
import com.eyewearml.server.jobs.JobHandler;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.LeasedJob;
import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.jobs.Worker;
import com.eyewearml.server.outbound.OutboundException;
import com.eyewearml.server.platform.CataloguePage;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.Installations;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformAdapters;
import com.eyewearml.server.platform.ReconnectException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Imports a store's catalogue, having asked for its webhooks first so that no change in between is missed. Each page is written together
 * with the cursor of the next: whoever takes the job over goes on there.
 */
public final class ImportJob implements JobHandler {
    private static final Duration PLATFORM_AWAY = Duration.ofMinutes(1);
    private final Database database;
    private final Connections connections;
    private final PlatformAdapters adapters;

    /** @param adapters of the platforms there are */
    public ImportJob(Database database, Connections connections, PlatformAdapters adapters) {
        this.database = database;
        this.connections = connections;
        this.adapters = adapters;
    }

    @Override
    public String kind() {
        return Installations.IMPORT_JOB;
    }

    @Override
    public void run(LeasedJob job) {
        Optional<Connection> connection = connections.find(job.shopId(), UUID.fromString(job.payload().getString("connection")))
                .filter(found -> found.state() == Connection.State.ACTIVE);
        if (connection.isEmpty()) {
            return;
        }
        try {
            importFrom(connection.get(), job);
        } catch (ReconnectException e) {
            connections.requireReconnect(connection.get(), e.getMessage());
        } catch (OutboundException e) {
            throw new RetryLaterException("The store cannot be reached at the moment.", PLATFORM_AWAY, e);
        }
    }

    private void importFrom(Connection connection, LeasedJob job) {
        PlatformAdapter adapter = adapters.of(connection.platform());
        JsonObject cursor = job.cursor();
        if (cursor.isEmpty()) {
            adapter.subscribe(connection);
        }
        long done = cursor.containsKey("done") ? cursor.getJsonNumber("done").longValue() : 0;
        Optional<String> next = Optional.ofNullable(cursor.getString("next", null));
        do {
            CataloguePage page = adapter.products(connection, next);
            done += page.products().size();
            next = page.next();
            write(connection, job, page, done);
        } while (next.isPresent());
    }

    private void write(Connection connection, LeasedJob job, CataloguePage page, long done) {
        JsonObjectBuilder cursor = Json.createObjectBuilder().add("done", done);
        page.next().ifPresent(next -> cursor.add("next", next));
        database.changeShop(connection.shopId(), db -> {
            ProductStore.upsert(db, connection, page.products());
            JobQueue.checkpoint(db, job, cursor.build(), done, page.total().isPresent() ? page.total().getAsLong() : null, Worker.LEASE);
            if (page.next().isEmpty()) {
                db.update(PLATFORM_CONNECTION).set(PLATFORM_CONNECTION.CATALOGUE_SYNCED_AT, currentOffsetDateTime())
                        .where(PLATFORM_CONNECTION.ID.eq(connection.id())).execute();
            }
        });
    }
}
