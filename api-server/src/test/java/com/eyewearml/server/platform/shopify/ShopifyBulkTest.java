package com.eyewearml.server.platform.shopify;

import static com.eyewearml.db.schema.Tables.JOB;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.db.schema.tables.records.JobRecord;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Installations;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.contract.Failure;
import com.eyewearml.server.platform.contract.Mortal;
import com.eyewearml.server.platform.contract.Ours;
import com.eyewearml.server.platform.contract.SimulatedProduct;
import com.eyewearml.server.platform.simulator.ShopifySimulator;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large catalogues of Shopify come as a file. */
@ExtendWith(TestShops.class)
class ShopifyBulkTest {
    /** Two parts of the file. */
    private static final int MANY = 1300;
    private final Ours ours;
    private final ShopifySimulator shop;

    ShopifyBulkTest(Shops shops) {
        ours = new Ours(shops);
        shop = ShopifyContractTest.start(ours);
    }

    @BeforeEach
    void installALargeShop() {
        shop.fill(IntStream.range(0, MANY).mapToObj(SimulatedProduct::numbered).toList());
        shop.install(ours.address());
    }

    @AfterEach
    void stop() {
        shop.close();
        ours.close();
    }

    private Connection connection() {
        return ours.connections.ofStore(Platform.SHOPIFY, shop.store()).orElseThrow();
    }

    private void runJobs() {
        ours.runJobs(connection().shopId());
    }

    private void runJobsLater() {
        ours.skipWaits(connection().shopId());
        runJobs();
    }

    private Map<String, String> sold() {
        return shop.products().stream().collect(Collectors.toMap(SimulatedProduct::id, SimulatedProduct::title));
    }

    private Map<String, String> kept() {
        return ours.database.inShop(connection().shopId(), db -> db.selectFrom(PRODUCT).where(PRODUCT.DELETED_AT.isNull())
                .fetchMap(PRODUCT.PLATFORM_PRODUCT_ID, PRODUCT.TITLE));
    }

    private JobRecord job() {
        return ours.database.inShop(connection().shopId(), db -> db.selectFrom(JOB).where(JOB.KIND.eq(Installations.IMPORT_JOB)).fetchSingle());
    }

    @Test
    void theImportGoesOnWhenTheShopTellsThatTheFileIsThere() {
        runJobs();
        assertEquals(Map.of(), kept());
        assertEquals("WAITING", job().getState());
        shop.finishBulk();
        runJobs();
        assertEquals(sold(), kept());
        assertEquals("DONE", job().getState());
        assertEquals(MANY, job().getProgressDone());
        assertEquals(MANY, job().getProgressTotal());
        assertEquals(1, shop.bulk().started());
    }

    @Test
    void aLostWebhookDelaysItOnly() {
        runJobs();
        shop.holdWebhooks(true);
        shop.finishBulk();
        runJobs();
        assertEquals(Map.of(), kept());
        runJobsLater();
        assertEquals(sold(), kept());
    }

    @Test
    void waitingForTheFileIsNoFailure() {
        runJobs();
        for (int i = 0; i < 20; i++) {
            runJobsLater();
        }
        assertEquals(0, job().getAttempts());
        assertTrue(job().getError().contains("preparing"), job().getError());
        shop.finishBulk();
        runJobs();
        assertEquals(sold(), kept());
    }

    @Test
    void aKilledImportGoesOnWithinTheFile() {
        runJobs();
        shop.finishBulk();
        // The file was found at the first turn.
        assertThrows(Mortal.Killed.class, () -> ours.runJobs(connection().shopId(), adapter -> new Mortal(adapter, 1)));
        int before = kept().size();
        assertTrue(before > 0 && before < MANY, "kept " + before);
        ours.skipWaits(connection().shopId());
        Mortal second = new Mortal(null, Integer.MAX_VALUE);
        ours.runJobs(connection().shopId(), adapter -> new Mortal(adapter, Integer.MAX_VALUE, second));
        assertEquals(sold(), kept());
        assertTrue(BulkCursor.parse(second.firstCursor().orElseThrow()).orElseThrow().offset() > 0, second.firstCursor().toString());
        assertEquals(1, shop.bulk().started());
    }

    @Test
    void anOperationThatWasStartedAndNotNotedIsFound() {
        assertThrows(Mortal.Killed.class, () -> ours.runJobs(connection().shopId(), Mortal::afterAnswer));
        runJobsLater();
        shop.finishBulk();
        runJobs();
        assertEquals(sold(), kept());
        assertEquals(1, shop.bulk().started());
    }

    @ParameterizedTest
    @CsvSource({"FAILED,TIMEOUT", "FAILED,INTERNAL_SERVER_ERROR", "CANCELED,", "EXPIRED,"})
    void whereTheShopMakesNoFilePagesAreRead(String status, String code) {
        runJobs();
        shop.bulk().fail(status, code == null ? "" : code);
        runJobsLater();
        assertEquals(sold(), kept());
        assertEquals(1, shop.bulk().started());
    }

    @Test
    void whereProductsMayNotBeReadTheMerchantIsAsked() {
        runJobs();
        shop.bulk().fail("FAILED", "ACCESS_DENIED");
        runJobsLater();
        assertEquals(Connection.State.RECONNECT, connection().state());
    }

    @Test
    void aFileThatIsNotGivenAtOnceIsAskedForAgain() {
        runJobs();
        shop.finishBulk();
        for (Failure failure : new Failure[] {Failure.THROTTLED, Failure.SERVER_ERROR, Failure.CONNECTION_DROPPED}) {
            shop.failNext(failure, 1);
            runJobsLater();
        }
        runJobsLater();
        assertEquals(sold(), kept());
    }

    @Test
    void aCancelledImportIsCancelledAtTheShop() {
        runJobs();
        assertTrue(ours.care().cancelImport(connection(), Actor.system("test")));
        assertEquals("CANCELED", shop.bulk().status());
        assertEquals("CANCELLED", job().getState());
        runJobsLater();
        assertEquals(Map.of(), kept());
        ours.database.changeShop(connection().shopId(), db -> Installations.requestImport(db, connection()));
        runJobs();
        assertEquals(2, shop.bulk().started());
    }
}
