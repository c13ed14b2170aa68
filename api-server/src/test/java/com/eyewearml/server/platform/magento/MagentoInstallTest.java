package com.eyewearml.server.platform.magento;

import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_IMAGE;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.outbound.StoreOrigin;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.contract.Failure;
import com.eyewearml.server.platform.contract.Merchant;
import com.eyewearml.server.platform.contract.Ours;
import com.eyewearml.server.platform.contract.SimulatedProduct;
import com.eyewearml.server.platform.simulator.MagentoSimulator;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What activating an integration and Magento's catalogue ask for beyond the common contract. */
@ExtendWith(TestShops.class)
class MagentoInstallTest {
    private static final String KEY = "k".repeat(32);
    private final Ours ours;
    private final Merchant merchant;
    private final MagentoSimulator store;

    MagentoInstallTest(Shops shops) {
        ours = new Ours(shops);
        store = MagentoContractTest.start(ours);
        merchant = ours.addMerchant();
    }

    @AfterEach
    void stop() {
        store.close();
        ours.close();
    }

    private Optional<Connection> connection() {
        return ours.connections.ofStore(Platform.MAGENTO, store.store());
    }

    private Connection install() {
        store.install(ours.address());
        ours.runJobs(connection().orElseThrow().shopId());
        return connection().orElseThrow();
    }

