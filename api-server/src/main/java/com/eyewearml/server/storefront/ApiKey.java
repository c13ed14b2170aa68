package com.eyewearml.server.storefront;

import com.eyewearml.server.catalog.Shop;
import java.util.Set;

/**
 * A public key in use.
 *
 * @param text    {@code ewpk_…}
 * @param shop    that it names
 * @param origins of the pages that may use it, as browsers send them
 */
public record ApiKey(String text, Shop shop, Set<String> origins) {
    /** Copies the origins. */
    public ApiKey {
        origins = Set.copyOf(origins);
    }
}
