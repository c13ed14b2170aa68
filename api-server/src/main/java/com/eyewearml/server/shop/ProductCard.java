package com.eyewearml.server.shop;

import java.util.List;

/**
 * A frame in the product list, shown in its first colour.
 *
 * @param sku    of the colour shown
 * @param price  with its currency
 * @param shape  its name
 * @param size   marking of the boxing system
 * @param sun    whether it is sold with sun lenses
 */
public record ProductCard(String slug, String sku, String name, String colour, String url, String pictureUrl, String price,
                          String shape, String size, boolean sun, List<Swatch> swatches) {
}
