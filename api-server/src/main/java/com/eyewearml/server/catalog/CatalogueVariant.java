package com.eyewearml.server.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A colour of a frame.
 *
 * @param sku           unique in the shop
 * @param colourName    for people
 * @param swatch        {@code #rrggbb}
 * @param sun           whether it has sun lenses
 * @param modelSha256   hash of its GLB, 64 hexadecimal digits; empty until it has one
 * @param pictures      hashes of its PNGs by what they show; empty until it has some
 * @param price         tax included
 */
public record CatalogueVariant(String sku, String colourName, String swatch, boolean sun, Optional<String> modelSha256,
                               Map<PictureView, String> pictures, Money price) {
    /** Copies the pictures. */
    public CatalogueVariant {
        pictures = Map.copyOf(pictures);
    }

    /** Hash of the picture that stands for this colour. */
    public Optional<String> mainPicture() {
        for (PictureView view : PictureView.values()) {
            if (pictures.containsKey(view)) {
                return Optional.of(pictures.get(view));
            }
        }
        return Optional.empty();
    }
}
