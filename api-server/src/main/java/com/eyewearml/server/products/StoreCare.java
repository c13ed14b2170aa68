package com.eyewearml.server.products;

import com.eyewearml.db.Database;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.outbound.OutboundException;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.Installations;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformAdapters;
import com.eyewearml.server.platform.ReconnectException;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a merchant does about a connected store from here. */
public final class StoreCare {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCare.class);
    private final Database database;
    private final Connections connections;
    private final PlatformAdapters adapters;
    private final AuditTrail audit;

    /** @param adapters of the platforms there are */
    public StoreCare(Database database, Connections connections, PlatformAdapters adapters, AuditTrail audit) {
        this.database = database;
        this.connections = connections;
        this.adapters = adapters;
        this.audit = audit;
    }

    /** Stops an import, here and at the store; what was read stays. False where none is under way. */
    public boolean cancelImport(Connection connection, Actor actor) {
        Optional<JsonObject> cursor = database.inShop(connection.shopId(), db -> {
            Optional<JsonObject> cancelled = JobQueue.cancel(db, Installations.IMPORT_JOB, connection.id().toString());
            cancelled.ifPresent(found -> audit.add(db, connection.shopId(), AuditEvent.of(actor, "import.cancel", connection.store())));
            return cancelled;
        });
        cursor.filter(found -> found.containsKey("next")).ifPresent(found -> atStore(connection,
                adapter -> adapter.abandon(connection, found.getString("next"))));
        return cursor.isPresent();
    }

    /** Ends a connection: our webhooks are taken out of the store as far as it answers, its credentials are forgotten here in any case. */
    public void disconnect(Connection connection, Actor actor) {
        cancelImport(connection, actor);
        atStore(connection, adapter -> adapter.unsubscribe(connection));
        database.changeShop(connection.shopId(), db -> {
            audit.add(db, connection.shopId(), AuditEvent.of(actor, "connection.disconnect", connection.store()));
            connections.uninstall(db, connection);
        });
    }

    private interface Wish {
        void ask(PlatformAdapter adapter);
    }

    private void atStore(Connection connection, Wish wish) {
        try {
            wish.ask(adapters.of(connection.platform()));
        } catch (ReconnectException | RetryLaterException | OutboundException e) {
            LOG.info("a store of {} that is left was not told: {}", connection.platform(), e.getClass().getSimpleName());
        }
    }
}
