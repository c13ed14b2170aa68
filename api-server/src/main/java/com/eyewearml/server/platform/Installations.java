package com.eyewearml.server.platform;

import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static com.eyewearml.db.schema.Tables.SHOP;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.JobRequest;
import com.eyewearml.server.security.Secrets;
import jakarta.json.Json;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Installs stores: shop, connection, credentials and the jobs that follow come to be in one transaction, however often it is done. */
public final class Installations {
    /** Kind of the jobs that have a store send webhooks and then import its catalogue. */
    public static final String IMPORT_JOB = "import";
    private static final int MAX_SLUG_LENGTH = 40;
    private final Database database;
    private final Connections connections;
    private final Credentials credentials;
    private final AuditTrail audit;

    /** Kept there. */
    public Installations(Database database, Connections connections, Credentials credentials, AuditTrail audit) {
        this.database = database;
        this.connections = connections;
        this.credentials = credentials;
        this.audit = audit;
    }

    /**
     * Installs a store into the shop it was in before, else into {@code shop}, else into a new one.
     *
     * @param shop of a merchant who was signed in and may manage its connections
     */
    public Connection install(StoreGrant grant, Optional<UUID> shop) {
        while (true) {
            Optional<UUID> former = connections.ofStore(grant.platform(), grant.store()).map(Connection::shopId);
            UUID shopId = former.or(() -> shop).orElseGet(UUID::randomUUID);
            Scope scope = Scope.shop(shopId).and(Scope.store(grant.platform().name(), grant.store()));
            Optional<Connection> installed = database.in(scope, db -> install(db, grant, shopId));
            if (installed.isPresent()) {
                return installed.get();
            }
        }
    }

    /** Empty where another installation of the store was faster and put it into another shop. */
    private Optional<Connection> install(DSLContext db, StoreGrant grant, UUID shopId) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("store:" + grant.platform() + ":" + grant.store()));
        boolean elsewhere = db.fetchExists(PLATFORM_CONNECTION, PLATFORM_CONNECTION.PLATFORM.eq(grant.platform().name())
                .and(PLATFORM_CONNECTION.STORE.eq(grant.store())).and(PLATFORM_CONNECTION.SHOP_ID.ne(shopId)));
        if (elsewhere) {
            return Optional.empty();
        }
        addShop(db, shopId, grant);
        Connection connection = connections.install(db, shopId, grant.platform(), grant.store(), grant.scopes());
        Credentials.forget(db, connection);
        grant.credentials().forEach((kind, credential) -> credentials.put(db, connection, kind, credential));
        requestImport(db, connection);
        return Optional.of(connection);
    }

    private void addShop(DSLContext db, UUID shopId, StoreGrant grant) {
        if (db.fetchExists(SHOP, SHOP.ID.eq(shopId))) {
            db.update(SHOP).setNull(SHOP.ERASED_AT).set(SHOP.NAME, grant.storeName())
                    .where(SHOP.ID.eq(shopId)).and(SHOP.ERASED_AT.isNotNull()).execute();
            return;
        }
        // Other shops' slugs cannot be seen from here: a taken one shows when nothing is inserted.
        String slug = slug(grant.storeName());
        while (db.insertInto(SHOP).set(SHOP.ID, shopId).set(SHOP.SLUG, slug).set(SHOP.NAME, grant.storeName())
                .set(SHOP.CURRENCY, grant.currency()).onConflictDoNothing().execute() == 0) {
            slug = slug(grant.storeName()) + "-" + HexFormat.of().formatHex(Secrets.random(3));
        }
        audit.add(db, shopId, AuditEvent.of(Actor.platform(grant.platform().name()), "shop.create", slug));
    }

    /** Name in addresses that follows from a name for people. */
    public static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), MAX_SLUG_LENGTH)).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "shop" : cut;
    }

    /** Asks in a transaction of its shop for the import of a store's catalogue; false where one is under way. */
    public static boolean requestImport(DSLContext transaction, Connection connection) {
        return JobQueue.add(transaction, connection.shopId(), new JobRequest(IMPORT_JOB, connection.id().toString(),
                Json.createObjectBuilder().add("connection", connection.id().toString()).build(), Instant.EPOCH));
    }
}
