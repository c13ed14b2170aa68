package com.eyewearml.server.cache;

import java.util.UUID;

/** Answers that follow from a shop's catalogue, settings, lenses and links. Whoever changes one of these invalidates the key. */
public final class ShopAnswers {
    private ShopAnswers() { }

    /** Key of all answers of a shop. */
    public static String key(UUID shopId) {
        return "shop:" + shopId;
    }
}
