package com.eyewearml.server.cache;

import com.eyewearml.db.DatabaseUnavailableException;
import com.eyewearml.server.assets.Content;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JSON answers, kept in memory and in Redis until what they were computed from changes. Those that need the same answer at one time in
 * one server compute it once. An answer past its time of freshness is still given while a newer one is being computed, and for as long
 * as the database is away.
 */
public final class AnswerCache {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerCache.class);
    private static final String GET = RedisScript.read(AnswerCache.class, "get-answer.lua");
    private static final String KEEP = RedisScript.read(AnswerCache.class, "keep-answer.lua");
    private static final String JSON = "application/json";
    private static final long MEMORY_BYTES = 64L << 20;
    private static final int ENTRY_BYTES = 200;
    /** In Redis; a client that asks for ever new combinations must not fill it. */
    private static final int MOST_FORMS = 2000;

    /*
     * An answer computed before an invalidation must not be kept after it. In memory: an invalidation takes running flights out of the
     * map before it forgets entries, and a flight stores its answer only while it is in the map, in one atomic step. In Redis: an
     * invalidation changes the key's version, and an answer is stored only under the version read before it was computed. While other
     * servers' invalidations do not arrive, nothing past its time of freshness is given unless the database is away too.
     */

    private record Name(String key, String form) { }

    private record Kept(Content content, long computedAtNanos) { }

    private record Known(String text, Duration age, String version) { }

    private final SharedCache shared;
    private final Duration fresh;
    private final Duration stale;
    private final LongSupplier nanoTime;
    private final Cache<Name, Kept> memory;
    private final Map<Name, CompletableFuture<Content>> flights = new ConcurrentHashMap<>();

    /**
     * @param fresh how long an answer is given without looking for a newer one
     * @param stale how long it may be given after that while a newer one cannot be had at once
     */
    public AnswerCache(SharedCache shared, Duration fresh, Duration stale) {
        this(shared, fresh, stale, System::nanoTime);
    }

    AnswerCache(SharedCache shared, Duration fresh, Duration stale, LongSupplier nanoTime) {
        this.shared = shared;
        this.fresh = fresh;
        this.stale = stale;
        this.nanoTime = nanoTime;
        this.memory = Caffeine.newBuilder().maximumWeight(MEMORY_BYTES).ticker(nanoTime::getAsLong).expireAfterWrite(fresh.plus(stale))
                .weigher((Name name, Kept kept) -> ENTRY_BYTES + name.form().length() + kept.content().bytes().length).build();
        shared.invalidations().add(new Invalidations.Listener() {
            @Override
            public void invalidated(String key) {
                flights.keySet().removeIf(name -> name.key().equals(key));
                memory.asMap().keySet().removeIf(name -> name.key().equals(key));
            }

            @Override
            public void missed() {
                flights.clear();
                memory.invalidateAll();
            }
        });
    }

    /** Header for answers from here: browsers and edges may keep them as this cache does. */
    public String cacheControl() {
        return "public, max-age=" + fresh.toSeconds() + ", stale-while-revalidate=" + stale.toSeconds();
    }

    /**
     * The answer of that form under that key, computed where it is not known.
     *
     * @param key     what {@link SharedCache#invalidate} names
     * @param form    which of the answers under that key
     * @param compute gives its JSON; what it throws is thrown to all who wait
     */
    public Content get(String key, String form, Supplier<String> compute) {
        Name name = new Name(key, form);
        Kept kept = memory.getIfPresent(name);
        if (kept == null) {
            return fly(name, compute);
        }
        if (nanoTime.getAsLong() - kept.computedAtNanos() < fresh.toNanos()) {
            return kept.content();
        }
        if (shared.invalidations().listening()) {
            refresh(name, compute);
            return kept.content();
        }
        try {
            return fly(name, compute);
        } catch (DatabaseUnavailableException e) {
            return kept.content();
        }
    }

    private void refresh(Name name, Supplier<String> compute) {
        if (!flights.containsKey(name)) {
            Thread.startVirtualThread(() -> {
                try {
                    fly(name, compute);
                } catch (DatabaseUnavailableException e) {
                    LOG.debug("the old answer stays", e);
                } catch (RuntimeException e) {
                    LOG.warn("an answer could not be computed anew", e);
                }
            });
        }
    }

    private Content fly(Name name, Supplier<String> compute) {
        CompletableFuture<Content> mine = new CompletableFuture<>();
        CompletableFuture<Content> running = flights.putIfAbsent(name, mine);
        if (running != null) {
            return join(running);
        }
        try {
            Kept kept = find(name, compute);
            flights.computeIfPresent(name, (same, flight) -> {
                if (flight != mine) {
                    return flight;
                }
                memory.put(name, kept);
                return null;
            });
            mine.complete(kept.content());
            return kept.content();
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(name, mine);
        }
    }

    private static Content join(CompletableFuture<Content> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Kept find(Name name, Supplier<String> compute) {
        Optional<Known> known = ask(name);
        Optional<Known> usable = known.filter(answer -> !answer.age().isNegative());
        if (usable.isPresent() && usable.get().age().compareTo(fresh) < 0) {
            return kept(usable.get().text(), usable.get().age());
        }
        String text;
        try {
            text = compute.get();
        } catch (DatabaseUnavailableException e) {
            return usable.map(answer -> kept(answer.text(), answer.age())).orElseThrow(() -> e);
        }
        known.ifPresent(answer -> shared.evaluate(KEEP, name.key(), List.of(name.form(), text, answer.version(),
                Long.toString(fresh.plus(stale).toMillis()), Integer.toString(MOST_FORMS))));
        return kept(text, Duration.ZERO);
    }

    private Optional<Known> ask(Name name) {
        return shared.evaluate(GET, name.key(), List.of(name.form())).map(answer -> (List<?>) answer)
                .map(answer -> new Known((String) answer.get(0), Duration.ofMillis((Long) answer.get(1)), (String) answer.get(2)));
    }

    private Kept kept(String text, Duration age) {
        return new Kept(Content.of(text.getBytes(StandardCharsets.UTF_8), JSON, Content.Effort.QUICK), nanoTime.getAsLong() - age.toNanos());
    }
}
