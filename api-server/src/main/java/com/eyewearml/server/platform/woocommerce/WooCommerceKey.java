package com.eyewearml.server.platform.woocommerce;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * A key to a store's REST interface.
 *
 * @param consumerKey    {@code ck_…}
 * @param consumerSecret {@code cs_…}
 */
record WooCommerceKey(String consumerKey, String consumerSecret) {
    /** @param text as {@link #text} made it */
    static WooCommerceKey parse(String text) {
        String[] parts = text.split(":", 2);
        return new WooCommerceKey(parts[0], parts[1]);
    }

    /** Whether both parts look like what WooCommerce makes. */
    boolean isWellFormed() {
        return consumerKey.matches("ck_[0-9a-f]{40}") && consumerSecret.matches("cs_[0-9a-f]{40}");
    }

    /** Both parts, as kept. */
    String text() {
        return consumerKey + ":" + consumerSecret;
    }

    /** RFC 7617; it travels over TLS only. */
    Map<String, String> headers() {
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(text().getBytes(StandardCharsets.UTF_8)));
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "WooCommerceKey[…" + consumerKey.substring(Math.max(0, consumerKey.length() - 7)) + "]";
    }
}
