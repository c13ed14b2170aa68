package com.eyewearml.server.platform.shopify;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The immutable name of a Shopify store.
 *
 * @param name lower case, {@code example.myshopify.com}
 */
public record ShopDomain(String name) {
    private static final Pattern PATTERN = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}\\.myshopify\\.com");

    /** Reads what a request calls the shop; empty where it is no such name and must not be repeated in an answer. */
    public static Optional<ShopDomain> parse(String text) {
        String name = text.toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
        return PATTERN.matcher(name).matches() ? Optional.of(new ShopDomain(name)) : Optional.empty();
    }
}
