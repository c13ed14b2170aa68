package com.eyewearml.server.platform.woocommerce;

import static com.eyewearml.db.schema.Tables.AUDIT_ENTRY;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static com.eyewearml.db.schema.Tables.WEBHOOK_DELIVERY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Installations;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.contract.Merchant;
import com.eyewearml.server.platform.contract.Ours;
import com.eyewearml.server.platform.contract.SimulatedProduct;
import com.eyewearml.server.platform.simulator.WooCommerceSimulator;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What WooCommerce's hand-over of keys and its webhooks ask for beyond the common contract. */
@ExtendWith(TestShops.class)
class WooCommerceInstallTest {
    private static final String CALLBACK = "https://app.example.com/woocommerce/callback";
    private final Ours ours;
    private final WooCommerceSimulator store;

    WooCommerceInstallTest(Shops shops) {
        ours = new Ours(shops);
        store = WooCommerceContractTest.start(ours);
    }

    @AfterEach
    void stop() {
        store.close();
        ours.close();
    }

    private Optional<Connection> connection() {
        return ours.connections.ofStore(Platform.WOOCOMMERCE, store.store());
    }

    private Connection install() {
        store.install(ours.address());
        ours.runJobs(connection().orElseThrow().shopId());
        return connection().orElseThrow();
    }

    private URI begin() {
        return WooCommerceSimulator.authorizeAddress(store.begin(store.store()));
    }

