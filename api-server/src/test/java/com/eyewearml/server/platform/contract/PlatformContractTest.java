package com.eyewearml.server.platform.contract;

import static com.eyewearml.db.schema.Tables.CREDENTIAL;
import static com.eyewearml.db.schema.Tables.JOB;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.WEBHOOK_DELIVERY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Installations;
import com.eyewearml.server.products.ReconcileJob;
import com.eyewearml.server.products.ReconcileSchedule;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for every platform. */
@ExtendWith(TestShops.class)
public abstract class PlatformContractTest {
    /** More than fit on two pages of any platform. */
    private static final int MANY = 620;
    protected final Ours ours;
    private ShopPlatformSimulator platform;

    protected PlatformContractTest(Shops shops) {
        ours = new Ours(shops);
    }

    /** Starts the platform, and ours to serve it. */
    protected abstract ShopPlatformSimulator start();

    /** Whether the platform tells us that a merchant removed the app. */
    protected boolean tellsOfUninstall() {
        return true;
    }

    /** Whether it sends again what we did not accept. */
    protected boolean retriesWebhooks() {
        return true;
    }

    @BeforeEach
    void startPlatform() {
        platform = start();
    }

    @AfterEach
    void stop() {
        platform.close();
        ours.close();
    }

    private Connection connection() {
        return ours.connections.ofStore(platform.platform(), platform.store()).orElseThrow();
    }

    private Connection install() {
        platform.install(ours.address());
        ours.runJobs(connection().shopId());
        return connection();
    }

    /** Titles of what we have, by the platform's ids. */
    private Map<String, String> kept(Connection connection) {
        return ours.database.inShop(connection.shopId(), db -> db.selectFrom(PRODUCT).where(PRODUCT.DELETED_AT.isNull())
                .fetchMap(PRODUCT.PLATFORM_PRODUCT_ID, PRODUCT.TITLE));
    }

    private Map<String, String> sold() {
        return platform.products().stream().collect(Collectors.toMap(SimulatedProduct::id, SimulatedProduct::title));
    }

    private void fill(int count) {
        platform.fill(IntStream.range(0, count).mapToObj(SimulatedProduct::numbered).toList());
    }

    private SimulatedWebhook lastWebhook() {
        return platform.webhooks().getLast();
    }

    private List<String> deliveries(Connection connection, SimulatedWebhook webhook) {
        return ours.database.inShop(connection.shopId(), db -> db.selectFrom(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.TOPIC.eq(webhook.topic())).orderBy(WEBHOOK_DELIVERY.RECEIVED_AT).fetch(WEBHOOK_DELIVERY.STATE));
    }

