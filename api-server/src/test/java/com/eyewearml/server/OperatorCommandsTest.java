package com.eyewearml.server;

import static com.eyewearml.db.schema.Tables.CREDENTIAL;
import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.Credential;
import com.eyewearml.server.platform.Credentials;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.security.Keyring;
import com.eyewearml.server.security.TokenVault;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators run besides the server, on a real database. */
@ExtendWith(TestShops.class)
class OperatorCommandsTest {
    private static final String OLD = key("old", 1);
    private static final String NEW = key("new", 2);
    private static final String SECRET = "shpat_secret-of-a-store";

    private static String key(String id, int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    private record Said(boolean well, String text) { }

    private static Said saying(Function<PrintStream, Boolean> command) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean well = command.apply(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return new Said(well, bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void sealsEverythingUnderTheNewestKeySoThatTheOldMayGo(Shops shops) {
        Connection connection = connect(shops, OLD);
        Said said = saying(out -> RotateKeysCommand.rotate(shops.database(), Keyring.parse(NEW + "," + OLD), out));
        assertEquals(List.of("new"), keysOf(shops, connection));
        assertFalse(said.text().contains("shpat"), said.text());
        Credentials withNewOnly = new Credentials(shops.database(), new TokenVault(Keyring.parse(NEW)));
        assertEquals(SECRET, withNewOnly.find(connection, Credential.Kind.ACCESS).orElseThrow().secret());
        assertTrue(said.text().contains("under the key new"), said.text());
    }

    @Test
    void leavesAShopAsItWasWhoseKeyIsMissing(Shops shops) {
        Connection connection = connect(shops, key("lost", 3));
        Said said = saying(out -> RotateKeysCommand.rotate(shops.database(), Keyring.parse(NEW + "," + OLD), out));
        assertFalse(said.well());
        assertTrue(said.text().contains(connection.shopId().toString()) && said.text().contains("keep the older keys"), said.text());
        assertEquals(List.of("lost"), keysOf(shops, connection));
        shops.database().changeShop(connection.shopId(), db -> Credentials.forget(db, connection));
    }

    private static Connection connect(Shops shops, String key) {
        UUID shopId = shops.add();
        shops.database().changeShop(shopId, db -> db.insertInto(PLATFORM_CONNECTION).set(PLATFORM_CONNECTION.SHOP_ID, shopId)
                .set(PLATFORM_CONNECTION.PLATFORM, "SHOPIFY").set(PLATFORM_CONNECTION.STORE, shopId + ".myshopify.com")
                .set(PLATFORM_CONNECTION.WEBHOOK_PATH, shopId.toString().replace("-", "")).set(PLATFORM_CONNECTION.STATE, "ACTIVE").execute());
        Connection connection = new Connections(shops.database(), new AuditTrail(Clock.systemUTC()))
                .ofStore(Platform.SHOPIFY, shopId + ".myshopify.com").orElseThrow();
        shops.database().changeShop(shopId, db -> new Credentials(shops.database(), new TokenVault(Keyring.parse(key)))
                .put(db, connection, Credential.Kind.ACCESS, new Credential(SECRET, Optional.empty())));
        return connection;
    }

    private static List<String> keysOf(Shops shops, Connection connection) {
        return shops.database().inShop(connection.shopId(), db -> db.select(CREDENTIAL.KEY_ID).from(CREDENTIAL).fetch(CREDENTIAL.KEY_ID));
    }

    @Test
    void tellsSoundTrailsFromOthers(Shops shops) throws Exception {
        UUID sound = shops.add();
        UUID changed = shops.add();
        for (UUID shop : List.of(sound, changed)) {
            for (int i = 0; i < 3; i++) {
                shops.database().changeShop(shop, db -> new AuditTrail(Clock.systemUTC())
                        .add(db, shop, AuditEvent.of(Actor.system("test"), "settings.change", "accent")));
            }
        }
        try (java.sql.Connection owner = DriverManager.getConnection(shops.ownerUrl());
                PreparedStatement forge = owner.prepareStatement("update audit_entry set subject = 'other' where shop_id = ? and sequence = 2")) {
            forge.setObject(1, changed);
            assertEquals(1, forge.executeUpdate());
        }
        Said well = saying(out -> AuditCommand.verify(shops.database(), List.of("shop-" + sound), out));
        assertTrue(well.well() && well.text().contains("3 entries, head "), well.text());
        Said both = saying(out -> AuditCommand.verify(shops.database(), List.of("shop-" + sound, "shop-" + changed, "nobody"), out));
        assertFalse(both.well());
        assertTrue(both.text().contains("shop-" + changed + ": entry 2 was changed; sound before it: 1 entries"), both.text());
        assertTrue(both.text().contains("nobody: there is no such shop"), both.text());
    }
}
