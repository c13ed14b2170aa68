package com.eyewearml.server.jobs;

import static com.eyewearml.db.schema.Tables.JOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.db.Database;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestShops.class)
class JobQueueTest {
    static final JsonObject NOTHING = Json.createObjectBuilder().build();
    static final Duration LEASE = Duration.ofMinutes(1);
    final Database database;
    final UUID shop;
    final JobQueue queue;
    /** Every test has its own kind: the queue is one for all shops. */
    final String kind = "test-" + UUID.randomUUID();

    JobQueueTest(Shops shops) {
        database = shops.database();
        shop = shops.add();
        queue = new JobQueue(database);
    }

    private boolean add(String key, Instant runAt) {
        return database.inShop(shop, db -> JobQueue.add(db, shop, new JobRequest(kind, key, NOTHING, runAt)));
    }

    private LeasedJob leaseOne() {
        List<LeasedJob> leased = queue.lease(List.of(kind), 1, LEASE);
        assertEquals(1, leased.size());
        return leased.getFirst();
    }

    private String state(UUID id) {
        return database.inShop(shop, db -> db.select(JOB.STATE).from(JOB).where(JOB.ID.eq(id)).fetchSingle(JOB.STATE));
    }

    @Test
    void anUnfinishedJobIsNotAskedForTwice() {
        assertTrue(add("all", Instant.EPOCH));
        assertFalse(add("all", Instant.EPOCH));
        LeasedJob job = leaseOne();
        assertFalse(add("all", Instant.EPOCH));
        queue.finish(job);
        assertTrue(add("all", Instant.EPOCH));
    }

    @Test
    void whatFailsWithItsTransactionWasNeverAskedFor() {
        assertThrows(IllegalStateException.class, () -> database.changeShop(shop, db -> {
            JobQueue.add(db, shop, new JobRequest(kind, "k", NOTHING, Instant.EPOCH));
            throw new IllegalStateException();
        }));
        assertEquals(List.of(), queue.lease(List.of(kind), 1, LEASE));
    }

    @Test
    void nothingIsLeasedBeforeItsTime() {
        add("later", Instant.now().plusSeconds(3600));
        assertEquals(List.of(), queue.lease(List.of(kind), 1, LEASE));
    }

    @Test
    void workersAtOnceShareJobsWithoutDoingOneTwice() throws Exception {
        IntStream.range(0, 200).forEach(n -> add("k" + n, Instant.EPOCH));
        Set<UUID> seen = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (var leased : threads.invokeAll(IntStream.range(0, 100).<Callable<List<LeasedJob>>>mapToObj(
                    n -> () -> queue.lease(List.of(kind), 3, LEASE)).toList())) {
                assertTrue(leased.get().size() <= 3, "leased more than asked for");
                for (LeasedJob job : leased.get()) {
                    assertTrue(seen.add(job.id()), "leased twice");
                }
            }
        }
        assertEquals(200, seen.size());
    }

    @Test
    void aJobWhoseWorkerDiedIsResumedFromItsCursor() {
        add("k", Instant.EPOCH);
        LeasedJob first = leaseOne();
        JsonObject cursor = Json.createObjectBuilder().add("page", 3).build();
        database.changeShop(shop, db -> JobQueue.checkpoint(db, first, cursor, 300, 1000L, Duration.ofMillis(-1)));
        LeasedJob second = leaseOne();
        assertEquals(first.id(), second.id());
        assertEquals(cursor, second.cursor());
        assertEquals(2, second.attempts());
        assertThrows(LeaseLostException.class, () -> queue.finish(first));
        assertThrows(LeaseLostException.class, () -> database.changeShop(shop,
                db -> JobQueue.checkpoint(db, first, NOTHING, 0, null, LEASE)));
        queue.finish(second);
        assertEquals("DONE", state(second.id()));
    }

    @Test
    void aWorkerDoesTriesAgainAndGivesUp() throws Exception {
        add("works", Instant.EPOCH);
        add("waits", Instant.EPOCH);
        add("breaks", Instant.EPOCH);
        AtomicInteger waits = new AtomicInteger();
        JobHandler handler = new JobHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void run(LeasedJob job) {
                String key = database.inShop(shop, db -> db.select(JOB.DEDUPE_KEY).from(JOB).where(JOB.ID.eq(job.id()))
                        .fetchSingle(JOB.DEDUPE_KEY));
                if (key.equals("waits") && waits.incrementAndGet() < 3) {
                    throw new RetryLaterException("the shop asks to wait", Duration.ofMillis(1), null);
                }
                if (key.equals("breaks")) {
                    throw new IllegalStateException("broken on purpose by this test");
                }
            }
        };
        try (Worker worker = Worker.start(queue, List.of(handler), 2)) {
            worker.wake();
            awaitState("works", "DONE");
            awaitState("waits", "DONE");
            awaitState("breaks", "WAITING");
        }
        assertEquals(3, waits.get());
    }

    @Test
    void waitingAsOftenAsTheOtherSideAsksIsNoFailure() throws Exception {
        add("asked", Instant.EPOCH);
        AtomicInteger asked = new AtomicInteger();
        JobHandler handler = new JobHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void run(LeasedJob job) {
                if (asked.incrementAndGet() <= 40) {
                    throw RetryLaterException.asked("slower, please", Duration.ofMillis(1));
                }
            }
        };
        try (Worker worker = Worker.start(queue, List.of(handler), 1)) {
            worker.wake();
            awaitState("asked", "DONE");
        }
        assertEquals(41, asked.get());
    }

    private void awaitState(String key, String state) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            String found = database.inShop(shop, db -> db.select(JOB.STATE).from(JOB)
                    .where(JOB.KIND.eq(kind)).and(JOB.DEDUPE_KEY.eq(key)).and(JOB.ATTEMPTS.gt(0)).fetchOptional(JOB.STATE)).orElse("");
            if (found.equals(state)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(key + " is not " + state + " after 30 s");
    }

    @Test
    void waitsLongerAfterEachAttemptUpToSixHours() {
        assertEquals(Duration.ofSeconds(10), Worker.backOff(1));
        assertEquals(Duration.ofSeconds(80), Worker.backOff(4));
        assertEquals(Duration.ofHours(6), Worker.backOff(30));
    }
}
