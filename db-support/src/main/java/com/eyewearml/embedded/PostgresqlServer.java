package com.eyewearml.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL server run by this program, on 127.0.0.1 and a free port, whose data survives restarts and crashes. Two accounts,
 * both with a password of their own: {@code postgres}, which owns everything, and {@code eyewearml_app} for serving requests.
 */
public final class PostgresqlServer implements AutoCloseable {
    /** Account that serves requests; its rights are set by the migrations of {@code db}. */
    public static final String APP_USER = "eyewearml_app";
    private static final String OWNER = "postgres";

    private final EmbeddedPostgres server;
    private final String ownerPassword;
    private final String appPassword;

    private PostgresqlServer(EmbeddedPostgres server, String ownerPassword, String appPassword) {
        this.server = server;
        this.ownerPassword = ownerPassword;
        this.appPassword = appPassword;
    }

    /**
     * Starts the server on the data in {@code folder}, creating it on first use.
     *
     * @param archive where finished segments of the write-ahead log are copied to, at most a minute after something was written, so that
     *                {@link Restore} can go to any moment since a {@link Backup}; empty for no archive
     * @throws EmbeddedServiceException where it does not start; nothing is left running then
     */
    public static PostgresqlServer start(DataFolder folder, Optional<Path> archive) {
        Path home = folder.path().resolve("postgresql");
        Path data = home.resolve("data");
        ServiceProcess.stopLeftBehind(data.resolve("postmaster.pid"), "postgres");
        String ownerPassword = folder.secret("postgresql-owner");
        EmbeddedPostgres server = launch(home, data, ownerPassword, archive);
        PostgresqlServer started = new PostgresqlServer(server, ownerPassword, folder.secret("postgresql-app"));
        try {
            started.requirePasswords(data.resolve("pg_hba.conf"));
            return started;
        } catch (IOException | SQLException e) {
            started.close();
            throw new EmbeddedServiceException("cannot set up the accounts of PostgreSQL in " + data, e);
        }
    }

    /** Without an archive. */
    public static PostgresqlServer start(DataFolder folder) {
        return start(folder, Optional.empty());
    }

    private static EmbeddedPostgres launch(Path home, Path data, String ownerPassword, Optional<Path> archive) {
        try {
            Files.createDirectories(home);
            ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(home.resolve("server.log").toFile());
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
            if (archive.isPresent()) {
                Files.createDirectories(archive.get());
                builder.setServerConfig("archive_mode", "on")
                        // Options go through a shell on their way; the command holds no single quotes.
                        .setServerConfig("archive_command", "'" + WalArchive.keepCommand(archive.get()) + "'")
                        .setServerConfig("archive_timeout", "60");
            }
            return builder
                    .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setConnectConfig("password", ownerPassword)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "40")
                    // The library switches these off, which loses data when the machine stops.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException | IllegalStateException e) {
            throw new EmbeddedServiceException("PostgreSQL did not start on " + data + "; its own words are in "
                    + home.resolve("server.log"), e);
        }
    }

    /** A new data folder trusts every local user: gives both accounts a password and demands it from then on. */
    private void requirePasswords(Path accessRules) throws IOException, SQLException {
        String rules;
        try (InputStream file = PostgresqlServer.class.getResourceAsStream("pg_hba.conf")) {
            rules = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (Files.readString(accessRules).equals(rules)) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(ownerUrl()); Statement statement = connection.createStatement()) {
            // DDL takes no parameters; both passwords are hexadecimal digits made by DataFolder.
            statement.execute("alter role " + OWNER + " password '" + ownerPassword + "'");
            statement.execute("create role " + APP_USER + " login noinherit password '" + appPassword + "'");
            Files.writeString(accessRules, rules);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** JDBC address with the account that owns the schema; contains its password. */
    public String ownerUrl() {
        return url(OWNER, ownerPassword);
    }

    /** JDBC address with the account for serving requests; contains its password. */
    public String appUrl() {
        return url(APP_USER, appPassword);
    }

    private String url(String user, String password) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=" + user + "&password=" + password;
    }

    /** Shuts the server down cleanly: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new EmbeddedServiceException("PostgreSQL does not stop", e);
        }
    }
}
