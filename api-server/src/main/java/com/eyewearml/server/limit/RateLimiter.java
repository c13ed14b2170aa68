package com.eyewearml.server.limit;

import com.eyewearml.server.cache.RedisScript;
import com.eyewearml.server.cache.SharedCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Token buckets that all servers of an installation share in Redis. While Redis is away each server limits on its own, so a client may
 * have as many times its rate as there are servers, never no limit.
 *
 * <p>Of large buckets a server takes a twentieth of the burst at a time and hands that out itself, so that most requests cost no way to
 * Redis; a client may thereby have a twentieth more for each server. Small buckets, as those of passwords, are exact.
 */
public final class RateLimiter {
    private static final String SCRIPT = RedisScript.read(RateLimiter.class, "token-bucket.lua");
    private static final int SHARES = 20;
    private static final int MAX_HELD = 100_000;

    private final SharedCache shared;
    private final LocalBuckets local = new LocalBuckets(System::nanoTime);
    private final Cache<String, Held> held =
            Caffeine.newBuilder().maximumSize(MAX_HELD).expireAfterAccess(Duration.ofMinutes(10)).build();

    /** Tokens of one bucket that this server has taken and not handed out. */
    private static final class Held {
        private long tokens;
        private long remainingShared;
    }

    /** Buckets are in that cache. */
    public RateLimiter(SharedCache shared) {
        this.shared = shared;
    }

    /** Takes one of what {@code key} may do at that rate. */
    public Permit take(String key, Rate rate) {
        int share = rate.burst() / SHARES;
        if (share <= 1) {
            return ask(key, rate, 1).map(Answer::permit).orElseGet(() -> local.take(key, rate));
        }
        Held mine = held.get(key, absent -> new Held());
        synchronized (mine) {
            if (mine.tokens > 0) {
                mine.tokens--;
                return new Permit(true, mine.remainingShared + mine.tokens, Duration.ZERO);
            }
            Optional<Answer> answer = ask(key, rate, share);
            if (answer.isEmpty()) {
                return local.take(key, rate);
            }
            mine.tokens = Math.max(0, answer.get().taken() - 1);
            mine.remainingShared = answer.get().permit().remaining();
            return new Permit(answer.get().permit().granted(), mine.remainingShared + mine.tokens, answer.get().permit().waiting());
        }
    }

    private record Answer(long taken, Permit permit) { }

    private Optional<Answer> ask(String key, Rate rate, int tokens) {
        return shared.evaluate(SCRIPT, "rate:" + key,
                        List.of(Integer.toString(rate.burst()), Double.toString(rate.perSecond()), Integer.toString(tokens)))
                .map(answer -> (List<?>) answer)
                .map(answer -> new Answer((Long) answer.get(0),
                        new Permit((Long) answer.get(0) > 0, (Long) answer.get(1), Duration.ofMillis((Long) answer.get(2)))));
    }
}
