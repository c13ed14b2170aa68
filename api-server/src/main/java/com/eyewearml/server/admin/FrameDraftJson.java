package com.eyewearml.server.admin;

import com.eyewearml.frame.BridgeStyle;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameFinish;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.LensOptions;
import com.eyewearml.frame.RimType;
import com.eyewearml.server.frames.FrameSpecJson;
import com.eyewearml.server.frames.MerchantFrame;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** Frames as the editor begins with them. */
final class FrameDraftJson {
    /** A frame that most faces can wear. */
    static final String FIRST = first();

    private FrameDraftJson() { }

    private static String first() {
        FrameMaterial front = FrameMaterial.ACETATE_HAVANA;
        FrameSpec spec = new FrameSpec(FrameShape.PANTO, RimType.FULL, BridgeStyle.KEYHOLE, FrameDimensions.ofDegrees(49, 42, 20, 145, 138, 8, 5), 4,
                new FrameFinish(front, front, FrameMaterial.METAL_GOLD, front),
                new LensOptions(LensOptions.Coating.ANTI_REFLECTIVE, LensOptions.Tint.NONE, 1, 1, false, Double.NaN));
        return json("", "", spec, Json.createArrayBuilder().add(colour(front.displayName(), "", "", spec)));
    }

    /** @return what the editor shows of a frame; empty where it has no parameters */
    static String of(MerchantFrame frame) {
        JsonArrayBuilder colours = Json.createArrayBuilder();
        FrameSpec base = null;
        for (MerchantFrame.Colour colour : frame.colours()) {
            if (colour.spec().isEmpty()) {
                return "";
            }
            base = base == null ? colour.spec().get() : base;
            colours.add(colour(colour.name(), colour.sku(), colour.gtin(), colour.spec().get()));
        }
        return base == null ? "" : json(frame.name(), frame.description(), base, colours);
    }

    private static JsonObjectBuilder colour(String name, String sku, String gtin, FrameSpec spec) {
        return Json.createObjectBuilder().add("name", name).add("sku", sku).add("gtin", gtin).add("spec", FrameSpecJson.write(spec));
    }

    private static String json(String name, String description, FrameSpec base, JsonArrayBuilder colours) {
        return Json.createObjectBuilder().add("name", name).add("description", description).add("base", FrameSpecJson.write(base))
                .add("colours", colours).build().toString();
    }
}
