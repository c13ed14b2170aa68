package com.eyewearml.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Token buckets in this process, for while the shared ones are away. */
final class LocalBuckets {
    private static final int MAX_BUCKETS = 100_000;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MAX_BUCKETS).expireAfterAccess(Duration.ofMinutes(10)).build();
    private final LongSupplier nanoTime;

    LocalBuckets(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    Permit take(String key, Rate rate) {
        Permit[] permit = new Permit[1];
        buckets.asMap().compute(key, (name, bucket) -> {
            long now = nanoTime.getAsLong();
            double tokens = bucket == null ? rate.burst()
                    : Math.min(rate.burst(), bucket.tokens + (now - bucket.atNanos) / 1e9 * rate.perSecond());
            boolean granted = tokens >= 1;
            double left = granted ? tokens - 1 : tokens;
            permit[0] = new Permit(granted, (long) left,
                    granted ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((1 - left) / rate.perSecond() * 1000)));
            return new Bucket(left, now);
        });
        return permit[0];
    }

    private record Bucket(double tokens, long atNanos) { }
}
