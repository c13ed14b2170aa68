package com.eyewearml.server.platform.shopify;

import static com.eyewearml.db.schema.Tables.MEMBERSHIP;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.SHOP;
import static com.eyewearml.db.schema.Tables.WEBHOOK_DELIVERY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Credential;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.contract.Ours;
import com.eyewearml.server.platform.contract.SimulatedProduct;
import com.eyewearml.server.platform.contract.SimulatedWebhook;
import com.eyewearml.server.platform.simulator.ShopifySimulator;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestShops.class)
class ShopifyInstallTest {
    final Ours ours;
    ShopifySimulator platform;

    ShopifyInstallTest(Shops shops) {
        ours = new Ours(shops);
    }

    @BeforeEach
    void start() {
        platform = ShopifyContractTest.start(ours);
    }

    @AfterEach
    void stop() {
        platform.close();
        ours.close();
    }

    private Optional<Connection> connection() {
        return ours.connections.ofStore(Platform.SHOPIFY, platform.store());
    }

    private Connection install() {
        platform.install(ours.address());
        ours.runJobs(connection().orElseThrow().shopId());
        return connection().orElseThrow();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void theExchangeAsksForTokensThatExpireAndKeepsBoth() {
        Connection connection = install();
        assertEquals("1", platform.tokenRequests().getFirst().getString("expiring"));
        assertEquals(Optional.of(ours.clock.instant().plusSeconds(3600).getEpochSecond()), ours.credentials
                .find(connection, Credential.Kind.ACCESS).flatMap(Credential::expiresAt).map(Instant::getEpochSecond));
        assertEquals(Optional.of(ours.clock.instant().plus(Duration.ofDays(90)).getEpochSecond()), ours.credentials
                .find(connection, Credential.Kind.REFRESH).flatMap(Credential::expiresAt).map(Instant::getEpochSecond));
        assertEquals(303, platform.open(platform.claims("42")).statusCode());
        assertEquals(1, platform.tokenRequests().size(), "an installed shop needs no second exchange");
    }

    @Test
    void theFirstUserOwnsTheShopAndOthersEdit() {
        Connection connection = install();
        platform.open(platform.claims("43"));
        assertEquals(List.of("OWNER", "EDITOR"), ours.database.inShop(connection.shopId(),
                db -> db.selectFrom(MEMBERSHIP).orderBy(MEMBERSHIP.ROLE.desc()).fetch(MEMBERSHIP.ROLE)));
    }

    @Test
    void anExpiredSessionTokenBouncesOnceAndNotInALoop() {
        Map<String, Object> claims = platform.claims("42");
        claims.put("exp", ours.clock.instant().getEpochSecond() - 11);
        HttpResponse<String> first = platform.open(claims);
        assertEquals(302, first.statusCode());
        HttpResponse<String> page = platform.browse(header(first, "Location"));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("app-bridge.js") && page.body().contains("content=\"client0001\""));
        assertTrue(header(page, "Content-Security-Policy").contains("script-src https://cdn.shopify.com"));
        String reload = header(first, "Location");
        assertTrue(reload.contains("shopify-reload=https%3A%2F%2Fapp.example.com%2Fshopify%3Fshop%3D" + platform.store()), reload);
        HttpResponse<String> second = platform.browse("/shopify?shop=" + platform.store() + "&bounced=1&id_token=wrong");
        assertEquals(401, second.statusCode());
        assertTrue(connection().isEmpty());
    }

    @Test
    void anExchangeThatTheShopRefusesBouncesAndInstallsNothing() {
        platform.setRefuseTokens(true);
        assertEquals(302, platform.open(platform.claims("42")).statusCode());
        assertTrue(connection().isEmpty());
    }

    @Test
    void aSessionTokenOfAnotherShopThanTheQueryIsRefused() {
        Map<String, Object> claims = platform.claims("42");
        claims.put("iss", "https://other.myshopify.com/admin");
        claims.put("dest", "https://other.myshopify.com");
        assertEquals(401, platform.open(claims).statusCode());
    }

