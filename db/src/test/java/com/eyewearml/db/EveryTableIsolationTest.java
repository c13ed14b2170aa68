package com.eyewearml.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.embedded.DataFolder;
import com.eyewearml.embedded.PostgresqlServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No table, whatever it is and whenever it was added, shows, changes or takes a row across shops. */
class EveryTableIsolationTest {
    static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final UUID TWO = UUID.fromString("00000000-0000-0000-0000-000000000002");
    static final UUID PERSON_ONE = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @TempDir
    static Path temporary;
    static DataFolder folder;
    static PostgresqlServer server;
    static Database database;

    @BeforeAll
    static void rowsOfTwoShops() throws SQLException, IOException {
        folder = DataFolder.open(temporary);
        server = PostgresqlServer.start(folder);
        database = Database.open(new DatabaseAddresses(server.ownerUrl(), server.appUrl()));
        try (InputStream script = EveryTableIsolationTest.class.getResourceAsStream("/two-shops.sql");
                Connection connection = DriverManager.getConnection(server.ownerUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void stop() {
        database.close();
        server.close();
        folder.close();
    }

    static List<Table<?>> tablesOfShops() {
        return com.eyewearml.db.schema.Public.PUBLIC.getTables().stream()
                .filter(table -> table.field("shop_id") != null).<Table<?>>map(table -> table).toList();
    }

    private static Field<UUID> shopId(Table<?> table) {
        return table.field("shop_id", UUID.class);
    }

    @Test
    void theFixtureFillsEveryTable() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.ownerUrl())) {
            DSLContext owner = DSL.using(connection);
            for (Table<?> table : com.eyewearml.db.schema.Public.PUBLIC.getTables()) {
                assertEquals(2, owner.fetchCount(table), table.getName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tablesOfShops")
    void aShopSeesItsOwnRowsOnly(Table<?> table) {
        // Sessions and tickets belong to whoever holds their secret.
        List<UUID> shops = database.in(Scope.shop(TWO), db -> db.select(shopId(table)).from(table).fetch(shopId(table)));
        boolean bySecret = List.of("session", "ticket").contains(table.getName());
        assertEquals(bySecret ? List.of() : List.of(TWO), shops);
    }

    @ParameterizedTest
    @MethodSource("tablesOfShops")
    void aShopChangesAndDeletesNothingOfAnother(Table<?> table) {
        Scope two = Scope.shop(TWO).and(Scope.secret(sha256("secret2")));
        if (table.getName().equals("audit_entry")) {
            assertEquals(INSUFFICIENT_PRIVILEGE, refusal(() -> database.in(two, db -> db.update(table).set(shopId(table), TWO).execute())));
            assertEquals(INSUFFICIENT_PRIVILEGE, refusal(() -> database.in(two, db -> db.deleteFrom(table).execute())));
            return;
        }
        int changed = database.in(two, db -> db.update(table).set(shopId(table), TWO).where(shopId(table).eq(ONE)).execute());
        int deleted = database.in(two, db -> db.deleteFrom(table).where(shopId(table).eq(ONE)).execute());
        assertEquals(0, changed);
        assertEquals(0, deleted);
    }

    @ParameterizedTest
    @MethodSource("tablesOfShops")
    void aShopWritesNoRowIntoAnother(Table<?> table) {
        Scope two = Scope.shop(TWO);
        assertEquals(INSUFFICIENT_PRIVILEGE, refusal(() -> database.in(two, db -> db.execute(
                "insert into " + table.getName() + " select (jsonb_populate_record(null::" + table.getName()
                        + ", {0}::jsonb)).*", DSL.val(rowOfOne(table))))));
    }

    private static String rowOfOne(Table<?> table) {
        Scope one = Scope.shop(ONE).and(Scope.secret(sha256("secret1")));
        return database.in(one, db -> db.fetchSingle("select to_jsonb(t)::text from " + table.getName() + " t").get(0, String.class));
    }

    @Test
    void anAccountIsSeenByItselfItsColleaguesAndItsAddressOnly() {
        assertEquals(List.of("person1@shop.example"), emails(Scope.account(PERSON_ONE)));
        assertEquals(List.of("person1@shop.example"), emails(Scope.shop(ONE)));
        assertEquals(List.of("person1@shop.example"), emails(Scope.email("person1@shop.example")));
        assertEquals(List.of(), emails(Scope.slug("shop-1")));
        int changed = database.in(Scope.shop(ONE).and(Scope.email("person1@shop.example")),
                db -> db.execute("update account set display_name = 'taken over'"));
        assertEquals(0, changed);
    }

    private static List<String> emails(Scope scope) {
        return database.in(scope, db -> db.fetch("select email from account").getValues(0, String.class));
    }

    @Test
    void whatIsFoundByNameShowsNothingElse() {
        Map<Scope, String> finders = Map.of(
                Scope.slug("shop-1"), "shop",
                Scope.store("SHOPIFY", "store-1.myshopify.com"), "platform_connection",
                Scope.webhookPath("abcdefghijklmnopqrstuv1"), "platform_connection",
                Scope.publicKey("ewpk_" + "1".repeat(24)), "api_key",
                Scope.passkey("key1".getBytes(StandardCharsets.UTF_8)), "passkey",
                Scope.email("person1@shop.example"), "account");
        finders.forEach((scope, found) -> {
            for (Table<?> table : com.eyewearml.db.schema.Public.PUBLIC.getTables()) {
                int rows = database.in(scope, db -> db.fetchCount(table));
                assertEquals(table.getName().equals(found) ? 1 : 0, rows, found + " shows " + table.getName());
            }
        });
    }

    @Test
    void dispatchSeesJobsAndConnectionsOfAllShopsAndNothingElse() {
        for (Table<?> table : com.eyewearml.db.schema.Public.PUBLIC.getTables()) {
            int rows = database.in(Scope.dispatch(), db -> db.fetchCount(table));
            assertEquals(List.of("job", "platform_connection").contains(table.getName()) ? 2 : 0, rows, table.getName());
        }
    }

    @Test
    void noFunctionRunsWithItsOwnersRights() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.ownerUrl())) {
            assertFalse(DSL.using(connection).fetchExists(DSL.table("pg_proc"),
                    DSL.condition("prosecdef and pronamespace = 'public'::regnamespace")));
        }
    }

    @Test
    void theServingRoleOwnsNothingAndSeesNoMigrations() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.ownerUrl())) {
            DSLContext owner = DSL.using(connection);
            assertFalse(owner.fetchExists(DSL.table("pg_class"),
                    DSL.condition("pg_get_userbyid(relowner) = {0}", DSL.val(Database.APP_ROLE))));
        }
        assertEquals(INSUFFICIENT_PRIVILEGE, refusal(() -> database.in(Scope.shop(ONE), db -> db.fetch("select * from flyway_schema_history"))));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable statement) {
        DataAccessException refused = assertThrows(DataAccessException.class, statement);
        assertTrue(refused.getCause() instanceof SQLException, refused.getMessage());
        return refused.sqlState();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
