package com.eyewearml.server.platform;

import java.time.Instant;
import java.util.List;

/**
 * A product as its platform tells it.
 *
 * @param id          of the product there
 * @param title       as shoppers see it
 * @param handle      part of its address
 * @param vendor      brand
 * @param productType the store's kind of product or category
 * @param tags        the store's words for it
 * @param url         its page; empty where the platform does not tell
 * @param updatedAt   when it last changed, by the platform's clock
 * @param details     metafields, attributes and custom fields as {@code name: value}, where dimensions may be found
 * @param variants    what can be bought, at least one
 * @param images      in the store's order
 */
public record PlatformProduct(String id, String title, String handle, String vendor, String productType, List<String> tags, String url,
                              Instant updatedAt, List<String> details, List<PlatformVariant> variants, List<PlatformImage> images) { }
