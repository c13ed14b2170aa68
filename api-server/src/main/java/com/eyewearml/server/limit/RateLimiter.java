package com.eyewearml.server.limit;

import com.eyewearml.server.cache.RedisScript;
import com.eyewearml.server.cache.SharedCache;
import java.time.Duration;
import java.util.List;

/**
 * Token buckets that all servers of an installation share in Redis. While Redis is away each server limits on its own, so a client may
 * have as many times its rate as there are servers, never no limit.
 */
public final class RateLimiter {
    private static final String SCRIPT = RedisScript.read(RateLimiter.class, "token-bucket.lua");

    private final SharedCache shared;
    private final LocalBuckets local = new LocalBuckets(System::nanoTime);

    /** Buckets are in that cache. */
    public RateLimiter(SharedCache shared) {
        this.shared = shared;
    }

    /** Takes one of what {@code key} may do at that rate. */
    public Permit take(String key, Rate rate) {
        return shared.evaluate(SCRIPT, "rate:" + key, List.of(Integer.toString(rate.burst()), Double.toString(rate.perSecond())))
                .map(answer -> (List<?>) answer)
                .map(answer -> new Permit((Long) answer.get(0) == 1, (Long) answer.get(1), Duration.ofMillis((Long) answer.get(2))))
                .orElseGet(() -> local.take(key, rate));
    }
}
