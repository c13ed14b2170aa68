package com.eyewearml.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisDataException;

/** PostgreSQL and Redis as really run. */
class EmbeddedServicesTest {
    @TempDir
    Path temporary;

    @Test
    void postgresqlKeepsWhatIsCommittedAndDemandsPasswords() throws Exception {
        try (DataFolder folder = DataFolder.open(temporary)) {
            try (PostgresqlServer server = PostgresqlServer.start(folder)) {
                assertEquals("on", single(server.ownerUrl(), "show fsync"));
                assertEquals("on", single(server.ownerUrl(), "show synchronous_commit"));
                assertEquals("on", single(server.ownerUrl(), "show full_page_writes"));
                assertEquals("127.0.0.1", single(server.ownerUrl(), "show listen_addresses"));
                assertEquals("eyewearml_app", single(server.appUrl(), "select current_user"));
                String wrong = server.ownerUrl().replaceFirst("password=.*", "password=wrong");
                assertThrows(SQLException.class, () -> single(wrong, "select 1"));
                single(server.ownerUrl(), "create table kept as select 'line' as line; select line from kept");
            }
            try (PostgresqlServer server = PostgresqlServer.start(folder)) {
                assertEquals("line", single(server.ownerUrl(), "select line from kept"));
            }
        }
    }

    @Test
    void redisDemandsItsPassword() {
        try (DataFolder folder = DataFolder.open(temporary); RedisNode node = RedisNode.start(folder)) {
            try (RedisClient client = RedisClient.create(node.url())) {
                client.set("key", "value");
                assertEquals("value", client.get("key"));
            }
            try (RedisClient stranger = RedisClient.create(node.url().replaceFirst(":[^:@]*@", ""))) {
                assertThrows(JedisDataException.class, () -> stranger.get("key"));
            }
        }
    }

    @Test
    void redisEndsEvenWhereItsFolderIsGone() throws Exception {
        try (DataFolder folder = DataFolder.open(temporary)) {
            RedisNode node = RedisNode.start(folder);
            try (RedisClient client = RedisClient.create(node.url())) {
                client.set("key", "value");
            }
            ProcessHandle redis = process(temporary.resolve("redis/redis.pid"));
            try (Stream<Path> files = Files.list(temporary.resolve("redis"))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(temporary.resolve("redis"));
            node.close();
            assertFalse(runs(redis));
        }
    }

    @Test
    void takesOverFromAnOwnerThatDied() throws Exception {
        Process owner = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), CrashingOwner.class.getName(), temporary.toString()).inheritIO().start();
        assertEquals(9, owner.waitFor());
        ProcessHandle postgresql = process(temporary.resolve("postgresql/data/postmaster.pid"));
        ProcessHandle redis = process(temporary.resolve("redis/redis.pid"));
        assertTrue(runs(postgresql));
        try (DataFolder folder = DataFolder.open(temporary); PostgresqlServer server = PostgresqlServer.start(folder);
                RedisNode node = RedisNode.start(folder)) {
            assertEquals("committed", single(server.ownerUrl(), "select line from kept"));
            assertFalse(runs(postgresql));
            assertFalse(runs(redis));
        }
    }

    private static ProcessHandle process(Path pidFile) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().trim())).orElseThrow();
    }

    /** A process that has ended but was not yet collected by its parent has no program any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static String single(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            boolean isRows = statement.execute(sql);
            if (!isRows) {
                statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
