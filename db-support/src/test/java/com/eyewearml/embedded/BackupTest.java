package com.eyewearml.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is lost and comes back as it was at a moment. */
class BackupTest {
    @TempDir
    Path temporary;

    @Test
    void goesBackToTheMomentBeforeTheMistake() throws Exception {
        Path archive = temporary.resolve("archive");
        Path lost = temporary.resolve("lost");
        Path backup = temporary.resolve("backup");
        Instant beforeTheMistake;
        try (DataFolder folder = DataFolder.open(lost); PostgresqlServer server = PostgresqlServer.start(folder, Optional.of(archive))) {
            execute(server, "create table line (n integer)");
            execute(server, "insert into line select generate_series(1, 1000)");
            AtomicBoolean stop = new AtomicBoolean();
            Thread writer = Thread.ofPlatform().start(() -> writeUntil(stop, server));
            Backup.take(lost, backup);
            stop.set(true);
            writer.join();
            execute(server, "insert into line values (-1)");
            beforeTheMistake = now(server);
            execute(server, "delete from line where n > 0");
            execute(server, "insert into line values (-2)");
            execute(server, "select pg_switch_wal()");
            awaitArchived(server);
        }
        assertTrue(numbers(restored(backup, archive, Optional.of(beforeTheMistake))).containsAll(List.of(1, 500, 1000, -1)));
        assertEquals(List.of(-2, -1), numbers(restored(backup, archive, Optional.empty())).stream().filter(n -> n < 1000).toList());
    }

    /** The numbers in a folder restored to a moment, and that the server there takes new ones. */
    private List<Integer> numbers(Path folder) throws SQLException, InterruptedException {
        try (DataFolder data = DataFolder.open(folder); PostgresqlServer server = PostgresqlServer.start(data)) {
            awaitWritable(server);
            List<Integer> numbers = new ArrayList<>();
            try (Connection connection = DriverManager.getConnection(server.ownerUrl()); Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select n from line order by n")) {
                while (rows.next()) {
                    numbers.add(rows.getInt(1));
                }
            }
            execute(server, "insert into line values (0)");
            return numbers;
        }
    }

    private Path restored(Path backup, Path archive, Optional<Instant> until) {
        Path folder = temporary.resolve("restored-" + until.isPresent());
        Restore.into(backup, archive, folder, until);
        return folder;
    }

    private static void writeUntil(AtomicBoolean stop, PostgresqlServer server) {
        for (int n = 1001; !stop.get(); n++) {
            try {
                execute(server, "insert into line values (" + n + ")");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Instant now(PostgresqlServer server) throws SQLException, InterruptedException {
        // Commits are told apart by the microsecond.
        Thread.sleep(5);
        try (Connection connection = DriverManager.getConnection(server.ownerUrl()); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select clock_timestamp()")) {
            rows.next();
            Thread.sleep(5);
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static void awaitArchived(PostgresqlServer server) throws SQLException, InterruptedException {
        await(server, "select last_archived_wal >= pg_walfile_name(pg_current_wal_lsn() - 1) or archived_count > 0 and "
                + "last_archived_time > now() - interval '2 seconds' from pg_stat_archiver");
    }

    private static void awaitWritable(PostgresqlServer server) throws SQLException, InterruptedException {
        await(server, "select not pg_is_in_recovery()");
    }

    private static void await(PostgresqlServer server, String condition) throws SQLException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            try (Connection connection = DriverManager.getConnection(server.ownerUrl()); Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(condition)) {
                rows.next();
                if (rows.getBoolean(1)) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not within 30 s: " + condition);
    }

    @Test
    void refusesWhatCannotWork() throws Exception {
        Path folder = temporary.resolve("data");
        assertTrue(assertThrows(EmbeddedServiceException.class, () -> Backup.take(folder, temporary.resolve("b"))).getMessage()
                .contains("start it"));
        try (DataFolder data = DataFolder.open(folder); PostgresqlServer server = PostgresqlServer.start(data)) {
            EmbeddedServiceException refused =
                    assertThrows(EmbeddedServiceException.class, () -> Backup.take(folder, temporary.resolve("b")));
            assertTrue(refused.getMessage().contains("EYEWEARML_WAL_ARCHIVE"), refused.getMessage());
        }
        assertFalse(Files.exists(temporary.resolve("b")));
        Path archive = Files.createDirectories(temporary.resolve("archive"));
        assertThrows(EmbeddedServiceException.class, () -> Restore.into(temporary.resolve("b"), archive, temporary.resolve("new"), Optional.empty()));
        assertThrows(EmbeddedServiceException.class, () -> WalArchive.keepCommand(Path.of("/x/$(rm)\"")));
    }

    private static void execute(PostgresqlServer server, String statementText) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.ownerUrl()); Statement statement = connection.createStatement()) {
            statement.execute(statementText);
        }
    }
}
