package com.eyewearml.server.frames;

import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.RimType;
import com.eyewearml.server.pictures.Pictures;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A frame of a shop as its members see it.
 *
 * @param id          of the frame
 * @param slug        name in addresses
 * @param name        for people
 * @param description for people; may be empty
 * @param shape       lens outline
 * @param rimType     how the lenses are held
 * @param material    of the front
 * @param dimensions  size
 * @param origin      how it was made
 * @param colours     in the merchant's order
 */
public record MerchantFrame(UUID id, String slug, String name, String description, FrameShape shape, RimType rimType,
                            FrameMaterial.Kind material, FrameDimensions dimensions, Origin origin, List<Colour> colours) {
    /** How a frame was made. The names are those in the database. */
    public enum Origin {
        /** Written as part of a whole catalogue. */
        CATALOGUE,
        /** By its parameters; may be edited. */
        PARAMETRIC,
        /** From a 3D model. */
        MODEL,
        /** From a photograph. */
        PHOTO,
        /** By accepting a suggestion; may be edited, and becomes {@link #PARAMETRIC} by that. */
        SUGGESTION
    }

    /**
     * A colour of it.
     *
     * @param id          of the colour, to which products are linked
     * @param sku         unique in the shop
     * @param gtin        digits; empty where it has none
     * @param name        for people
     * @param swatch      {@code #rrggbb}
     * @param sun         whether it has sun lenses
     * @param modelSha256 of its GLB; empty where it has none yet
     * @param spec        its parameters; empty where it came as a file
     * @param pictures    the merchant's, in their order
     * @param links       variants of products that show it
     */
    public record Colour(UUID id, String sku, String gtin, String name, String swatch, boolean sun, Optional<String> modelSha256,
                         Optional<FrameSpec> spec, List<Pictures.Picture> pictures, int links) { }
}
