package com.eyewearml.db;

import static com.eyewearml.db.schema.Tables.ASSET;
import static com.eyewearml.db.schema.Tables.EYEWEAR;
import static com.eyewearml.db.schema.Tables.SHOP;
import static com.eyewearml.db.schema.Tables.VARIANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.embedded.DataFolder;
import com.eyewearml.embedded.PostgresqlServer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two shops in one database see nothing of each other, whatever a statement asks for. */
class TenantIsolationTest {
    @TempDir
    static Path temporary;
    static DataFolder folder;
    static PostgresqlServer server;
    static Database database;

    static final UUID ONE = UUID.randomUUID();
    static final UUID TWO = UUID.randomUUID();
    static final UUID EYEWEAR_OF_ONE = UUID.randomUUID();

    @BeforeAll
    static void twoShops() {
        folder = DataFolder.open(temporary);
        server = PostgresqlServer.start(folder);
        database = Database.open(new DatabaseAddresses(server.ownerUrl(), server.appUrl()));
        addShop(ONE, "one", EYEWEAR_OF_ONE);
        addShop(TWO, "two", UUID.randomUUID());
    }

    @AfterAll
    static void stop() {
        database.close();
        server.close();
        folder.close();
    }

    static void addShop(UUID id, String slug, UUID eyewear) {
        database.changeShop(id, db -> {
            db.insertInto(SHOP).set(SHOP.ID, id).set(SHOP.SLUG, slug).set(SHOP.NAME, slug).set(SHOP.CURRENCY, "EUR").execute();
            db.insertInto(EYEWEAR).set(EYEWEAR.ID, eyewear).set(EYEWEAR.SHOP_ID, id).set(EYEWEAR.SLUG, "frame")
                    .set(EYEWEAR.NAME, "Frame of " + slug).set(EYEWEAR.DESCRIPTION, "").set(EYEWEAR.SHAPE, "ROUND")
                    .set(EYEWEAR.RIM_TYPE, "FULL").set(EYEWEAR.MATERIAL, "METAL").set(EYEWEAR.LENS_WIDTH_MM, 48.0)
                    .set(EYEWEAR.LENS_HEIGHT_MM, 48.0).set(EYEWEAR.DBL_MM, 21.0).set(EYEWEAR.TEMPLE_LENGTH_MM, 145.0)
                    .set(EYEWEAR.TOTAL_WIDTH_MM, 136.0).set(EYEWEAR.PANTOSCOPIC_TILT_RAD, 0.14).set(EYEWEAR.WRAP_ANGLE_RAD, 0.07)
                    .set(EYEWEAR.SORT_POSITION, 0).execute();
        });
    }

    @Test
    void everyShopSeesItsOwnRows() {
        assertEquals(List.of("Frame of one"), database.inShop(ONE, db -> db.select(EYEWEAR.NAME).from(EYEWEAR).fetch(EYEWEAR.NAME)));
        assertEquals(List.of("Frame of two"), database.inShop(TWO, db -> db.select(EYEWEAR.NAME).from(EYEWEAR).fetch(EYEWEAR.NAME)));
        int ofNobody = database.inShop(UUID.randomUUID(), db -> db.fetchCount(EYEWEAR));
        assertEquals(0, ofNobody);
    }

    @Test
    void aSlugShowsThatShopAndNothingOfIt() {
        assertEquals(List.of(ONE), database.in(Scope.slug("one"), db -> db.select(SHOP.ID).from(SHOP).fetch(SHOP.ID)));
        int seen = database.in(Scope.slug("one"), db -> db.fetchCount(EYEWEAR));
        int changed = database.in(Scope.slug("one"), db -> db.update(SHOP).set(SHOP.NAME, "taken over").execute());
        assertEquals(0, seen);
        assertEquals(0, changed);
    }

