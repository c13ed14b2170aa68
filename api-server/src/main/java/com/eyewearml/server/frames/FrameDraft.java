package com.eyewearml.server.frames;

import com.eyewearml.frame.FrameFinish;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.LensOptions;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A parametric frame as a merchant edits it. Its colours share shape and size; {@code base} gives these.
 *
 * @param name        for people, 1 to 100 characters
 * @param description up to 2000 characters; may be empty
 * @param base        shape, rims, bridge, size and base curve; its finish and lens are those of no colour
 * @param colours     1 to 40
 */
public record FrameDraft(String name, String description, FrameSpec base, List<Colour> colours) {
    private static final int MAX_NAME = 100;
    private static final int MAX_DESCRIPTION = 2000;
    private static final int MAX_COLOURS = 40;

    /**
     * A colour.
     *
     * @param sku    unique in the shop, up to 64 characters; empty to have one made
     * @param gtin   digits, or empty
     * @param name   for people, 1 to 100 characters
     * @param finish materials
     * @param lens   it is shown with
     */
    public record Colour(String sku, String gtin, String name, FrameFinish finish, LensOptions lens) { }

    /** @throws RequestException with {@code INVALID_INPUT}, telling what to change */
    public FrameDraft {
        colours = List.copyOf(colours);
        require(!name.isBlank() && name.length() <= MAX_NAME, "The frame needs a name of up to " + MAX_NAME + " characters.");
        require(description.length() <= MAX_DESCRIPTION, "The description may have " + MAX_DESCRIPTION + " characters.");
        require(!colours.isEmpty() && colours.size() <= MAX_COLOURS, "A frame has 1 to " + MAX_COLOURS + " colours.");
        Set<String> seen = new HashSet<>();
        for (Colour colour : colours) {
            Codes.requireSku(colour.sku());
            Codes.requireGtin(colour.gtin());
            require(!colour.name().isBlank() && colour.name().length() <= MAX_NAME, "Each colour needs a name of up to " + MAX_NAME + " characters.");
            require(colour.sku().isEmpty() || seen.add(colour.sku()), "Two colours have the SKU " + colour.sku() + ".");
        }
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw new RequestException(ErrorCode.INVALID_INPUT, message);
        }
    }

    /** What to build for a colour. */
    FrameSpec spec(Colour colour) {
        try {
            return new FrameSpec(base.shape(), base.rimType(), base.bridge(), base.dimensions(), base.baseCurveDioptres(), colour.finish(),
                    colour.lens());
        } catch (com.eyewearml.frame.FrameSpecException e) {
            throw new RequestException(ErrorCode.INVALID_INPUT, "The colour " + colour.name() + " cannot be made: " + e.getMessage() + ".");
        }
    }
}
