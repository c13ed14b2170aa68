package com.eyewearml.server.products;

import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import com.eyewearml.db.Database;
import com.eyewearml.server.jobs.JobHandler;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.LeasedJob;
import com.eyewearml.server.jobs.Worker;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformAdapters;
import com.eyewearml.server.platform.StockItem;
import com.eyewearml.server.platform.StockPage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;

/**
 * Repairs what webhooks missed: goes through the ids of a store's products and when they changed, and reads again what is missing here or
 * older; then asks for each product that did not come up. Each page is kept together with the cursor of the next.
 */
public final class ReconcileJob implements JobHandler {
    /** Kind of the jobs it does; their key is the connection. */
    public static final String KIND = "reconcile";
    private final Database database;
    private final StoreWork work;
    private final PlatformAdapters adapters;

    /** @param adapters of the platforms there are */
    public ReconcileJob(Database database, Connections connections, PlatformAdapters adapters) {
        this.database = database;
        this.work = new StoreWork(connections);
        this.adapters = adapters;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(LeasedJob job) {
        work.run(job, connection -> reconcile(connection, job));
    }

    private void reconcile(Connection connection, LeasedJob job) {
        PlatformAdapter adapter = adapters.of(connection.platform());
        Rereading rereading = new Rereading(database, adapter, connection, job);
        JsonObject cursor = job.cursor();
        if (cursor.isEmpty()) {
            // Stores switch off webhooks that failed for a while.
            boolean told = adapter.subscribe(connection);
            cursor = begin(connection, job, told);
        }
        OffsetDateTime began = OffsetDateTime.parse(cursor.getString("began"));
        long done = cursor.getJsonNumber("done").longValue();
        while (!cursor.getBoolean("listed")) {
            StockPage page = adapter.stock(connection, Optional.ofNullable(cursor.getString("next", null)));
            rereading.read(outdated(connection, page));
            done += page.items().size();
            cursor = confirm(connection, job, page, cursor, done);
        }
        rereading.readUnconfirmed(began);
        database.changeShop(connection.shopId(), db -> db.update(PLATFORM_CONNECTION)
                .set(PLATFORM_CONNECTION.RECONCILED_AT, currentOffsetDateTime()).where(PLATFORM_CONNECTION.ID.eq(connection.id())).execute());
    }

    private JsonObject begin(Connection connection, LeasedJob job, boolean told) {
        return database.inShop(connection.shopId(), db -> {
            db.update(PLATFORM_CONNECTION).set(PLATFORM_CONNECTION.POLLED, !told).where(PLATFORM_CONNECTION.ID.eq(connection.id())).execute();
            JsonObject cursor = cursor(db.fetchValue(DSL.select(currentOffsetDateTime())), 0, Optional.empty(), false);
            JobQueue.checkpoint(db, job, cursor, 0, null, Worker.LEASE);
            return cursor;
        });
    }

    private static JsonObject cursor(OffsetDateTime began, long done, Optional<String> next, boolean listed) {
        JsonObjectBuilder cursor = Json.createObjectBuilder().add("began", began.toString()).add("done", done).add("listed", listed);
        next.ifPresent(page -> cursor.add("next", page));
        return cursor.build();
    }

    /** Ids of products that we have not, or not as the store has them. */
    private List<String> outdated(Connection connection, StockPage page) {
        return database.inShop(connection.shopId(), db -> {
            Set<String> outdated = page.items().stream().filter(item -> !item.variant()).map(StockItem::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            outdated.removeAll(ProductStore.current(db, connection, page.items()));
            outdated.addAll(ProductStore.ofNewerVariants(db, connection, page.items().stream().filter(StockItem::variant).toList()));
            return List.copyOf(outdated);
        });
    }

    private JsonObject confirm(Connection connection, LeasedJob job, StockPage page, JsonObject cursor, long done) {
        JsonObject next = cursor(OffsetDateTime.parse(cursor.getString("began")), done, page.next(), page.next().isEmpty());
        Set<String> ids = page.items().stream().filter(item -> !item.variant()).map(StockItem::id).collect(Collectors.toSet());
        database.changeShop(connection.shopId(), db -> {
            ProductStore.confirm(db, connection, ids);
            JobQueue.checkpoint(db, job, next, done, null, Worker.LEASE);
        });
        return next;
    }
}
