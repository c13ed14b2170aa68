package com.eyewearml.server.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.db.DatabaseUnavailableException;
import com.eyewearml.embedded.DataFolder;
import com.eyewearml.embedded.RedisNode;
import com.eyewearml.server.assets.Content;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers, each with its memory, on one real Redis. */
class AnswerCacheTest {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration STALE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path temporary;
    private DataFolder folder;
    private RedisNode redis;
    private final AtomicLong nanos = new AtomicLong(7);
    private final AtomicInteger computed = new AtomicInteger();
    private final List<SharedCache> opened = new ArrayList<>();

    @BeforeEach
    void start() {
        folder = DataFolder.open(temporary);
        redis = RedisNode.start(folder);
    }

    @AfterEach
    void stop() {
        opened.forEach(SharedCache::close);
        redis.close();
        folder.close();
    }

    private SharedCache shared(String url) {
        SharedCache shared = SharedCache.connect(url);
        opened.add(shared);
        return shared;
    }

    private SharedCache connected() {
        SharedCache shared = shared(redis.url());
        await(shared.invalidations()::listening);
        return shared;
    }

    private AnswerCache over(SharedCache shared) {
        return new AnswerCache(shared, FRESH, STALE, nanos::get);
    }

    private Supplier<String> counting() {
        return () -> "answer " + computed.incrementAndGet();
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "did not come about in " + PATIENCE);
            Thread.onSpinWait();
        }
    }

    private static String text(Content content) {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }

    private void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Test
    void whatOneServerComputedAnotherTakesFromRedis() {
        AnswerCache one = over(connected());
        AnswerCache two = over(connected());
        assertEquals("answer 1", text(one.get("shop", "a", counting())));
        assertEquals("answer 1", text(two.get("shop", "a", counting())));
        assertEquals("answer 2", text(two.get("shop", "b", counting())));
        assertEquals("answer 3", text(one.get("other", "a", counting())));
    }

    @Test
    void invalidationByOneServerReachesAllAndSparesOtherKeys() {
        SharedCache first = connected();
        AnswerCache one = over(first);
        AnswerCache two = over(connected());
        for (String form : List.of("a", "b")) {
            one.get("shop", form, counting());
            two.get("shop", form, counting());
        }
        two.get("other", "a", counting());
        first.invalidate("shop");
        assertEquals("answer 4", text(one.get("shop", "a", counting())));
        await(() -> text(two.get("shop", "b", counting())).equals("answer 5"));
        assertEquals("answer 4", text(two.get("shop", "a", counting())));
        assertEquals("answer 3", text(two.get("other", "a", counting())));
    }

    @Test
    void whatWasComputedBeforeAnInvalidationIsNotKeptAfterIt() throws Exception {
        SharedCache first = connected();
        SharedCache second = connected();
        AnswerCache one = over(first);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch invalidated = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Content> slow = threads.submit(() -> one.get("shop", "a", () -> {
                reading.countDown();
                awaitLatch(invalidated);
                return "old";
            }));
            awaitLatch(reading);
            first.invalidate("shop");
            invalidated.countDown();
            assertEquals("old", text(slow.get()));
        }
        assertEquals("answer 1", text(one.get("shop", "a", counting())));
        assertEquals("answer 1", text(over(second).get("shop", "a", counting())));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void manyWhoNeedOneAnswerComputeItOnce() throws Exception {
        AnswerCache cache = over(connected());
        CountDownLatch all = new CountDownLatch(50);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Content>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> {
                    all.countDown();
                    return cache.get("shop", "a", () -> {
                        awaitLatch(all);
                        return counting().get();
                    });
                }));
            }
            for (Future<Content> answer : answers) {
                assertEquals("answer 1", text(answer.get()));
            }
        }
        assertEquals(1, computed.get());
    }

    @Test
    void failuresReachAllWhoWaitAndAreNotKept() {
        AnswerCache cache = over(connected());
        IllegalStateException failure = new IllegalStateException("no");
        assertEquals(failure, assertThrows(IllegalStateException.class, () -> cache.get("shop", "a", () -> {
            throw failure;
        })));
        assertEquals("answer 1", text(cache.get("shop", "a", counting())));
    }

    @Test
    void givesTheOldAnswerWhileItComputesTheNew() {
        SharedCache shared = connected();
        AnswerCache cache = over(shared);
        cache.get("shop", "a", counting());
        advance(FRESH.minusNanos(1));
        assertEquals("answer 1", text(cache.get("shop", "a", counting())));
        // What Redis holds is by its own clock still fresh: another key's answer shows that the database is asked.
        shared.evaluate("return redis.call('DEL', KEYS[1])", "shop", List.of());
        advance(Duration.ofNanos(1));
        assertEquals("answer 1", text(cache.get("shop", "a", counting())));
        await(() -> text(cache.get("shop", "a", counting())).equals("answer 2"));
        assertEquals(2, computed.get());
    }

    @Test
    void withoutRedisNothingOldIsGivenUnlessTheDatabaseIsAwayToo() {
        AnswerCache cache = over(shared("redis://127.0.0.1:1"));
        assertEquals("answer 1", text(cache.get("shop", "a", counting())));
        assertEquals("answer 1", text(cache.get("shop", "a", counting())));
        advance(FRESH);
        assertEquals("answer 2", text(cache.get("shop", "a", counting())));
        advance(FRESH);
        assertEquals("answer 2", text(cache.get("shop", "a", AnswerCacheTest::away)));
        advance(FRESH.plus(STALE));
        assertThrows(DatabaseUnavailableException.class, () -> cache.get("shop", "a", AnswerCacheTest::away));
    }

    private static String away() {
        throw new DatabaseUnavailableException("away", null);
    }

    @Test
    void redisStoppedAndStarted() {
        SharedCache first = connected();
        SharedCache second = connected();
        AnswerCache one = over(first);
        AnswerCache two = over(second);
        one.get("shop", "a", counting());
        assertEquals("answer 1", text(two.get("shop", "a", counting())));

        redis.close();
        await(() -> !second.invalidations().listening());
        first.invalidate("shop");
        assertEquals("answer 2", text(one.get("shop", "a", counting())));
        // The other server cannot know; it finds out when what it has is no longer fresh.
        assertEquals("answer 1", text(two.get("shop", "a", counting())));
        advance(FRESH);
        assertEquals("answer 3", text(two.get("shop", "a", counting())));

        redis = RedisNode.start(folder, redis.port());
        await(first.invalidations()::listening);
        await(second.invalidations()::listening);
        // Redis came back with answer 1, which the invalidation it missed has made old.
        await(() -> !text(one.get("shop", "a", counting())).equals("answer 2"));
        String now = text(one.get("shop", "a", counting()));
        await(() -> text(two.get("shop", "a", counting())).equals(now));
        assertTrue(Integer.parseInt(now.substring("answer ".length())) > 3, now);
    }
}