    private MagentoSimulator another(Merchant signedIn) {
        MagentoSimulator other = new MagentoSimulator(ours.clock, signedIn);
        other.connectTo(ours.address());
        return other;
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example.com/", "https://127.0.0.1/", "https://169.254.169.254/", "https://localhost/",
            "https://shop.internal/", "https://shop.example.com:8443/", ""})
    void storesThatCannotBeReachedSafelyAreRefused(String address) {
        assertEquals(400, store.activate(address));
    }

    @Test
    void keysThatAreNoneAreRefused() {
        assertEquals(400, store.post(Map.of("store_base_url", store.store(), "oauth_consumer_key", KEY)));
        assertEquals(400, store.post(Map.of("store_base_url", store.store(), "oauth_consumer_key", "k", "oauth_consumer_secret", KEY,
                "oauth_verifier", KEY)));
        assertEquals(400, store.post(Map.of("store_base_url", store.store(), "oauth_consumer_key", KEY + ":", "oauth_consumer_secret", KEY,
                "oauth_verifier", KEY)));
    }

    @Test
    void aPopUpBeforeTheKeysSaysWhatToDo() {
        HttpResponse<String> answer = store.popUp(KEY, store.successCallBack());
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("Reauthorize"), answer.body());
    }

    @Test
    void thePopUpAsksBeforeItConnects() {
        assertEquals(200, store.activate(store.store()));
        HttpResponse<String> asked = store.popUp(store.consumerKey(), store.successCallBack());
        assertTrue(asked.body().contains(store.store()), asked.body());
        assertEquals(Optional.empty(), connection());
        assertEquals(403, store.confirm(store.consumerKey(), store.successCallBack(), "forged").statusCode());
        assertEquals(Optional.empty(), connection());
    }

    @Test
    void keysThatExpiredAreRenewedByReauthorising() {
        store.activate(store.store());
        ours.clock.advance(Duration.ofMinutes(6));
        // The merchant signs in again after so long; the store's answer is what counts.
        HttpResponse<String> late = store.confirm(store.consumerKey(), store.successCallBack(), csrf());
        assertEquals(502, late.statusCode());
        assertTrue(late.body().contains("Reauthorize"), late.body());
        store.activate(store.store());
        assertEquals(200, store.confirm(store.consumerKey(), store.successCallBack(), csrf()).statusCode());
        assertTrue(connection().isPresent());
    }

    private String csrf() {
        String page = store.popUp(store.consumerKey(), "").body();
        return page.replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    }

    @Test
    void keysAreForgottenAfterTenMinutes() {
        store.activate(store.store());
        ours.clock.advance(Duration.ofMinutes(11));
        assertEquals(404, store.popUp(store.consumerKey(), store.successCallBack()).statusCode());
    }

    @Test
    void anIntegrationIsConnectedOnce() {
        store.activate(store.store());
        String csrf = csrf();
        assertEquals(200, store.confirm(store.consumerKey(), store.successCallBack(), csrf).statusCode());
        assertEquals(401, store.confirm(store.consumerKey(), store.successCallBack(), csrf).statusCode());
    }

    @Test
    void anActiveStoreStaysWithItsShopWhoeverPosts() {
        Connection connection = install();
        try (MagentoSimulator thief = another(merchant)) {
            assertEquals(200, thief.activate(store.store()));
            assertEquals(409, thief.confirm(thief.consumerKey(), store.successCallBack(), merchant.csrf()).statusCode());
        }
        assertEquals(connection, connection().orElseThrow());
        store.put(SimulatedProduct.numbered(1));
        ours.runJobs(connection.shopId());
        assertEquals(Connection.State.ACTIVE, connection().orElseThrow().state());
    }

    @Test
    void thePopUpGoesBackToItsStoreOnly() {
        StoreOrigin origin = StoreOrigin.parse("https://shop.example.com");
        assertEquals(Optional.of("https://shop.example.com/admin/x?a=1"), MagentoRoutes.back("https://shop.example.com/admin/x?a=1", origin));
        for (String other : List.of("https://evil.example.com/", "http://shop.example.com/", "//shop.example.com", "javascript:alert(1)", "",
                "https://shop.example.com@evil.com/", "https://user@shop.example.com/", "https://shop.example.com:8443/", "not an address")) {
            assertEquals(Optional.empty(), MagentoRoutes.back(other, origin), other);
        }
    }

    @Test
    void everyRequestHasANonceOfItsOwnAlsoWhenRepeated() {
        store.fill(List.of(SimulatedProduct.numbered(0)));
        store.install(ours.address());
        store.failNext(Failure.THROTTLED, 3);
        ours.runJobs(connection().orElseThrow().shopId());
        assertEquals(List.of(), store.refusals());
    }

    @Test
    void aConfigurableProductHasItsChildrenAsVariants() {
        store.fill(List.of(SimulatedProduct.numbered(7), SimulatedProduct.numbered(8)));
        Connection connection = install();
        assertEquals(List.of("SKU-7/52 Black 4006381333931 12900", "SKU-7/53 Havana 4006381333931 12900", "SKU-8   12900"), variants(connection));
        List<String> images = ours.database.inShop(connection.shopId(), db -> db.selectFrom(PRODUCT_IMAGE).fetch(PRODUCT_IMAGE.SOURCE_URL));
        assertEquals(List.of("https://media.example.com/catalog/product/f/r/1007.jpg", "https://media.example.com/catalog/product/f/r/1008.jpg"),
                images.stream().sorted().toList());
        Double temple = ours.database.inShop(connection.shopId(), db -> db.selectFrom(PRODUCT)
                .where(PRODUCT.PLATFORM_PRODUCT_ID.eq("1007")).fetchSingle(PRODUCT.TEMPLE_LENGTH_MM));
        assertEquals(145, temple);
    }

    private List<String> variants(Connection connection) {
        return ours.database.inShop(connection.shopId(), db -> db.selectFrom(PRODUCT_VARIANT).fetch(row -> row.getSku() + " " + row.getTitle()
                + " " + row.getGtin() + " " + row.getAmountMinor())).stream().sorted().toList();
    }

    @Test
    void childrenAreAskedForBySkuWhereListsLeaveThemOut() {
        store.setListsLinks(false);
        store.fill(List.of(new SimulatedProduct("1057", "Frame 52□18-145", "A/B c+d%", "", "129.00")));
        assertEquals(List.of("A/B c+d%/52 Black 4006381333931 12900", "A/B c+d%/53 Havana 4006381333931 12900"), variants(install()));
    }

    @Test
    void aStoreWithoutOurModuleIsImportedToo() {
        store.setHasModule(false);
        store.fill(List.of(SimulatedProduct.numbered(1)));
        Connection connection = install();
        assertEquals(Connection.State.ACTIVE, connection.state());
        Integer products = ours.database.inShop(connection.shopId(), db -> db.fetchCount(PRODUCT));
        assertEquals(1, products);
        assertEquals(List.of(), store.subscriptions());
        Boolean polled = ours.database.inShop(connection.shopId(), db -> db.selectFrom(PLATFORM_CONNECTION).fetchSingle(PLATFORM_CONNECTION.POLLED));
        assertEquals(true, polled);
    }

    @Test
    void aChildThatChangedAloneIsFoundWhenAsked() {
        store.setHasModule(false);
        ours.clock.advance(Duration.ofHours(-1));
        store.fill(List.of(SimulatedProduct.numbered(7)));
        ours.clock.advance(Duration.ofHours(1));
        Connection connection = install();
        ours.clock.advance(Duration.ofMinutes(1));
        store.changeChildren("1007", "99.00");
        ours.passDay(connection.shopId());
        ours.runJobs(connection.shopId());
        List<Long> prices = ours.database.inShop(connection.shopId(), db -> db.selectFrom(PRODUCT_VARIANT).fetch(PRODUCT_VARIANT.AMOUNT_MINOR));
        assertEquals(List.of(9900L, 9900L), prices);
    }

    @Test
    void anEventOfAChildReadsItsProduct() {
        store.fill(List.of(SimulatedProduct.numbered(7)));
        Connection connection = install();
        ours.clock.advance(Duration.ofMinutes(1));
        store.changeChildren("1007", "99.00");
        store.raiseEvent(Json.createObjectBuilder().add("topic", "product.saved").add("id", 10070).build());
        ours.runJobs(connection.shopId());
        List<Long> prices = ours.database.inShop(connection.shopId(), db -> db.selectFrom(PRODUCT_VARIANT).fetch(PRODUCT_VARIANT.AMOUNT_MINOR));
        assertEquals(List.of(9900L, 9900L), prices);
    }
}
