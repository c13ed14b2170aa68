package com.eyewearml.server.catalog;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Finds the shop that an address names; remembers found ones for a minute. */
public final class Shops {
    private final CatalogueStore store;
    private final Cache<String, Shop> known = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    /** Looks shops up there. */
    public Shops(CatalogueStore store) {
        this.store = store;
    }

    /** @throws RequestException with {@link ErrorCode#SHOP_NOT_FOUND} */
    public Shop require(String slug) {
        Shop shop = known.get(slug, absent -> store.shop(absent).orElse(null));
        if (shop == null) {
            throw notFound();
        }
        return shop;
    }

    /** The answer to whoever names a shop that is not there, or not for them. */
    public static RequestException notFound() {
        return new RequestException(ErrorCode.SHOP_NOT_FOUND, "No shop has this name. Check the address.");
    }
}
