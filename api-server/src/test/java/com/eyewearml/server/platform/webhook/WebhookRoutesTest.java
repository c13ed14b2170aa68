package com.eyewearml.server.platform.webhook;

import static com.eyewearml.db.schema.Tables.JOB;
import static com.eyewearml.db.schema.Tables.WEBHOOK_DELIVERY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.db.Database;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.Credential;
import com.eyewearml.server.platform.Credentials;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.security.Keyring;
import com.eyewearml.server.security.TokenVault;
import com.eyewearml.server.testing.TestClock;
import com.eyewearml.server.testing.TestServer;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every platform's webhooks have in common, and each its own signature. */
@ExtendWith(TestShops.class)
class WebhookRoutesTest {
    static final String APP_SECRET = "app_secret_0123456789";
    static final String PREVIOUS_APP_SECRET = "previous_app_secret_01";
    static final String STORE_SECRET = "StoreSecret0123456789";
    static final String PREVIOUS_STORE_SECRET = "PreviousStoreSecret01";

    final TestClock clock = new TestClock();
    final Database database;
    final Connections connections;
    final Credentials credentials;
    final UUID shop;
    TestServer server;

    WebhookRoutesTest(Shops shops) {
        database = shops.database();
        shop = shops.add();
        connections = new Connections(database, new AuditTrail(clock));
        credentials = new Credentials(database, new TokenVault(Keyring.parse("k:" + Base64.getEncoder().encodeToString(new byte[32]))));
    }

