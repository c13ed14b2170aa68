package com.eyewearml.server.products;

import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;

import com.eyewearml.db.Database;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.jobs.JobHandler;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.LeasedJob;
import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.outbound.OutboundException;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.Erasure;
import com.eyewearml.server.platform.Installations;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformAdapters;
import com.eyewearml.server.platform.PlatformEvent;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.ReconnectException;
import com.eyewearml.server.platform.webhook.Delivery;
import com.eyewearml.server.platform.webhook.WebhookInbox;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Does what verified deliveries ask for. What they say of a product is not trusted to be the latest: it is read again from its store. */
public final class WebhookJob implements JobHandler {
    private static final Duration PLATFORM_AWAY = Duration.ofSeconds(30);
    private final Database database;
    private final Connections connections;
    private final PlatformAdapters adapters;
    private final WebhookInbox inbox;
    private final Erasure erasure;
    private final AuditTrail audit;

    /** Takes deliveries out of that inbox. */
    public WebhookJob(Database database, Connections connections, PlatformAdapters adapters, WebhookInbox inbox, Erasure erasure,
                      AuditTrail audit) {
        this.database = database;
        this.connections = connections;
        this.adapters = adapters;
        this.inbox = inbox;
        this.erasure = erasure;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return WebhookInbox.JOB_KIND;
    }

    @Override
    public void run(LeasedJob job) {
        Optional<Connection> connection = connections.find(job.shopId(), WebhookInbox.connectionId(job));
        Optional<Delivery> delivery = inbox.waiting(job);
        if (connection.isPresent() && delivery.isPresent()) {
            try {
                process(connection.get(), job, delivery.get());
            } catch (ReconnectException e) {
                connections.requireReconnect(connection.get(), e.getMessage());
                finish(job, false);
            } catch (OutboundException e) {
                throw new RetryLaterException("The store cannot be reached at the moment.", PLATFORM_AWAY, e);
            }
        }
    }

    private void process(Connection connection, LeasedJob job, Delivery delivery) {
        PlatformAdapter adapter = adapters.of(connection.platform());
        switch (adapter.event(delivery)) {
            case PlatformEvent.ProductUpserted upserted -> upsert(adapter, connection, job, upserted);
            case PlatformEvent.ProductDeleted deleted -> delete(adapter, connection, job, deleted.productId());
            case PlatformEvent.CatalogueReady _ -> database.changeShop(job.shopId(), db -> {
                JobQueue.bringForward(db, Installations.IMPORT_JOB, connection.id().toString());
                WebhookInbox.done(db, job, false);
            });
            case PlatformEvent.Uninstalled _ -> uninstall(connection, job, delivery);
            case PlatformEvent.ShopRedact _ -> {
                erasure.eraseStore(connection);
                finish(job, false);
            }
            case PlatformEvent.CustomerRedact _ -> note(connection, job, "customer.redact");
            case PlatformEvent.CustomerDataRequest _ -> note(connection, job, "customer.request-data");
            case PlatformEvent.Ignored _ -> finish(job, false);
        }
    }

    private void upsert(PlatformAdapter adapter, Connection connection, LeasedJob job, PlatformEvent.ProductUpserted event) {
        boolean stale = event.updatedAt().isPresent() && database.inShop(job.shopId(),
                db -> ProductStore.isCurrent(db, connection, event.productId(), event.updatedAt().get()));
        if (stale || connection.state() != Connection.State.ACTIVE) {
            finish(job, true);
            return;
        }
        Optional<PlatformProduct> product = adapter.product(connection, event.productId());
        if (product.isEmpty()) {
            delete(adapter, connection, job, event.productId());
            return;
        }
        database.changeShop(job.shopId(), db -> WebhookInbox.done(db, job, !put(db, connection, product.get())));
    }

    private static boolean put(DSLContext db, Connection connection, PlatformProduct product) {
        boolean newer = ProductStore.upsert(db, connection, List.of(product)) == 1;
        return ProductStore.restore(db, connection, product.id()) || newer;
    }

    /** Some platforms send the same events about variants: the product it is one of is read again then. */
    private void delete(PlatformAdapter adapter, Connection connection, LeasedJob job, String id) {
        Optional<String> parent = database.inShop(job.shopId(), db -> ProductStore.ofVariant(db, connection, id))
                .filter(product -> !product.equals(id) && connection.state() == Connection.State.ACTIVE);
        Optional<PlatformProduct> product = parent.flatMap(found -> adapter.product(connection, found));
        database.changeShop(job.shopId(), db -> {
            boolean deleted = ProductStore.delete(db, connection, id);
            boolean changed = parent.isPresent() && product.map(now -> putWithout(db, connection, now, id))
                    .orElseGet(() -> ProductStore.delete(db, connection, parent.get()));
            WebhookInbox.done(db, job, !deleted && !changed);
        });
    }

    /** A product need not be newer for a variant of it to be gone. */
    private static boolean putWithout(DSLContext db, Connection connection, PlatformProduct product, String variantId) {
        boolean gone = product.variants().stream().noneMatch(variant -> variant.id().equals(variantId))
                && ProductStore.deleteVariant(db, connection, product.id(), variantId);
        return put(db, connection, product) || gone;
    }

    /** One that was on its way while the merchant installed the app again must not end the new installation. */
    private void uninstall(Connection connection, LeasedJob job, Delivery delivery) {
        database.changeShop(job.shopId(), db -> {
            boolean stale = delivery.triggeredAt().map(at -> at.isBefore(installedAt(db, connection))).orElse(false);
            if (!stale) {
                connections.uninstall(db, connection);
            }
            WebhookInbox.done(db, job, stale);
        });
    }

    private static Instant installedAt(DSLContext db, Connection connection) {
        return db.select(PLATFORM_CONNECTION.INSTALLED_AT).from(PLATFORM_CONNECTION).where(PLATFORM_CONNECTION.ID.eq(connection.id()))
                .fetchSingle(PLATFORM_CONNECTION.INSTALLED_AT).withOffsetSameInstant(ZoneOffset.UTC).toInstant();
    }

    /** Nothing is kept of a store's customers: that they asked is all there is to keep. */
    private void note(Connection connection, LeasedJob job, String action) {
        database.changeShop(job.shopId(), db -> {
            audit.add(db, job.shopId(), AuditEvent.of(Actor.platform(connection.platform().name()), action, connection.store()));
            WebhookInbox.done(db, job, false);
        });
    }

    private void finish(LeasedJob job, boolean stale) {
        database.changeShop(job.shopId(), db -> WebhookInbox.done(db, job, stale));
    }
}
