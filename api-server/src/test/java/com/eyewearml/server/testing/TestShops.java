package com.eyewearml.server.testing;

import static com.eyewearml.db.schema.Tables.SHOP;

import com.eyewearml.db.Database;
import com.eyewearml.db.DatabaseAddresses;
import com.eyewearml.embedded.DataFolder;
import com.eyewearml.embedded.PostgresqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a real database, one for all test classes of a run; shops keep them apart. */
public final class TestShops implements ParameterResolver {
    /** The database and its owner's address. */
    public static final class Shops implements AutoCloseable {
        private final Path path;
        private final DataFolder folder;
        private final PostgresqlServer server;
        private final Database database;

        /** Starts a database of its own, for whoever is no test. */
        public static Shops start() throws IOException {
            return new Shops();
        }

        private Shops() throws IOException {
            path = Files.createTempDirectory("test-shops");
            folder = DataFolder.open(path);
            server = PostgresqlServer.start(folder);
            database = Database.open(new DatabaseAddresses(server.ownerUrl(), server.appUrl()));
        }

        /** The database as the server uses it. */
        public Database database() {
            return database;
        }

        /** JDBC address of the account that owns the tables and is above their policies. */
        public String ownerUrl() {
            return server.ownerUrl();
        }

        /** Adds an empty shop. */
        public UUID add() {
            UUID id = UUID.randomUUID();
            database.changeShop(id, db -> db.insertInto(SHOP).set(SHOP.ID, id).set(SHOP.SLUG, "shop-" + id).set(SHOP.NAME, "Shop")
                    .set(SHOP.CURRENCY, "EUR").execute());
            return id;
        }

        @Override
        public void close() throws IOException {
            database.close();
            server.close();
            folder.close();
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shops.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(TestShops.class)).getOrComputeIfAbsent(Shops.class, type -> {
            try {
                return new Shops();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
