package com.eyewearml.server.platform;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Something that can be bought.
 *
 * @param id      of the variant there
 * @param title   what tells it from the product's other ones
 * @param sku     the store's stock number; may be empty
 * @param barcode as the store wrote it, a GTIN or not; may be empty
 * @param price   in the store's currency
 */
public record PlatformVariant(String id, String title, String sku, String barcode, Optional<BigDecimal> price) { }
