package com.eyewearml.server.platform;

import static com.eyewearml.db.schema.Tables.ACCOUNT;
import static com.eyewearml.db.schema.Tables.MEMBERSHIP;
import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static com.eyewearml.db.schema.Tables.PLATFORM_IDENTITY;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.WEBHOOK_DELIVERY;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** Erases what is kept of a store that is gone: its catalogue, credentials, deliveries, and the people known only to it. */
public final class Erasure {
    private final Database database;
    private final AuditTrail audit;

    /** Erases there. */
    public Erasure(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Erases a store, once or again. Of one that was installed anew, only what the earlier installation left behind. */
    public void eraseStore(Connection connection) {
        List<UUID> accounts = database.inShop(connection.shopId(), db -> {
            Connection.State state = db.select(PLATFORM_CONNECTION.STATE).from(PLATFORM_CONNECTION)
                    .where(PLATFORM_CONNECTION.ID.eq(connection.id())).forUpdate().fetchSingle(row -> Connection.State.valueOf(row.value1()));
            audit.add(db, connection.shopId(),
                    AuditEvent.of(Actor.platform(connection.platform().name()), "store.erase", connection.store()));
            if (state != Connection.State.UNINSTALLED) {
                eraseEarlier(db, connection);
                return List.<UUID>of();
            }
            db.deleteFrom(PLATFORM_CONNECTION).where(PLATFORM_CONNECTION.ID.eq(connection.id())).execute();
            return removePeople(db, connection);
        });
        for (UUID account : accounts) {
            database.in(Scope.account(account), db -> db.deleteFrom(ACCOUNT).where(ACCOUNT.ID.eq(account)).and(ACCOUNT.EMAIL.isNull())
                    .and(notExists(selectOne().from(MEMBERSHIP).where(MEMBERSHIP.ACCOUNT_ID.eq(account)))).execute());
        }
    }

    private static void eraseEarlier(DSLContext db, Connection connection) {
        OffsetDateTime installed = db.select(PLATFORM_CONNECTION.INSTALLED_AT).from(PLATFORM_CONNECTION)
                .where(PLATFORM_CONNECTION.ID.eq(connection.id())).fetchSingle(PLATFORM_CONNECTION.INSTALLED_AT);
        db.deleteFrom(PRODUCT).where(PRODUCT.CONNECTION_ID.eq(connection.id())).and(PRODUCT.DELETED_AT.lt(installed)).execute();
        db.deleteFrom(WEBHOOK_DELIVERY).where(WEBHOOK_DELIVERY.CONNECTION_ID.eq(connection.id()))
                .and(WEBHOOK_DELIVERY.RECEIVED_AT.lt(installed)).execute();
    }

    /** Those who came by this platform and by nothing else lose their membership; identities go with it. */
    private static List<UUID> removePeople(DSLContext db, Connection connection) {
        List<UUID> accounts = db.select(PLATFORM_IDENTITY.ACCOUNT_ID).from(PLATFORM_IDENTITY)
                .join(ACCOUNT).on(ACCOUNT.ID.eq(PLATFORM_IDENTITY.ACCOUNT_ID))
                .where(PLATFORM_IDENTITY.PLATFORM.eq(connection.platform().name())).and(ACCOUNT.EMAIL.isNull())
                .fetch(PLATFORM_IDENTITY.ACCOUNT_ID);
        db.deleteFrom(MEMBERSHIP).where(MEMBERSHIP.ACCOUNT_ID.in(accounts)).execute();
        return accounts;
    }
}
