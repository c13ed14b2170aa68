package com.eyewearml.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The system of record. Every access is a transaction within a {@link Scope}; row-level security shows it what the scope names,
 * whatever the statement asks for. Safe for use by many threads.
 */
public final class Database implements AutoCloseable {
    /** Role all statements run as: it owns nothing and cannot bypass row-level security. */
    public static final String APP_ROLE = "eyewearml_app";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final int POOL_SIZE = 10;

    private final HikariDataSource pool;
    private final DSLContext dsl;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.dsl = DSL.using(pool, SQLDialect.POSTGRES);
    }

    /**
     * Brings the schema up to date and opens a pool of connections.
     *
     * @throws DatabaseUnavailableException where the database cannot be reached, migrated, or would let its statements bypass
     *                                      row-level security
     */
    public static Database open(DatabaseAddresses addresses) {
        migrate(addresses.ownerUrl());
        HikariConfig config = new HikariConfig();
        config.setPoolName("record");
        config.setJdbcUrl(addresses.appUrl());
        config.setConnectionInitSql("set role " + APP_ROLE);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        config.setValidationTimeout(CONNECT_TIMEOUT.toMillis() / 2);
        config.addDataSourceProperty("socketTimeout", 10);
        config.addDataSourceProperty("connectTimeout", CONNECT_TIMEOUT.toSeconds());
        config.addDataSourceProperty("ApplicationName", "eyewearml");
        try {
            Database database = new Database(new HikariDataSource(config));
            database.requireIsolation();
            return database;
        } catch (HikariPool.PoolInitializationException e) {
            throw new DatabaseUnavailableException("the account that serves requests cannot connect: " + e.getCause().getMessage(), e);
        }
    }

    private static void migrate(String ownerUrl) {
        try {
            Flyway.configure().dataSource(ownerUrl, null, null).locations("classpath:db/migration").load().migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailableException("the database cannot be reached or migrated: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse(e.getClass().getSimpleName());
    }

    private void requireIsolation() {
        boolean bypasses = dsl.fetchSingle(
                "select rolsuper or rolbypassrls from pg_roles where rolname = current_user").get(0, Boolean.class);
        if (bypasses) {
            close();
            throw new DatabaseUnavailableException("the role " + APP_ROLE + " may bypass row-level security; run: alter role " + APP_ROLE
                    + " nosuperuser nobypassrls", null);
        }
    }

    /**
     * Runs {@code work} in a transaction that sees and changes the rows of one shop.
     *
     * @throws DatabaseUnavailableException where the database cannot be reached; nothing was changed then
     */
    public <T> T inShop(UUID shopId, Function<DSLContext, T> work) {
        return in(Scope.shop(shopId), work);
    }

    /** Like {@link #inShop}, for work without a result. */
    public void changeShop(UUID shopId, Consumer<DSLContext> work) {
        inShop(shopId, transaction -> {
            work.accept(transaction);
            return null;
        });
    }

    /**
     * Runs {@code work} in a transaction that sees what {@code scope} names.
     *
     * @throws DatabaseUnavailableException where the database cannot be reached; nothing was changed then
     */
    public <T> T in(Scope scope, Function<DSLContext, T> work) {
        try {
            return dsl.transactionResult(configuration -> {
                DSLContext transaction = configuration.dsl();
                transaction.select(scope.settings().entrySet().stream()
                        .map(setting -> DSL.function("set_config", String.class, DSL.val(setting.getKey()), DSL.val(setting.getValue()),
                                DSL.inline(true)))
                        .toList()).fetch();
                return work.apply(transaction);
            });
        } catch (DataAccessException e) {
            if (unreachable(e)) {
                throw new DatabaseUnavailableException("the database cannot be reached", e);
            }
            throw e;
        }
    }

    /** SQLSTATE classes 08 (connection), 57P0x (server shutting down or starting), 53 (out of resources). */
    private static boolean unreachable(DataAccessException e) {
        SQLException cause = e.getCause(SQLException.class);
        if (cause instanceof SQLTransientException) {
            return true;
        }
        String state = e.sqlState();
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }

    /** Whether a statement gets through, within the time a connection may take. */
    public boolean reachable() {
        try {
            return dsl.fetchSingle("select 1") != null;
        } catch (DataAccessException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
