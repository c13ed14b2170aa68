package com.eyewearml.server.platform.shopify;

import java.net.URI;

/** Where a shop's own interface is. */
public interface ShopifyEndpoints {
    /** The real ones. */
    ShopifyEndpoints OFFICIAL = shop -> URI.create("https://" + shop.name());

    /** Address of a shop, without a slash at its end. */
    URI of(ShopDomain shop);
}
