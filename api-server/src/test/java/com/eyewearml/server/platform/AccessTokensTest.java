package com.eyewearml.server.platform;

import static com.eyewearml.db.schema.Tables.CREDENTIAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.eyewearml.db.Database;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.security.Keyring;
import com.eyewearml.server.security.TokenVault;
import com.eyewearml.server.testing.TestClock;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestShops.class)
class AccessTokensTest {
    static final String OLD = "old:" + key('o');
    static final String NEW = "new:" + key('n');
    final TestClock clock = new TestClock();
    final Database database;
    final Connections connections;
    final Credentials credentials;
    final Connection connection;
    final AtomicInteger asked = new AtomicInteger();

    AccessTokensTest(Shops shops) {
        database = shops.database();
        UUID shop = shops.add();
        connections = new Connections(database, new AuditTrail(clock));
        credentials = new Credentials(database, new TokenVault(Keyring.parse(OLD)));
        connection = database.inShop(shop, db -> connections.install(db, shop, Platform.SHOPIFY,
                UUID.randomUUID() + ".myshopify.com", Set.of("read_products")));
        put("access0", "refresh0");
    }

    static String key(char fill) {
        return Base64.getEncoder().encodeToString(String.valueOf(fill).repeat(32).getBytes(StandardCharsets.UTF_8));
    }

    private Credential lasting(String secret, Duration duration) {
        return new Credential(secret, Optional.of(clock.instant().plus(duration)));
    }

    private void put(String access, String refresh) {
        database.changeShop(connection.shopId(), db -> {
            credentials.put(db, connection, Credential.Kind.ACCESS, lasting(access, Duration.ofHours(1)));
            credentials.put(db, connection, Credential.Kind.REFRESH, lasting(refresh, Duration.ofDays(90)));
        });
    }

    private AccessTokens tokens() {
        return new AccessTokens(database, credentials, connections, clock);
    }

    private TokenPair next(String refreshToken) {
        int n = asked.incrementAndGet();
        assertEquals("refresh" + (n - 1), refreshToken);
        return new TokenPair(lasting("access" + n, Duration.ofHours(1)), lasting("refresh" + n, Duration.ofDays(90)));
    }

    @Test
    void aTokenIsUsedUntilItIsNearlyOver() {
        assertEquals("access0", tokens().valid(connection, this::next));
        clock.advance(Duration.ofMinutes(54));
        assertEquals("access0", tokens().valid(connection, this::next));
        clock.advance(Duration.ofMinutes(1));
        assertEquals("access1", tokens().valid(connection, this::next));
        assertEquals("access1", tokens().valid(connection, this::next));
        clock.advance(Duration.ofHours(1));
        assertEquals("access2", tokens().valid(connection, this::next));
    }

    @Test
    void twentyWhoNeedATokenAtOnceAskThePlatformOnce() throws Exception {
        clock.advance(Duration.ofHours(2));
        List<AccessTokens> processes = List.of(tokens(), tokens());
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (Future<String> token : threads.invokeAll(IntStream.range(0, 20).<Callable<String>>mapToObj(
                    n -> () -> processes.get(n % 2).valid(connection, this::next)).toList())) {
                assertEquals("access1", token.get());
            }
        }
        assertEquals(1, asked.get());
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameToken() {
        clock.advance(Duration.ofHours(2));
        assertThrows(IllegalStateException.class, () -> tokens().valid(connection, refreshToken -> {
            throw new IllegalStateException("the connection broke after the platform answered");
        }));
        assertEquals("access1", tokens().valid(connection, this::next));
    }

    @Test
    void aRefusedTokenIsForgottenAndTheMerchantAsked() {
        clock.advance(Duration.ofHours(2));
        ReconnectException refused = assertThrows(ReconnectException.class, () -> tokens().valid(connection, refreshToken -> {
            throw new RefreshRefusedException();
        }));
        assertFalse(refused.getMessage().contains("refresh0"));
        assertEquals(Optional.empty(), credentials.find(connection, Credential.Kind.REFRESH));
        assertEquals(Connection.State.RECONNECT, connections.ofStore(Platform.SHOPIFY, connection.store()).orElseThrow().state());
        assertThrows(ReconnectException.class, () -> tokens().valid(connection, this::next));
        assertEquals(0, asked.get());
    }

    @Test
    void theDatabaseHoldsNoTokenThatCanBeRead() {
        List<byte[]> kept = database.inShop(connection.shopId(), db -> db.selectFrom(CREDENTIAL).fetch(CREDENTIAL.CIPHERTEXT));
        kept.forEach(bytes -> assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("access0")));
        assertEquals(2, kept.size());
    }

    @Test
    void rotatingSealsAnewUnderTheNewestKey() {
        Credentials rotated = new Credentials(database, new TokenVault(Keyring.parse(NEW + "," + OLD)));
        assertEquals(2, rotated.rotate(connection.shopId(), "new"));
        assertEquals(0, rotated.rotate(connection.shopId(), "new"));
        Credentials withoutOld = new Credentials(database, new TokenVault(Keyring.parse(NEW)));
        assertEquals("access0", withoutOld.find(connection, Credential.Kind.ACCESS).orElseThrow().secret());
    }

    @Test
    void aStoreInstalledAgainIsTheSameConnection() {
        database.changeShop(connection.shopId(), db -> connections.uninstall(db, connection));
        database.changeShop(connection.shopId(), db -> connections.uninstall(db, connection));
        assertEquals(Optional.empty(), credentials.find(connection, Credential.Kind.ACCESS));
        assertEquals(Connection.State.UNINSTALLED, connections.ofStore(Platform.SHOPIFY, connection.store()).orElseThrow().state());
        Connection again = database.inShop(connection.shopId(),
                db -> connections.install(db, connection.shopId(), Platform.SHOPIFY, connection.store(), Set.of()));
        assertEquals(connection, again);
        assertEquals(List.of(again), connections.ofShop(connection.shopId()));
        assertEquals(Optional.of(again), connections.ofWebhookPath(again.webhookPath()));
    }
}
