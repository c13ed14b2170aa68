package com.eyewearml.server.products;

import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import com.eyewearml.db.Database;
import com.eyewearml.server.jobs.JobHandler;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.LeasedJob;
import com.eyewearml.server.jobs.Worker;
import com.eyewearml.server.platform.CataloguePage;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.Installations;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformAdapters;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.impl.DSL;

/**
 * Imports a store's catalogue, having asked for its webhooks first so that no change in between is missed. Each page is written together
 * with the cursor of the next: whoever takes the job over goes on there. In the end, what was there before and did not come up is asked
 * for once more, and gone where the store has it no more.
 */
public final class ImportJob implements JobHandler {
    private final Database database;
    private final StoreWork work;
    private final PlatformAdapters adapters;

    /** @param adapters of the platforms there are */
    public ImportJob(Database database, Connections connections, PlatformAdapters adapters) {
        this.database = database;
        this.work = new StoreWork(connections);
        this.adapters = adapters;
    }

    @Override
    public String kind() {
        return Installations.IMPORT_JOB;
    }

    @Override
    public void run(LeasedJob job) {
        work.run(job, connection -> importFrom(connection, job));
    }

    private void importFrom(Connection connection, LeasedJob job) {
        PlatformAdapter adapter = adapters.of(connection.platform());
        JsonObject cursor = job.cursor();
        if (cursor.isEmpty()) {
            cursor = begin(connection, job, adapter.subscribe(connection));
        }
        while (!cursor.getBoolean("read")) {
            CataloguePage page = adapter.products(connection, Optional.ofNullable(cursor.getString("next", null)));
            cursor = write(connection, job, page, cursor);
        }
        new Rereading(database, adapter, connection, job).readUnconfirmed(OffsetDateTime.parse(cursor.getString("began")));
        database.changeShop(connection.shopId(), db -> db.update(PLATFORM_CONNECTION)
                .set(PLATFORM_CONNECTION.CATALOGUE_SYNCED_AT, currentOffsetDateTime()).where(PLATFORM_CONNECTION.ID.eq(connection.id())).execute());
    }

    private JsonObject begin(Connection connection, LeasedJob job, boolean told) {
        return database.inShop(connection.shopId(), db -> {
            db.update(PLATFORM_CONNECTION).set(PLATFORM_CONNECTION.POLLED, !told).where(PLATFORM_CONNECTION.ID.eq(connection.id())).execute();
            JsonObject cursor = Json.createObjectBuilder().add("began", db.fetchValue(DSL.select(currentOffsetDateTime())).toString())
                    .add("done", 0).add("read", false).build();
            JobQueue.checkpoint(db, job, cursor, 0, null, Worker.LEASE);
            return cursor;
        });
    }

    private JsonObject write(Connection connection, LeasedJob job, CataloguePage page, JsonObject before) {
        long done = before.getJsonNumber("done").longValue() + page.products().size();
        JsonObjectBuilder builder = Json.createObjectBuilder().add("began", before.getString("began")).add("done", done)
                .add("read", page.next().isEmpty());
        page.next().ifPresent(next -> builder.add("next", next));
        JsonObject cursor = builder.build();
        database.changeShop(connection.shopId(), db -> {
            ProductStore.upsert(db, connection, page.products());
            JobQueue.checkpoint(db, job, cursor, done, page.total().isPresent() ? page.total().getAsLong() : null, Worker.LEASE);
        });
        return cursor;
    }
}
