package com.eyewearml.server.storefront;

import static com.eyewearml.db.schema.Tables.API_KEY;
import static com.eyewearml.db.schema.Tables.SHOP;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.server.cache.Invalidations;
import com.eyewearml.server.cache.SharedCache;
import com.eyewearml.server.catalog.Shop;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Finds what a public key stands for. Found ones are remembered: a change is known at once to servers that Redis connects, to others
 * within half a minute.
 */
public final class ApiKeys {
    /** What a public key looks like. */
    public static final Pattern FORM = Pattern.compile("ewpk_[A-Za-z0-9]{24}");
    private static final String CACHE_KEY = "api-key:";
    private static final int MOST_KNOWN = 20_000;
    private static final Duration CHECKED_AGAIN_AFTER = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Database database;
    private final LoadingCache<String, Optional<ApiKey>> known;

    /** @param shared tells of changes made by other servers */
    public ApiKeys(Database database, SharedCache shared) {
        this.database = database;
        this.known = Caffeine.newBuilder().maximumSize(MOST_KNOWN).refreshAfterWrite(CHECKED_AGAIN_AFTER)
                .expireAfterWrite(FORGOTTEN_AFTER).build(this::load);
        shared.invalidations().add(new Invalidations.Listener() {
            @Override
            public void invalidated(String key) {
                if (key.startsWith(CACHE_KEY)) {
                    known.invalidate(key.substring(CACHE_KEY.length()));
                }
            }

            @Override
            public void missed() {
                known.invalidateAll();
            }
        });
    }

    /** The key of that text, where there is one that was not revoked. */
    public Optional<ApiKey> find(String text) {
        return FORM.matcher(text).matches() ? known.get(text) : Optional.empty();
    }

    /** Name under which changes of a key are told to {@link SharedCache#invalidate}. */
    static String cacheKey(String text) {
        return CACHE_KEY + text;
    }

    private Optional<ApiKey> load(String text) {
        return database.in(Scope.publicKey(text), db -> db.select(API_KEY.SHOP_ID, API_KEY.ALLOWED_ORIGINS).from(API_KEY)
                        .where(API_KEY.PUBLIC_KEY.eq(text)).and(API_KEY.REVOKED_AT.isNull()).fetchOptional())
                .flatMap(row -> shop(row.value1()).map(shop -> new ApiKey(text, shop, Set.of(row.value2()))));
    }

    private Optional<Shop> shop(UUID id) {
        return database.inShop(id, db -> db.selectFrom(SHOP).where(SHOP.ID.eq(id)).and(SHOP.ERASED_AT.isNull()).fetchOptional())
                .map(row -> new Shop(row.getId(), row.getSlug(), row.getName(), row.getCurrency()));
    }
}