    @Test
    void nobodyWritesIntoAnotherShop() {
        int changed = database.inShop(TWO, db -> db.update(EYEWEAR).set(EYEWEAR.NAME, "x").where(EYEWEAR.SHOP_ID.eq(ONE)).execute());
        int deleted = database.inShop(TWO, db -> db.deleteFrom(EYEWEAR).where(EYEWEAR.SHOP_ID.eq(ONE)).execute());
        assertEquals(0, changed);
        assertEquals(0, deleted);
        assertThrows(DataAccessException.class, () -> database.changeShop(TWO, db -> db.insertInto(VARIANT)
                .set(VARIANT.SHOP_ID, ONE).set(VARIANT.EYEWEAR_ID, EYEWEAR_OF_ONE).set(VARIANT.SKU, "A").set(VARIANT.COLOUR_NAME, "c")
                .set(VARIANT.SWATCH, "#000000").set(VARIANT.SUN, false).set(VARIANT.SORT_POSITION, 0).execute()));
    }

    @Test
    void noRowRefersToAnotherShop() {
        assertThrows(DataAccessException.class, () -> database.changeShop(TWO, db -> db.insertInto(VARIANT)
                .set(VARIANT.SHOP_ID, TWO).set(VARIANT.EYEWEAR_ID, EYEWEAR_OF_ONE).set(VARIANT.SKU, "A").set(VARIANT.COLOUR_NAME, "c")
                .set(VARIANT.SWATCH, "#000000").set(VARIANT.SUN, false).set(VARIANT.SORT_POSITION, 0).execute()));
    }

    @Test
    void theShopEndsWithTheTransaction() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.appUrl()); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.shop_id', '" + ONE + "', true)");
            assertEquals(1, count(statement));
            connection.commit();
            assertEquals(0, count(statement));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"set role postgres", "set session authorization postgres", "alter table eyewear disable row level security",
        "alter table eyewear no force row level security", "drop policy own_shop on eyewear", "alter role eyewearml_app bypassrls",
        "set row_security = off; select count(*) from eyewear", "create table mine (x int)", "select pg_read_file('/etc/hostname')"})
    void theServingRoleCannotLiftTheRule(String statementText) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.appUrl()); Statement statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute(statementText));
        }
    }

    @Test
    void withoutAShopThereIsNothing() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.appUrl()); Statement statement = connection.createStatement()) {
            assertEquals(0, count(statement));
        }
    }

    @Test
    void everyTableOfAShopIsProtected() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.ownerUrl()); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select string_agg(relname, ', ') from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'flyway%'
                        and not (relrowsecurity and relforcerowsecurity)""")) {
            rows.next();
            assertEquals(null, rows.getString(1));
        }
    }

    @Test
    void bytesAreKeptUnderTheirOwnHashOnly() throws Exception {
        byte[] bytes = {1, 2, 3};
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        database.changeShop(ONE, db -> db.insertInto(ASSET).set(ASSET.SHOP_ID, ONE).set(ASSET.SHA256, hash)
                .set(ASSET.CONTENT_TYPE, "image/png").set(ASSET.CONTENT, bytes).execute());
        hash[0]++;
        DataAccessException refused = assertThrows(DataAccessException.class, () -> database.changeShop(ONE, db -> db.insertInto(ASSET)
                .set(ASSET.SHOP_ID, ONE).set(ASSET.SHA256, hash).set(ASSET.CONTENT_TYPE, "image/png").set(ASSET.CONTENT, bytes).execute()));
        assertTrue(refused.getMessage().contains("asset_check"), refused.getMessage());
    }

    @Test
    void anAccountThatWouldBypassTheRuleIsRefused() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.ownerUrl()); Statement statement = connection.createStatement()) {
            statement.execute("alter role eyewearml_app bypassrls");
            try {
                DatabaseUnavailableException refused = assertThrows(DatabaseUnavailableException.class,
                        () -> Database.open(new DatabaseAddresses(server.ownerUrl(), server.appUrl())));
                assertTrue(refused.getMessage().contains("nobypassrls"), refused.getMessage());
            } finally {
                statement.execute("alter role eyewearml_app nobypassrls");
            }
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from eyewear")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
