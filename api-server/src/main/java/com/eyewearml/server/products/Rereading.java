package com.eyewearml.server.products;

import com.eyewearml.db.Database;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.LeasedJob;
import com.eyewearml.server.jobs.Worker;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformProduct;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads single products of a store again, some at a time, each lot written together with the hold on the job. */
final class Rereading {
    private static final int PRODUCTS_PER_LOT = 25;
    private final Database database;
    private final PlatformAdapter adapter;
    private final Connection connection;
    private final LeasedJob job;

    Rereading(Database database, PlatformAdapter adapter, Connection connection, LeasedJob job) {
        this.database = database;
        this.adapter = adapter;
        this.connection = connection;
        this.job = job;
    }

    /** Makes products what the store says they are now; those it has no more are marked as gone. */
    void read(List<String> ids) {
        for (int from = 0; from < ids.size(); from += PRODUCTS_PER_LOT) {
            readLot(ids.subList(from, Math.min(ids.size(), from + PRODUCTS_PER_LOT)));
        }
    }

    private void readLot(List<String> ids) {
        List<PlatformProduct> present = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (String id : ids) {
            Optional<PlatformProduct> product = adapter.product(connection, id);
            product.ifPresentOrElse(present::add, () -> gone.add(id));
        }
        database.changeShop(connection.shopId(), db -> {
            ProductStore.upsert(db, connection, present);
            present.forEach(product -> ProductStore.restore(db, connection, product.id()));
            gone.forEach(id -> ProductStore.delete(db, connection, id));
            JobQueue.hold(db, job, Worker.LEASE);
        });
    }

    /** Asks for every product that nobody confirmed since then: the whole of the store was read in the meantime. */
    void readUnconfirmed(OffsetDateTime since) {
        List<String> ids;
        do {
            ids = database.inShop(connection.shopId(), db -> ProductStore.unconfirmed(db, connection, since, PRODUCTS_PER_LOT));
            read(ids);
        } while (!ids.isEmpty());
    }
}