    @Test
    void onlyTheShopAndTheAdminMayFrameItsPages() {
        assertTrue(header(platform.open(platform.claims("42")), "Content-Security-Policy")
                .endsWith("frame-ancestors https://" + platform.store() + " https://admin.shopify.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.com", "a.myshopify.com.evil.com", "x%3B%20script-src%20*", "a.myshopify.com%0d%0aX-Evil:1"})
    void whatIsNoShopIsNeverRepeated(String shop) {
        HttpResponse<String> answer = platform.browse("/shopify?shop=" + shop);
        assertEquals(400, answer.statusCode());
        assertFalse((answer.body() + answer.headers().map()).contains("evil"));
        assertTrue(header(answer, "Content-Security-Policy").endsWith("frame-ancestors 'none'"));
    }

    @Test
    void anAccessTokenIsRefreshedWithRotation() {
        Connection connection = install();
        String before = ours.credentials.find(connection, Credential.Kind.REFRESH).orElseThrow().secret();
        ours.clock.advance(Duration.ofHours(2));
        platform.put(SimulatedProduct.numbered(5));
        ours.runJobs(connection.shopId());
        assertFalse(before.equals(ours.credentials.find(connection, Credential.Kind.REFRESH).orElseThrow().secret()));
        assertEquals(1, products(connection));
    }

    private int products(Connection connection) {
        return ours.database.inShop(connection.shopId(), db -> db.fetchCount(PRODUCT));
    }

    private HttpResponse<String> callback(String state, String cookie) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(HttpRequest.newBuilder(URI.create(ours.address() + "/shopify/callback?"
                    + platform.signedQuery(Map.of("code", platform.newCode(), "state", state)))).header("Cookie", cookie).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void theAuthorizationCodeGrantInstallsInTheBrowserThatBeganIt() throws Exception {
        HttpResponse<String> begun = platform.browse("/shopify/install?" + platform.signedQuery(Map.of()));
        assertEquals(302, begun.statusCode());
        String address = header(begun, "Location");
        assertTrue(address.startsWith("https://" + platform.store() + "/admin/oauth/authorize?client_id=client0001&"), address);
        String state = address.substring(address.indexOf("state=") + 6);
        String cookie = header(begun, "Set-Cookie");
        assertTrue(cookie.contains("Max-Age=60") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/shopify/callback"), cookie);
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertEquals(401, callback(state, "other=1").statusCode());
        assertEquals(401, callback("x" + state, pair).statusCode());
        assertTrue(connection().isEmpty());
        HttpResponse<String> done = callback(state, pair);
        assertEquals(302, done.statusCode());
        assertTrue(header(done, "Set-Cookie").contains("Max-Age=0"));
        assertTrue(connection().isPresent());
        assertEquals(401, platform.browse("/shopify/install?shop=" + platform.store() + "&timestamp=1").statusCode());
    }

    @Test
    void theAppProxyIsAnsweredWhereShopifySignedIt() {
        Connection connection = install();
        String slug = ours.database.inShop(connection.shopId(), db -> db.selectFrom(SHOP).fetchSingle(SHOP.SLUG));
        HttpResponse<String> answer = platform.browse("/shopify/proxy?" + platform.proxyQuery(Map.of("sku", "A 1")));
        assertEquals(200, answer.statusCode());
        assertEquals("{\"shop\":\"" + slug + "\"}", answer.body());
        assertEquals(401, platform.browse("/shopify/proxy?" + platform.proxyQuery(Map.of("sku", "A 1")).replace("A%201", "A%202"))
                .statusCode());
    }

    @Test
    void redactingAShopThatIsGoneErasesEverything() {
        platform.fill(List.of(SimulatedProduct.numbered(1)));
        Connection connection = install();
        ours.clock.advance(Duration.ofMinutes(1));
        platform.uninstall();
        ours.runJobs(connection.shopId());
        ours.clock.advance(Duration.ofHours(48));
        platform.comply("shop/redact");
        ours.runJobs(connection.shopId());
        assertTrue(connection().isEmpty());
        assertEquals(0, products(connection));
        assertTrue(ours.database.inShop(connection.shopId(), db -> db.selectFrom(MEMBERSHIP).fetch()).isEmpty());
    }

    @Test
    void redactingAfterAnInstallationAnewKeepsWhatIsNew() {
        platform.fill(List.of(SimulatedProduct.numbered(1)));
        Connection connection = install();
        ours.clock.advance(Duration.ofMinutes(1));
        platform.uninstall();
        ours.runJobs(connection.shopId());
        install();
        platform.comply("shop/redact");
        ours.runJobs(connection.shopId());
        assertEquals(Connection.State.ACTIVE, connection().orElseThrow().state());
        assertEquals(1, products(connection));
    }

    @Test
    void aLateUninstallationDoesNotEndTheInstallationAfterIt() {
        Connection connection = install();
        platform.holdWebhooks(true);
        ours.clock.advance(Duration.ofHours(-1));
        platform.uninstall();
        SimulatedWebhook late = platform.webhooks().getLast();
        ours.clock.advance(Duration.ofHours(1));
        platform.install(ours.address());
        assertEquals(200, platform.deliver(late));
        ours.runJobs(connection.shopId());
        assertEquals(Connection.State.ACTIVE, connection().orElseThrow().state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers/data_request", "customers/redact"})
    void whatCustomersAskForIsNotedAndTheirDataNotKept(String topic) {
        Connection connection = install();
        platform.comply(topic);
        ours.runJobs(connection.shopId());
        ours.database.inShop(connection.shopId(), db -> db.selectFrom(WEBHOOK_DELIVERY).fetch()).forEach(delivery -> {
            assertEquals("DONE", delivery.getState());
            assertEquals(0, delivery.getBody().length);
        });
        assertTrue(ours.audit.page(ours.database, connection.shopId(), Long.MAX_VALUE, 1).getFirst().action().startsWith("customer."));
        SimulatedWebhook sent = platform.webhooks().getLast();
        assertEquals(401, platform.forge(sent));
    }
}
