package com.eyewearml.server.shop;

import java.util.List;
import java.util.Optional;

/**
 * A product page in one colour.
 *
 * @param kindName optical or sunglasses, for the shopper
 * @param kindUrl  the list of that kind
 * @param price    with its currency
 * @param size     marking of the boxing system
 * @param pictures of this colour, the main one first
 * @param modelUrl the frame in this colour in 3D, once it has been modelled
 * @param drawing  its dimensions to scale
 * @param facts    dimensions and materials
 */
public record ProductView(String slug, String sku, String name, String colour, String description, String shape, String kindName,
                          String kindUrl, String price, String size, List<Picture> pictures, Optional<String> modelUrl, List<Swatch> swatches,
                          DimensionDrawing drawing, List<Fact> facts) {
}
