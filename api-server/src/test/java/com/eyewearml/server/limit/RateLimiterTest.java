package com.eyewearml.server.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.embedded.DataFolder;
import com.eyewearml.embedded.RedisNode;
import com.eyewearml.server.cache.SharedCache;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimiterTest {
    /** So slow that no test lives to see a second token. */
    static final Rate SLOW = new Rate(5, 1e-4);
    @TempDir
    static Path temporary;
    static DataFolder folder;
    static RedisNode redis;

    @BeforeAll
    static void start() {
        folder = DataFolder.open(temporary);
        redis = RedisNode.start(folder);
    }

    @AfterAll
    static void stop() {
        redis.close();
        folder.close();
    }

    @Test
    void serversShareABucket() throws Exception {
        try (SharedCache one = SharedCache.connect(redis.url()); SharedCache two = SharedCache.connect(redis.url());
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            RateLimiter[] servers = {new RateLimiter(one), new RateLimiter(two)};
            int granted = 0;
            for (Future<Permit> permit : threads.invokeAll(IntStream.range(0, 40).<Callable<Permit>>mapToObj(
                    n -> () -> servers[n % 2].take("shared", SLOW)).toList())) {
                granted += permit.get().granted() ? 1 : 0;
            }
            assertEquals(5, granted);
        }
    }

    @Test
    void tellsHowManyAreLeftAndHowLongToWait() {
        try (SharedCache cache = SharedCache.connect(redis.url())) {
            RateLimiter limiter = new RateLimiter(cache);
            for (long left = 4; left >= 0; left--) {
                assertEquals(new Permit(true, left, Duration.ZERO), limiter.take("told", SLOW));
            }
            Permit refused = limiter.take("told", SLOW);
            assertFalse(refused.granted());
            assertTrue(refused.waiting().compareTo(Duration.ofSeconds(9_000)) > 0 && refused.waiting().compareTo(Duration.ofSeconds(10_000)) <= 0,
                    refused.toString());
            assertTrue(limiter.take("another", SLOW).granted());
        }
    }

    @Test
    void tokensComeBackWithTime() throws InterruptedException {
        try (SharedCache cache = SharedCache.connect(redis.url())) {
            RateLimiter limiter = new RateLimiter(cache);
            Rate quick = new Rate(1, 20);
            assertTrue(limiter.take("quick", quick).granted());
            Permit refused = limiter.take("quick", quick);
            if (!refused.granted()) {
                Thread.sleep(refused.waiting().toMillis() + 5);
                assertTrue(limiter.take("quick", quick).granted());
            }
        }
    }

    @Test
    void limitsAloneWhileRedisIsAway() {
        try (SharedCache away = SharedCache.connect("redis://127.0.0.1:1")) {
            RateLimiter limiter = new RateLimiter(away);
            int granted = (int) IntStream.range(0, 20).filter(n -> limiter.take("alone", SLOW).granted()).count();
            assertEquals(5, granted);
        }
    }

    @Test
    void localBucketsFillAtTheirRate() {
        AtomicLong nanos = new AtomicLong(42);
        LocalBuckets buckets = new LocalBuckets(nanos::get);
        Rate rate = new Rate(2, 4);
        assertEquals(new Permit(true, 1, Duration.ZERO), buckets.take("k", rate));
        assertEquals(new Permit(true, 0, Duration.ZERO), buckets.take("k", rate));
        assertEquals(new Permit(false, 0, Duration.ofMillis(250)), buckets.take("k", rate));
        nanos.addAndGet(249_000_000);
        assertFalse(buckets.take("k", rate).granted());
        nanos.addAndGet(2_000_000);
        assertTrue(buckets.take("k", rate).granted());
        nanos.addAndGet(3_600_000_000_000L);
        assertEquals(1, buckets.take("k", rate).remaining());
    }
}
