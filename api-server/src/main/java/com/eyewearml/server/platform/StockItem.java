package com.eyewearml.server.platform;

import java.time.Instant;

/**
 * Something that a store sells.
 *
 * @param id        of the product there or, where the platform lists those beside products, of the variant
 * @param updatedAt when it last changed, by the platform's clock
 * @param variant   whether it is no product by itself
 */
public record StockItem(String id, Instant updatedAt, boolean variant) { }
