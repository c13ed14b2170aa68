package com.eyewearml.server.limit;

import com.eyewearml.server.cache.SharedCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Token buckets that all servers of an installation share in Redis. While Redis is away each server limits on its own, so a client may
 * have as many times its rate as there are servers, never no limit.
 */
public final class RateLimiter {
    private static final String SCRIPT = script();

    private final SharedCache shared;
    private final LocalBuckets local = new LocalBuckets(System::nanoTime);

    /** Buckets are in that cache. */
    public RateLimiter(SharedCache shared) {
        this.shared = shared;
    }

    private static String script() {
        try (InputStream in = RateLimiter.class.getResourceAsStream("token-bucket.lua")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes one of what {@code key} may do at that rate. */
    public Permit take(String key, Rate rate) {
        return shared.evaluate(SCRIPT, "rate:" + key, List.of(Integer.toString(rate.burst()), Double.toString(rate.perSecond())))
                .map(answer -> (List<?>) answer)
                .map(answer -> new Permit((Long) answer.get(0) == 1, (Long) answer.get(1), Duration.ofMillis((Long) answer.get(2))))
                .orElseGet(() -> local.take(key, rate));
    }
}
