package com.eyewearml.server;

import static com.eyewearml.server.RunningServer.header;
import static com.eyewearml.server.RunningServer.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.embedded.DataFolder;
import com.eyewearml.embedded.RedisNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server while PostgreSQL or Redis, run by somebody else, is really away. */
class OutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path temporary;

    @Test
    void answersThatTheDatabaseIsAwayAndGoesOnWhenItIsBack() throws Exception {
        int port = freePort();
        EmbeddedPostgres postgres = startPostgres(port);
        try (RunningServer server = RunningServer.start(temporary, Map.of("EYEWEARML_DB_URL",
                "postgresql://postgres@127.0.0.1:" + port + "/postgres"))) {
            assertEquals(200, server.get("/").statusCode());
            postgres.close();

            HttpResponse<byte[]> page = server.get("/");
            assertEquals(503, page.statusCode());
            assertFalse(header(page, "Retry-After").isEmpty());
            assertEquals("text/html; charset=utf-8", header(page, "Content-Type"));
            HttpResponse<byte[]> detail = server.get("/api/v1/shops/demo/frames/ALD-1");
            assertEquals(503, detail.statusCode());
            assertTrue(text(detail).contains("\"code\":\"UNAVAILABLE\""), text(detail));
            assertFalse(text(page).contains("postgres") || text(detail).contains("postgres"), "tells how it is built");
            assertEquals(503, server.get("/health/ready").statusCode());
            assertEquals(200, server.get("/health/live").statusCode());

            postgres = startPostgres(port);
            awaitStatus(server, "/", 200);
            awaitStatus(server, "/health/ready", 200);
        } finally {
            postgres.close();
        }
    }

    @Test
    void servesWithoutRedis() throws Exception {
        Path redisFolder = Files.createDirectories(temporary.resolve("elsewhere"));
        try (DataFolder folder = DataFolder.open(redisFolder)) {
            RedisNode redis = RedisNode.start(folder);
            try (RunningServer server = RunningServer.start(temporary, Map.of("EYEWEARML_REDIS_URL", redis.url()))) {
                assertEquals(200, server.get("/api/v1/shops/demo/frames").statusCode());
                redis.close();
                assertEquals(200, server.get("/api/v1/shops/demo/frames").statusCode());
                assertEquals(200, server.get("/").statusCode());
                HttpResponse<byte[]> ready = server.get("/health/ready");
                assertEquals(503, ready.statusCode());
                assertTrue(text(ready).contains("redis"), text(ready));
            }
        }
    }

    private static void awaitStatus(RunningServer server, String path, int status) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        int last;
        do {
            last = server.get(path).statusCode();
        } while (last != status && Instant.now().isBefore(end));
        assertEquals(status, last, path);
    }

    private EmbeddedPostgres startPostgres(int port) throws IOException {
        return EmbeddedPostgres.builder().setPort(port).setDataDirectory(temporary.resolve("external")).setCleanDataDirectory(false).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
