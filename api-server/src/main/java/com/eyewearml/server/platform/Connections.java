package com.eyewearml.server.platform;

import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.db.schema.tables.records.PlatformConnectionRecord;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.platform.Connection.State;
import com.eyewearml.server.security.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Connections of shops to stores of platforms. A store is connected to one shop, however often it is installed. */
public final class Connections {
    private final Database database;
    private final AuditTrail audit;

    /** Connections in that database; what happens to them is in that trail. */
    public Connections(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** The connection of a store, whichever shop's it is. */
    public Optional<Connection> ofStore(Platform platform, String store) {
        return database.in(Scope.store(platform.name(), store), db -> db.selectFrom(PLATFORM_CONNECTION)
                .where(PLATFORM_CONNECTION.PLATFORM.eq(platform.name())).and(PLATFORM_CONNECTION.STORE.eq(store))
                .fetchOptional(Connections::connection));
    }

    /** The connection whose webhooks go to that path. */
    public Optional<Connection> ofWebhookPath(String path) {
        return database.in(Scope.webhookPath(path), db -> db.selectFrom(PLATFORM_CONNECTION)
                .where(PLATFORM_CONNECTION.WEBHOOK_PATH.eq(path)).fetchOptional(Connections::connection));
    }

    /** All connections of a shop, the oldest first. */
    public List<Connection> ofShop(UUID shopId) {
        return database.inShop(shopId, db -> db.selectFrom(PLATFORM_CONNECTION).where(PLATFORM_CONNECTION.SHOP_ID.eq(shopId))
                .orderBy(PLATFORM_CONNECTION.INSTALLED_AT).fetch(Connections::connection));
    }

    /** A connection of a shop by its id. */
    public Optional<Connection> find(UUID shopId, UUID id) {
        return database.inShop(shopId, db -> db.selectFrom(PLATFORM_CONNECTION).where(PLATFORM_CONNECTION.ID.eq(id))
                .fetchOptional(Connections::connection));
    }

    private static Connection connection(PlatformConnectionRecord row) {
        return new Connection(row.getId(), row.getShopId(), Platform.valueOf(row.getPlatform()), row.getStore(), row.getWebhookPath(),
                State.valueOf(row.getState()));
    }

    /**
     * Installs a store in a transaction of its shop: a new connection, or the one that was there, active again. Its webhook path stays.
     *
     * @param scopes what the merchant granted
     */
    public Connection install(DSLContext transaction, UUID shopId, Platform platform, String store, Set<String> scopes) {
        String[] granted = scopes.stream().sorted().toArray(String[]::new);
        Connection connection = transaction.insertInto(PLATFORM_CONNECTION)
                .set(PLATFORM_CONNECTION.SHOP_ID, shopId)
                .set(PLATFORM_CONNECTION.PLATFORM, platform.name())
                .set(PLATFORM_CONNECTION.STORE, store)
                .set(PLATFORM_CONNECTION.WEBHOOK_PATH, Secrets.token())
                .set(PLATFORM_CONNECTION.STATE, State.ACTIVE.name())
                .set(PLATFORM_CONNECTION.SCOPES, granted)
                .onConflict(PLATFORM_CONNECTION.PLATFORM, PLATFORM_CONNECTION.STORE).doUpdate()
                .set(PLATFORM_CONNECTION.STATE, State.ACTIVE.name())
                .set(PLATFORM_CONNECTION.STATE_REASON, "")
                .set(PLATFORM_CONNECTION.SCOPES, granted)
                .set(PLATFORM_CONNECTION.INSTALLED_AT, currentOffsetDateTime())
                .setNull(PLATFORM_CONNECTION.UNINSTALLED_AT)
                .returning().fetchSingle(Connections::connection);
        audit.add(transaction, shopId, AuditEvent.of(Actor.platform(platform.name()), "connection.install", store));
        return connection;
    }

    /** Notes that the platform refuses our credentials, and why, for the merchant. Nothing is retried until it is connected again. */
    public void requireReconnect(Connection connection, String reason) {
        database.changeShop(connection.shopId(), db -> {
            int changed = db.update(PLATFORM_CONNECTION)
                    .set(PLATFORM_CONNECTION.STATE, State.RECONNECT.name()).set(PLATFORM_CONNECTION.STATE_REASON, reason)
                    .where(PLATFORM_CONNECTION.ID.eq(connection.id())).and(PLATFORM_CONNECTION.STATE.eq(State.ACTIVE.name())).execute();
            if (changed == 1) {
                audit.add(db, connection.shopId(), AuditEvent.of(Actor.system("platform"), "connection.lose", connection.store()));
            }
        });
    }

    /** Ends a connection in a transaction of its shop and forgets its credentials; again and again is as good as once. */
    public void uninstall(DSLContext transaction, Connection connection) {
        Credentials.forget(transaction, connection);
        int changed = transaction.update(PLATFORM_CONNECTION)
                .set(PLATFORM_CONNECTION.STATE, State.UNINSTALLED.name())
                .set(PLATFORM_CONNECTION.UNINSTALLED_AT, currentOffsetDateTime())
                .where(PLATFORM_CONNECTION.ID.eq(connection.id())).and(PLATFORM_CONNECTION.STATE.ne(State.UNINSTALLED.name())).execute();
        if (changed == 1) {
            audit.add(transaction, connection.shopId(),
                    AuditEvent.of(Actor.platform(connection.platform().name()), "connection.uninstall", connection.store()));
        }
    }
}
