package com.eyewearml.server.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.pojos.AuditEntry;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(TestShops.class)
class AuditTrailTest {
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00.123456Z");
    final Database database;
    final String ownerUrl;
    final UUID shop;
    final AuditTrail trail = new AuditTrail(Clock.fixed(NOW, ZoneOffset.UTC));

    AuditTrailTest(Shops shops) {
        database = shops.database();
        ownerUrl = shops.ownerUrl();
        shop = shops.add();
    }

    private void add(int n) {
        JsonObject before = Json.createObjectBuilder().add("b", n).add("a", "ä").build();
        database.changeShop(shop, db -> trail.add(db, shop, new AuditEvent(Actor.system("test"), "settings.change", "settings",
                Optional.of(before), Optional.empty(), "192.0.2.1", "r" + n)));
    }

    @Test
    void anEmptyTrailIsSound() {
        AuditTrail.Verification found = trail.verify(database, shop);
        assertEquals(0, found.entries());
        assertEquals(Optional.empty(), found.fault());
    }

    @Test
    void hashesWhatTheDocumentationSays() throws Exception {
        add(7);
        AuditEntry entry = trail.page(database, shop, Long.MAX_VALUE, 1).getFirst();
        ByteBuffer bytes = ByteBuffer.allocate(1000).put(new byte[32]);
        text(bytes, shop.toString());
        bytes.putLong(1).putLong(NOW.getEpochSecond() * 1_000_000 + 123456);
        for (String text : List.of("SYSTEM", "test", "settings.change", "settings", "{\"b\":7,\"a\":\"ä\"}")) {
            text(bytes, text);
        }
        bytes.putInt(-1);
        text(bytes, "192.0.2.1");
        text(bytes, "r7");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(bytes.array(), 0, bytes.position());
        assertArrayEquals(digest.digest(), entry.sha256());
    }

    private static void text(ByteBuffer bytes, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.putInt(utf8.length).put(utf8);
    }

    @Test
    void entriesAddedAtOnceMakeOneChain() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(IntStream.range(0, 40).<Callable<Void>>mapToObj(n -> () -> {
                add(n);
                return null;
            }).toList());
        }
        AuditTrail.Verification found = trail.verify(database, shop);
        assertEquals(40, found.entries());
        assertEquals(Optional.empty(), found.fault());
    }

    @Test
    void aDeedThatFailsLeavesNoEntry() {
        assertThrows(IllegalStateException.class, () -> database.changeShop(shop, db -> {
            trail.add(db, shop, AuditEvent.of(Actor.system("test"), "frame.remove", "f"));
            throw new IllegalStateException("the deed failed");
        }));
        assertEquals(0, trail.verify(database, shop).entries());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "update audit_entry set actor = 'another' where sequence = 3                 | 2 | entry 3 was changed",
        "update audit_entry set before = '{\"b\": 2}' where sequence = 3             | 2 | entry 3 was changed",
        "update audit_entry set at = at + interval '1 microsecond' where sequence = 1 | 0 | entry 1 was changed",
        "update audit_entry set sha256 = sha256('x') where sequence = 3              | 2 | entry 3 was changed",
        "update audit_entry set previous_sha256 = sha256('x') where sequence = 3     | 2 | entry 3 does not follow the one before it",
        "delete from audit_entry where sequence = 2                                  | 1 | entry 2 is missing",
        "delete from audit_entry where sequence = 1                                  | 0 | entry 1 is missing"})
    void whatAnAdministratorOfTheDatabaseChangesShows(String tampering, long sound, String fault) throws SQLException {
        IntStream.range(0, 5).forEach(this::add);
        asOwner(tampering + " and shop_id = '" + shop + "'");
        AuditTrail.Verification found = trail.verify(database, shop);
        assertEquals(sound, found.entries());
        assertEquals(Optional.of(fault), found.fault());
    }

    @Test
    void entriesCutOffAtTheEndShowAgainstANotedHead() throws SQLException {
        IntStream.range(0, 5).forEach(this::add);
        byte[] noted = trail.verify(database, shop).head();
        asOwner("delete from audit_entry where sequence = 5 and shop_id = '" + shop + "'");
        AuditTrail.Verification found = trail.verify(database, shop);
        assertEquals(Optional.empty(), found.fault());
        assertEquals(4, found.entries());
        assertFalse(MessageDigest.isEqual(noted, found.head()));
    }

    private void asOwner(String statementText) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ownerUrl); Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(statementText));
        }
    }
}