    /** A minute later, so that what follows is later than what the database's clock noted. */
    private void later() {
        ours.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void installingImportsTheWholeCatalogue() {
        fill(MANY);
        Connection connection = install();
        assertEquals(Connection.State.ACTIVE, connection.state());
        assertEquals(sold(), kept(connection));
        Long[] progress = ours.database.inShop(connection.shopId(), db -> db.selectFrom(JOB).where(JOB.KIND.eq(Installations.IMPORT_JOB))
                .fetchSingle(row -> new Long[] {row.getProgressDone(), row.getProgressTotal()}));
        assertEquals(MANY, progress[0]);
        assertTrue(progress[1] == null || progress[1] == MANY);
    }

    @Test
    void anEmptyStoreCanBeInstalled() {
        assertEquals(Map.of(), kept(install()));
    }

    @Test
    void installingAgainIsTheSameConnectionWithoutDoubles() {
        fill(3);
        Connection first = install();
        List<String> subscriptions = platform.subscriptions();
        Connection second = install();
        assertEquals(first, second);
        assertEquals(sold(), kept(second));
        assertEquals(subscriptions, platform.subscriptions());
        assertEquals(new HashSet<>(subscriptions).size(), subscriptions.size());
    }

    @Test
    void changesArriveByWebhook() {
        fill(3);
        Connection connection = install();
        later();
        platform.put(SimulatedProduct.numbered(1).titled("Renamed"));
        platform.put(SimulatedProduct.numbered(7));
        platform.delete("1002");
        ours.runJobs(connection.shopId());
        assertEquals(sold(), kept(connection));
        assertEquals("Renamed", kept(connection).get("1001"));
    }

    @Test
    void aWebhookDeliveredFiveTimesIsProcessedOnce() {
        fill(1);
        Connection connection = install();
        later();
        platform.put(SimulatedProduct.numbered(0).titled("Renamed"));
        for (int i = 0; i < 4; i++) {
            assertEquals(200, platform.deliver(lastWebhook()));
            ours.runJobs(connection.shopId());
        }
        assertEquals(List.of("DONE"), deliveries(connection, lastWebhook()));
    }

    @Test
    void lateWebhooksOutOfOrderChangeNothing() {
        fill(1);
        Connection connection = install();
        platform.holdWebhooks(true);
        later();
        platform.put(SimulatedProduct.numbered(0).titled("Second"));
        SimulatedWebhook second = lastWebhook();
        later();
        platform.put(SimulatedProduct.numbered(0).titled("Third"));
        SimulatedWebhook third = lastWebhook();
        assertEquals(200, platform.deliver(third));
        ours.runJobs(connection.shopId());
        assertEquals(200, platform.deliver(second));
        ours.runJobs(connection.shopId());
        assertEquals(Map.of("1000", "Third"), kept(connection));
        // Of an event that tells no time only reading the product again shows that it is old.
        List<String> states = deliveries(connection, second);
        assertTrue(states.equals(List.of("DONE", "STALE")) || states.equals(List.of("DONE", "DONE")), states.toString());
    }

    @Test
    void aForgedWebhookIsRefusedAndLeavesNothing() {
        fill(1);
        Connection connection = install();
        platform.holdWebhooks(true);
        later();
        platform.put(SimulatedProduct.numbered(0).titled("Renamed"));
        assertEquals(401, platform.forge(lastWebhook()));
        ours.runJobs(connection.shopId());
        assertNotEquals(sold(), kept(connection));
        assertEquals(List.of(), deliveries(connection, lastWebhook()));
    }

    @Test
    void whatWeDidNotAcceptIsSentAgain() {
        if (!retriesWebhooks()) {
            return;
        }
        fill(1);
        Connection connection = install();
        later();
        ours.setDown(true);
        platform.put(SimulatedProduct.numbered(0).titled("Renamed"));
        ours.setDown(false);
        assertEquals(0, platform.retryDue());
        ours.clock.advance(Duration.ofHours(1));
        assertEquals(1, platform.retryDue());
        ours.runJobs(connection.shopId());
        assertEquals(sold(), kept(connection));
    }

    @Test
    void uninstallingErasesCredentials() {
        Connection connection = install();
        later();
        platform.uninstall();
        ours.runJobs(connection.shopId());
        if (tellsOfUninstall()) {
            assertEquals(Connection.State.UNINSTALLED, connection().state());
            assertEquals(Integer.valueOf(0), ours.database.inShop(connection.shopId(), db -> db.fetchCount(CREDENTIAL)));
        }
        later();
        assertEquals(connection.id(), install().id());
        assertEquals(Connection.State.ACTIVE, connection().state());
    }

    @Test
    void aRevokedCredentialAsksTheMerchantToReconnect() {
        fill(1);
        Connection connection = install();
        later();
        platform.revoke();
        platform.put(SimulatedProduct.numbered(0).titled("Renamed"));
        ours.runJobs(connection.shopId());
        assertEquals(Connection.State.RECONNECT, connection().state());
        int asked = platform.requests();
        later();
        platform.put(SimulatedProduct.numbered(0).titled("Renamed again"));
        ours.runJobs(connection.shopId());
        assertEquals(asked, platform.requests());
        assertEquals(Connection.State.ACTIVE, install().state());
        assertEquals(sold(), kept(connection));
    }

    @Test
    void aThrottledImportGoesOn() {
        fill(MANY);
        platform.install(ours.address());
        UUID shop = connection().shopId();
        platform.failNext(Failure.THROTTLED, 2);
        ours.runJobs(shop);
        ours.skipWaits(shop);
        ours.runJobs(shop);
        assertEquals(sold(), kept(connection()));
    }

    @Test
    void anImportGoesOnOnceThePlatformIsBack() {
        fill(MANY);
        platform.install(ours.address());
        UUID shop = connection().shopId();
        for (Failure failure : List.of(Failure.SERVER_ERROR, Failure.CONNECTION_DROPPED, Failure.SILENT)) {
            platform.failNext(failure, 1);
            ours.runJobs(shop);
            assertNotEquals(sold(), kept(connection()));
            ours.skipWaits(shop);
        }
        ours.runJobs(shop);
        assertEquals(sold(), kept(connection()));
    }

    @Test
    void aKilledImportGoesOnFromItsCursor() {
        fill(MANY);
        platform.install(ours.address());
        UUID shop = connection().shopId();
        assertThrows(Mortal.Killed.class, () -> ours.runJobs(shop, adapter -> new Mortal(adapter, 2)));
        assertNotEquals(sold(), kept(connection()));
        ours.skipWaits(shop);
        Mortal second = new Mortal(null, Integer.MAX_VALUE);
        ours.runJobs(shop, adapter -> new Mortal(adapter, Integer.MAX_VALUE, second));
        assertEquals(sold(), kept(connection()));
        assertTrue(second.firstCursor().isPresent(), "began anew");
    }

    /** Products that had been as they are for a while when they were read. */
    private void fillLongAgo(int count) {
        ours.clock.advance(Duration.ofHours(-1));
        fill(count);
        ours.clock.advance(Duration.ofHours(1));
    }

    private void missWebhooks() {
        platform.holdWebhooks(true);
        later();
        platform.put(SimulatedProduct.numbered(1).titled("Renamed"));
        platform.put(SimulatedProduct.numbered(MANY - 1).titled("Renamed too"));
        platform.put(SimulatedProduct.numbered(MANY + 5));
        platform.delete("1002");
        platform.delete(Integer.toString(1000 + MANY - 2));
        platform.holdWebhooks(false);
    }

    @Test
    void whatWebhooksMissedIsRepairedTheNextDay() {
        fillLongAgo(MANY);
        Connection connection = install();
        missWebhooks();
        assertNotEquals(sold(), kept(connection));
        ours.passDay(connection.shopId());
        int asked = platform.requests();
        ours.runJobs(connection.shopId());
        assertEquals(sold(), kept(connection));
        assertTrue(platform.requests() - asked < 40, "asked " + (platform.requests() - asked) + " times");
    }

    @Test
    void aStoreIsReconciledOnceADay() {
        Connection connection = install();
        ours.passDay(connection.shopId());
        ReconcileSchedule.requestDue(ours.database);
        assertEquals(1, reconciliations(connection));
        ours.runJobs(connection.shopId());
        ReconcileSchedule.requestDue(ours.database);
        assertEquals(1, reconciliations(connection));
        ours.passDay(connection.shopId());
        assertEquals(2, reconciliations(connection));
    }

    private int reconciliations(Connection connection) {
        return ours.database.inShop(connection.shopId(), db -> db.fetchCount(JOB, JOB.KIND.eq(ReconcileJob.KIND)));
    }

    @Test
    void aKilledReconciliationGoesOnFromItsCursor() {
        fillLongAgo(MANY);
        Connection connection = install();
        missWebhooks();
        ours.passDay(connection.shopId());
        assertThrows(Mortal.Killed.class, () -> ours.runJobs(connection.shopId(), adapter -> new Mortal(adapter, 2)));
        ours.skipWaits(connection.shopId());
        Mortal second = new Mortal(null, Integer.MAX_VALUE);
        ours.runJobs(connection.shopId(), adapter -> new Mortal(adapter, Integer.MAX_VALUE, second));
        assertEquals(sold(), kept(connection));
        assertTrue(second.firstCursor().isPresent(), "began anew");
    }

    @Test
    void installingAgainFindsWhatWasDeletedInBetween() {
        fill(3);
        Connection connection = install();
        later();
        platform.uninstall();
        ours.runJobs(connection.shopId());
        platform.holdWebhooks(true);
        later();
        platform.delete("1001");
        later();
        platform.holdWebhooks(false);
        assertEquals(sold(), kept(install()));
    }

    @Test
    void disconnectingTakesOurWebhooksOutOfTheStore() {
        fill(1);
        Connection connection = install();
        ours.care().disconnect(connection, Actor.system("test"));
        assertEquals(List.of(), platform.subscriptions());
        assertEquals(Connection.State.UNINSTALLED, connection().state());
        assertEquals(Integer.valueOf(0), ours.database.inShop(connection.shopId(), db -> db.fetchCount(CREDENTIAL)));
        later();
        assertEquals(Connection.State.ACTIVE, install().state());
    }

    @Test
    void aStoreThatIsAwayIsDisconnectedAllTheSame() {
        Connection connection = install();
        platform.failNext(Failure.SERVER_ERROR, 100);
        ours.care().disconnect(connection, Actor.system("test"));
        assertEquals(Connection.State.UNINSTALLED, connection().state());
    }
}