    @BeforeEach
    void start() {
        server = TestServer.start(new WebhookRoutes(List.of(
                new ShopifyWebhooks(List.of(APP_SECRET, PREVIOUS_APP_SECRET)), new WooCommerceWebhooks(),
                StandardWebhooks.ofMagento(clock), StandardWebhooks.ofBigCommerce(List.of(APP_SECRET, PREVIOUS_APP_SECRET), clock)),
                connections, credentials, new WebhookInbox(database), () -> { }).routes(), access -> req -> { });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Connection connect(Platform platform) {
        String store = UUID.randomUUID() + (platform == Platform.SHOPIFY ? ".myshopify.com" : "");
        return database.inShop(shop, db -> {
            Connection connection = connections.install(db, shop, platform, store, Set.of());
            credentials.put(db, connection, Credential.Kind.WEBHOOK_SECRET, new Credential(STORE_SECRET, Optional.empty()));
            credentials.put(db, connection, Credential.Kind.PREVIOUS_WEBHOOK_SECRET, new Credential(PREVIOUS_STORE_SECRET, Optional.empty()));
            return connection;
        });
    }

    /** A request as the platform would send it. */
    private record Sent(String path, Map<String, String> headers, byte[] body) {
        Sent with(String name, String value) {
            Map<String, String> changed = new HashMap<>(headers);
            changed.put(name, value);
            return new Sent(path, changed, body);
        }

        Sent without(String name) {
            Map<String, String> changed = new HashMap<>(headers);
            changed.remove(name);
            return new Sent(path, changed, body);
        }

        Sent body(String text) {
            return new Sent(path, headers, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final Map<Platform, String> SIGNATURE_HEADERS = Map.of(Platform.SHOPIFY, "X-Shopify-Hmac-Sha256",
            Platform.WOOCOMMERCE, "X-WC-Webhook-Signature", Platform.MAGENTO, "webhook-signature", Platform.BIGCOMMERCE, "webhook-signature");

    private Sent sent(Connection connection, String key, String secret, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        long now = clock.instant().getEpochSecond();
        return switch (connection.platform()) {
            case SHOPIFY -> new Sent("/webhooks/shopify", Map.of("X-Shopify-Shop-Domain", connection.store(),
                    "X-Shopify-Topic", "products/update", "X-Shopify-Webhook-Id", key, "X-Shopify-Hmac-Sha256", hmac(secret, body)), body);
            case WOOCOMMERCE -> new Sent("/webhooks/woocommerce/" + connection.webhookPath(), Map.of("X-WC-Webhook-ID", "7",
                    "X-WC-Webhook-Topic", "product.updated", "X-WC-Webhook-Signature", hmac(secret, body)), body);
            case MAGENTO, BIGCOMMERCE -> new Sent("/webhooks/" + connection.platform().name().toLowerCase() + "/" + connection.webhookPath(),
                    Map.of("webhook-id", key, "webhook-timestamp", Long.toString(now), "X-EyewearML-Hook", STORE_SECRET,
                            "webhook-signature", "v1," + hmac(secret, (key + "." + now + "." + text).getBytes(StandardCharsets.UTF_8))), body);
        };
    }

    private static String hmac(String secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String secret(Connection connection) {
        return switch (connection.platform()) {
            case SHOPIFY, BIGCOMMERCE -> APP_SECRET;
            case WOOCOMMERCE, MAGENTO -> STORE_SECRET;
        };
    }

    private static String previousSecret(Connection connection) {
        return secret(connection).equals(APP_SECRET) ? PREVIOUS_APP_SECRET : PREVIOUS_STORE_SECRET;
    }

    private HttpResponse<String> post(Sent sent) throws Exception {
        return server.send("POST", sent.path, sent.headers, sent.body);
    }

    private void assertKept(int deliveries) {
        int jobs = database.inShop(shop, db -> db.fetchCount(JOB));
        int kept = database.inShop(shop, db -> db.fetchCount(WEBHOOK_DELIVERY));
        assertEquals(deliveries, kept);
        assertEquals(deliveries, jobs);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void aSignedDeliveryIsKeptAndAnsweredWithoutABody(Platform platform) throws Exception {
        Connection connection = connect(platform);
        HttpResponse<String> response = post(sent(connection, "d1", secret(connection), "{\"id\":1,\"title\":\"Frame é\"}"));
        assertEquals(200, response.statusCode());
        assertEquals("", response.body());
        assertKept(1);
        byte[] body = database.inShop(shop, db -> db.select(WEBHOOK_DELIVERY.BODY).from(WEBHOOK_DELIVERY).fetchSingle(WEBHOOK_DELIVERY.BODY));
        assertEquals("{\"id\":1,\"title\":\"Frame é\"}", new String(body, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void aDeliveryRepeatedAtOnceAndLaterIsOne(Platform platform) throws Exception {
        Connection connection = connect(platform);
        Sent sent = sent(connection, "d1", secret(connection), "{\"id\":1}");
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            for (Future<HttpResponse<String>> response : threads.invokeAll(IntStream.range(0, 5)
                    .<Callable<HttpResponse<String>>>mapToObj(n -> () -> post(sent)).toList())) {
                assertEquals(200, response.get().statusCode());
            }
        }
        assertEquals(200, post(sent).statusCode());
        assertKept(1);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void anotherDeliveryIsAnother(Platform platform) throws Exception {
        Connection connection = connect(platform);
        assertEquals(200, post(sent(connection, "d1", secret(connection), "{\"id\":1}")).statusCode());
        assertEquals(200, post(sent(connection, "d2", secret(connection), "{\"id\":2}")).statusCode());
        assertKept(2);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void thePreviousSecretStillCounts(Platform platform) throws Exception {
        Connection connection = connect(platform);
        assertEquals(200, post(sent(connection, "d1", previousSecret(connection), "{\"id\":1}")).statusCode());
        assertKept(1);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void forgedOnesAreRefusedAndLeaveNothing(Platform platform) throws Exception {
        Connection connection = connect(platform);
        Sent sent = sent(connection, "d1", secret(connection), "{\"id\":1}");
        String header = SIGNATURE_HEADERS.get(platform);
        List<Sent> forged = List.of(
                sent(connection, "d1", "another_secret_0123456", "{\"id\":1}"),
                sent.body("{\"id\":2}"),
                sent.body("{\"id\": 1}"),
                sent.with(header, sent.headers.get(header).substring(0, 20)),
                sent.with(header, "x"));
        for (Sent request : forged) {
            HttpResponse<String> response = post(request);
            assertEquals(401, response.statusCode());
            assertTrue(response.body().startsWith("SIGNATURE_INVALID"), response.body());
        }
        assertKept(0);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void incompleteOnesAreRefused(Platform platform) throws Exception {
        Connection connection = connect(platform);
        Sent sent = sent(connection, "d1", secret(connection), "{\"id\":1}");
        assertEquals(400, post(sent.without(SIGNATURE_HEADERS.get(platform))).statusCode());
        assertEquals(405, server.send("GET", sent.path, sent.headers, new byte[0]).statusCode());
        assertKept(0);
    }

    @ParameterizedTest
    @EnumSource(value = Platform.class, names = {"MAGENTO", "BIGCOMMERCE"})
    void anOldDeliveryIsRefused(Platform platform) throws Exception {
        Connection connection = connect(platform);
        Sent sent = sent(connection, "d1", secret(connection), "{\"id\":1}");
        clock.advance(Duration.ofSeconds(301));
        assertEquals(401, post(sent).statusCode());
        assertKept(0);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void whatIsSignedForOneStoreIsNotTakenForAnother(Platform platform) throws Exception {
        Connection one = connect(platform);
        Connection other = connect(platform);
        if (platform == Platform.WOOCOMMERCE || platform == Platform.MAGENTO) {
            database.changeShop(shop, db -> {
                credentials.put(db, other, Credential.Kind.WEBHOOK_SECRET, new Credential("OtherStoreSecret01234", Optional.empty()));
                credentials.put(db, other, Credential.Kind.PREVIOUS_WEBHOOK_SECRET, new Credential("OtherStoreSecret01235", Optional.empty()));
            });
            Sent sent = sent(one, "d1", secret(one), "{\"id\":1}");
            assertEquals(401, post(new Sent(sent(other, "", "x", "").path, sent.headers, sent.body)).statusCode());
            assertKept(0);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Platform.class, names = {"SHOPIFY", "BIGCOMMERCE"})
    void aStoreThatIsGoneIsAnsweredAndLeavesNothing(Platform platform) throws Exception {
        Connection gone = new Connection(UUID.randomUUID(), shop, platform, "gone.myshopify.com", "gonegonegonegonegonegone", Connection.State.ACTIVE);
        assertEquals(200, post(sent(gone, "d1", APP_SECRET, "{\"id\":1}")).statusCode());
        assertKept(0);
    }

    @Test
    void twoWooCommerceEventsOfOneSecondAreTwo() throws Exception {
        Connection connection = connect(Platform.WOOCOMMERCE);
        assertEquals(200, post(sent(connection, "", STORE_SECRET, "{\"id\":1}").with("X-WC-Webhook-Delivery-ID", "same")).statusCode());
        assertEquals(200, post(sent(connection, "", STORE_SECRET, "{\"id\":2}").with("X-WC-Webhook-Delivery-ID", "same")).statusCode());
        assertKept(2);
    }

    @Test
    void aWooCommercePingIsAnsweredAndLeavesNothing() throws Exception {
        Connection connection = connect(Platform.WOOCOMMERCE);
        assertEquals(200, post(new Sent("/webhooks/woocommerce/" + connection.webhookPath(),
                Map.of("Content-Type", "application/x-www-form-urlencoded"), "webhook_id=7".getBytes(StandardCharsets.UTF_8))).statusCode());
        assertKept(0);
    }

    @Test
    void bigCommerceMustBringWhatOurSubscriptionToldIt() throws Exception {
        Connection connection = connect(Platform.BIGCOMMERCE);
        assertEquals(401, post(sent(connection, "d1", APP_SECRET, "{\"id\":1}").with("X-EyewearML-Hook", "wrong")).statusCode());
    }
}