    private static String nonce(URI authorize) {
        return WooCommerceSimulator.parameters(authorize).get("user_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example.com", "https://127.0.0.1", "https://169.254.169.254", "https://localhost",
            "https://shop.internal", "https://shop.example.com:8443", "https://user@shop.example.com", "https://shop.example.com/?a=1", "shop"})
    void storesThatCannotBeReachedSafelyAreRefused(String address) {
        HttpResponse<String> answer = store.begin(address);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.headers().firstValue("Refresh").isEmpty());
    }

    @Test
    void theStoreIsNotAskedWhileItWaitsForOurAnswer() {
        store.approve(begin());
        assertEquals(0, store.requests());
        assertEquals(Optional.empty(), connection());
    }

    @Test
    void aKeyIsTakenOnceForAnInstallationUnderWay() {
        URI authorize = begin();
        assertEquals(200, store.post(CALLBACK, store.newKey(nonce(authorize), "read_write").toString()));
        assertEquals(401, store.post(CALLBACK, store.newKey(nonce(authorize), "read_write").toString()));
        assertEquals(401, store.post(CALLBACK, store.newKey("0".repeat(64), "read_write").toString()));
        assertEquals(401, store.post(CALLBACK, store.newKey("1 or 1=1", "read_write").toString()));
        assertEquals(400, store.post(CALLBACK, store.newKey(nonce(begin()), "read").toString()));
        assertEquals(400, store.post(CALLBACK, "consumer_key=ck_1"));
        assertEquals(400, store.post(CALLBACK, "[]"));
    }

    @Test
    void anInstallationEndsAfterAQuarterOfAnHour() {
        URI authorize = begin();
        ours.clock.advance(Duration.ofMinutes(16));
        assertEquals(401, store.post(CALLBACK, store.newKey(nonce(authorize), "read_write").toString()));
    }

    @Test
    void onlyTheBrowserThatBeganEndsIt() {
        String back = store.approve(begin());
        assertEquals(401, store.goBack(back, "eyewearml-installation=" + "x".repeat(43)).statusCode());
        assertEquals(401, store.goBack(back, "a=b").statusCode());
        assertEquals(Optional.empty(), connection());
        assertEquals(303, store.goBack(back, store.browserCookie()).statusCode());
        assertEquals(401, store.goBack(back, store.browserCookie()).statusCode());
        assertTrue(connection().isPresent());
    }

    @Test
    void whoReturnsBeforeTheKeyWaitsForIt() {
        URI authorize = begin();
        store.setPostsKeys(false);
        String back = store.approve(authorize);
        HttpResponse<String> waiting = store.goBack(back, store.browserCookie());
        assertEquals(202, waiting.statusCode());
        assertEquals("2", waiting.headers().firstValue("Refresh").orElseThrow());
        assertEquals(200, store.post(CALLBACK, store.newKey(nonce(authorize), "read_write").toString()));
        assertEquals(303, store.goBack(back, store.browserCookie()).statusCode());
    }

    @Test
    void whoDeclinesIsToldThatNothingChanged() {
        HttpResponse<String> answer = store.goBack("https://app.example.com/woocommerce/return?success=0&user_id=" + nonce(begin()),
                store.browserCookie());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("not connected"), answer.body());
        assertEquals(Optional.empty(), connection());
    }

    @Test
    void aKeyOfAnotherStoreProvesNothing() {
        URI authorize = begin();
        String forged = store.newKey(nonce(authorize), "read_write").toString().replaceAll("ck_[0-9a-f]{8}", "ck_00000000");
        assertEquals(200, store.post(CALLBACK, forged));
        String back = "https://app.example.com/woocommerce/return?success=1&user_id=" + nonce(authorize);
        assertEquals(502, store.goBack(back, store.browserCookie()).statusCode());
        assertEquals(Optional.empty(), connection());
    }

    @Test
    void aStoreStaysWithItsShop() {
        Connection first = install();
        Merchant other = ours.addMerchant();
        try (WooCommerceSimulator browser = new WooCommerceSimulator(ours.clock, other)) {
            browser.connectTo(ours.address());
            assertEquals(409, browser.begin(store.store()).statusCode());
        }
        assertEquals(first, connection().orElseThrow());
    }

    @Test
    void whoMayNotManageConnectionsBeginsNothing() {
        Merchant stranger = ours.addMerchant();
        Merchant elsewhere = new Merchant(UUID.randomUUID(), ours.addMerchant().slug(), stranger.session(), stranger.csrf());
        try (WooCommerceSimulator browser = new WooCommerceSimulator(ours.clock, elsewhere)) {
            browser.connectTo(ours.address());
            assertEquals(404, browser.begin(store.store()).statusCode());
        }
        try (WooCommerceSimulator browser = new WooCommerceSimulator(ours.clock,
                new Merchant(stranger.shopId(), stranger.slug(), stranger.session(), "forged"))) {
            browser.connectTo(ours.address());
            assertEquals(403, browser.begin(store.store()).statusCode());
        }
    }

    @Test
    void aVariableProductHasItsVariations() {
        store.fill(List.of(SimulatedProduct.numbered(7), SimulatedProduct.numbered(8)));
        Connection connection = install();
        List<String> variants = ours.database.inShop(connection.shopId(), db -> db.selectFrom(PRODUCT_VARIANT)
                .orderBy(PRODUCT_VARIANT.PLATFORM_VARIANT_ID).fetch(row -> row.getSku() + " " + row.getTitle() + " " + row.getAmountMinor()));
        assertEquals(List.of("SKU-7-Black Black 12900", "SKU-7-Havana Havana 12900", "SKU-8  12900"),
                variants.stream().sorted().toList());
        Double lensWidth = ours.database.inShop(connection.shopId(), db -> db.selectFrom(PRODUCT)
                .where(PRODUCT.PLATFORM_PRODUCT_ID.eq("1007")).fetchSingle(PRODUCT.LENS_WIDTH_MM));
        assertEquals(52, lensWidth);
    }

    @Test
    void anEventOfAVariationReadsItsProduct() {
        store.fill(List.of(SimulatedProduct.numbered(7)));
        Connection connection = install();
        ours.clock.advance(Duration.ofMinutes(1));
        store.holdWebhooks(true);
        store.put(SimulatedProduct.numbered(7).titled("Renamed"));
        store.holdWebhooks(false);
        store.raiseTo("product.updated", "{\"id\":10070,\"type\":\"variation\",\"parent_id\":1007,\"date_modified_gmt\":\"2026-01-01T00:00:00\"}");
        ours.runJobs(connection.shopId());
        String title = ours.database.inShop(connection.shopId(), db -> db.selectFrom(PRODUCT).fetchSingle(PRODUCT.TITLE));
        assertEquals("Renamed", title);
    }

    @Test
    void twoEventsOfOneSecondAreBothTaken() {
        Connection connection = install();
        store.raiseTo("product.updated", "{\"id\":1,\"date_modified_gmt\":\"2026-01-01T00:00:00\"}");
        store.raiseTo("product.updated", "{\"id\":2,\"date_modified_gmt\":\"2026-01-01T00:00:00\"}");
        Integer taken = ours.database.inShop(connection.shopId(), db -> db.fetchCount(WEBHOOK_DELIVERY));
        assertEquals(2, taken);
    }

    @Test
    void webhooksThatTheStoreDisabledAreEnabledAgain() {
        store.fill(List.of(SimulatedProduct.numbered(0)));
        Connection connection = install();
        ours.setDown(true);
        for (int i = 0; i < 5; i++) {
            ours.clock.advance(Duration.ofMinutes(1));
            store.put(SimulatedProduct.numbered(0).titled("Title " + i));
        }
        ours.setDown(false);
        assertEquals(List.of("product.updated"), store.disabled());
        ours.database.changeShop(connection.shopId(), db -> Installations.requestImport(db, connection));
        ours.runJobs(connection.shopId());
        assertEquals(List.of(), store.disabled());
        assertEquals(4, store.subscriptions().size());
    }

    @Test
    void noSecretIsInTheTrail() {
        Connection connection = install();
        String trail = ours.database.inShop(connection.shopId(), db -> db.selectFrom(AUDIT_ENTRY).fetch().toString());
        assertFalse(trail.contains("ck_") || trail.contains("cs_"), trail);
    }
}
