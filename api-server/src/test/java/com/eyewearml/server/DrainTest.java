package com.eyewearml.server;

import static com.eyewearml.server.RunningServer.header;
import static com.eyewearml.server.RunningServer.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.embedded.DataFolder;
import com.eyewearml.embedded.PostgresqlServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The end of service while a request is under way, held up by a lock in the database. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DrainTest {
    private static final String SLOW = "/api/v1/shops/demo/frames/ALD-1";

    @TempDir
    Path temporary;

    @Test
    void answersWhatIsUnderWayAfterSayingThatItIsNotReady() throws Exception {
        try (DataFolder folder = DataFolder.open(Files.createDirectories(temporary.resolve("record")));
                PostgresqlServer postgres = PostgresqlServer.start(folder);
                Connection owner = DriverManager.getConnection(postgres.ownerUrl()); Statement statement = owner.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RunningServer server = RunningServer.start(temporary, Map.of("EYEWEARML_DB_URL", postgres.appUrl(),
                    "EYEWEARML_DB_OWNER_URL", postgres.ownerUrl(), "EYEWEARML_DRAIN_SECONDS", "2"));
            assertEquals(200, server.get(SLOW).statusCode());
            assertEquals(200, server.get("/health/ready").statusCode());
            owner.setAutoCommit(false);
            statement.execute("lock table variant in access exclusive mode");
            Future<HttpResponse<byte[]>> slow = threads.submit(() -> server.get(SLOW));
            while (!waits(statement)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            Future<?> closed = threads.submit(() -> server.eyewear().close());
            HttpResponse<byte[]> ready;
            do {
                ready = server.get("/health/ready");
            } while (ready.statusCode() == 200);
            assertEquals(503, ready.statusCode());
            assertTrue(text(ready).contains("{\"name\":\"accepting\",\"status\":\"DOWN\"}"), text(ready));
            assertEquals(200, server.get("/health/live").statusCode());
            assertFalse(closed.isDone() || slow.isDone());
            owner.rollback();
            assertEquals(200, slow.get().statusCode());
            assertEquals("application/json", header(slow.get(), "Content-Type"));
            closed.get();
            server.backends().close();
        }
    }

    private static boolean waits(Statement statement) throws Exception {
        try (var rows = statement.executeQuery("select count(*) from pg_locks where not granted and relation = 'variant'::regclass")) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }

    @Test
    void tellsRequestsByRouteAndWhatTheProcessNeeds() throws Exception {
        try (RunningServer server = RunningServer.start(temporary, Map.of())) {
            assertEquals(200, server.get(SLOW).statusCode());
            assertEquals(404, server.get("/no/such/secret-address").statusCode());
            String metrics = text(server.get("/metrics"));
            assertTrue(metrics.contains("http_server_requests_seconds_count{method=\"GET\",route=\"/api/v1/shops/{shop}/frames/{sku}\",status=\"200\"} 1"),
                    metrics);
            assertTrue(metrics.contains("route=\"none\",status=\"404\"") && !metrics.contains("secret-address"), metrics);
            for (String meter : new String[] {"jvm_memory_used_bytes", "process_uptime_seconds", "jvm_gc_", "process_files_open_files", "system_cpu_count",
                "jobs_due 0.0", "jobs_oldest_due_seconds 0.0", "requests_under_way 1.0", "invalidations_listening 1.0"}) {
                assertTrue(metrics.contains(meter), meter);
            }
        }
    }
}
