package com.eyewearml.server.catalog;

import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.RimType;
import java.util.List;

/**
 * A frame that a shop sells.
 *
 * @param slug        name in addresses, unique in the shop
 * @param name        name for people
 * @param description two or three sentences
 * @param shape       lens outline
 * @param rimType     how the lenses are held
 * @param material    of the front
 * @param dimensions  size
 * @param variants    colours, the first is shown first; never empty
 */
public record CatalogueFrame(String slug, String name, String description, FrameShape shape, RimType rimType, FrameMaterial.Kind material,
                             FrameDimensions dimensions, List<CatalogueVariant> variants) {
    /** Copies the list. */
    public CatalogueFrame {
        variants = List.copyOf(variants);
    }
}
