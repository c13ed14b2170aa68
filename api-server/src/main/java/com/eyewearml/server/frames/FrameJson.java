package com.eyewearml.server.frames;

import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.server.catalog.AssetUrls;
import com.eyewearml.server.catalog.DimensionsJson;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.frames.FrameImports.FrameImport;
import com.eyewearml.server.frames.Suggestions.Suggestion;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.pictures.PictureAddresses;
import com.eyewearml.server.pictures.PictureFormat;
import com.eyewearml.server.pictures.Pictures;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Frames, imports and suggestions as JSON, and drafts read from it. */
final class FrameJson {
    private FrameJson() { }

    static JsonObject frame(Shop shop, MerchantFrame frame) {
        JsonArrayBuilder colours = Json.createArrayBuilder();
        frame.colours().forEach(colour -> colours.add(colour(shop, colour)));
        return Json.createObjectBuilder().add("id", frame.id().toString()).add("slug", frame.slug()).add("name", frame.name())
                .add("description", frame.description()).add("shape", frame.shape().name()).add("rimType", frame.rimType().name())
                .add("material", frame.material().name()).add("origin", frame.origin().name())
                .add("dimensions", DimensionsJson.of(frame.dimensions())).add("colours", colours).build();
    }

    private static JsonObjectBuilder colour(Shop shop, MerchantFrame.Colour colour) {
        JsonArrayBuilder pictures = Json.createArrayBuilder();
        colour.pictures().forEach(picture -> pictures.add(picture(shop, picture)));
        JsonObjectBuilder json = Json.createObjectBuilder().add("id", colour.id().toString()).add("sku", colour.sku()).add("gtin", colour.gtin())
                .add("name", colour.name()).add("swatch", colour.swatch()).add("sun", colour.sun()).add("links", colour.links())
                .add("pictures", pictures);
        colour.modelSha256().ifPresent(sha256 -> json.add("modelUrl", AssetUrls.model(shop, sha256)));
        colour.spec().ifPresent(spec -> json.add("spec", FrameSpecJson.write(spec)));
        return json;
    }

    static JsonObject picture(Shop shop, Pictures.Picture picture) {
        JsonObjectBuilder sets = Json.createObjectBuilder();
        for (PictureFormat format : PictureFormat.values()) {
            sets.add(format.name().toLowerCase(java.util.Locale.ROOT), PictureAddresses.srcset(shop, picture.sha256(), picture.size(), format));
        }
        return Json.createObjectBuilder().add("sha256", picture.sha256()).add("widthPx", picture.size().widthPx())
                .add("heightPx", picture.size().heightPx()).add("srcset", sets).build();
    }

    static JsonObject frameImport(Shop shop, FrameImport it) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("id", it.id().toString()).add("kind", it.kind()).add("fileName", it.fileName())
                .add("state", it.state()).add("done", it.done()).add("createdAt", it.createdAt().toString());
        it.total().ifPresent(total -> json.add("total", total));
        if (!it.errorCode().isEmpty()) {
            json.add("error", Json.createObjectBuilder().add("code", it.errorCode()).add("detail", it.error()));
        }
        it.report().ifPresent(report -> json.add("report", report));
        it.modelSha256().ifPresent(sha256 -> json.add("modelUrl", AssetUrls.model(shop, sha256)));
        return json.build();
    }

    static JsonObject suggestion(Suggestion it) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("id", it.id().toString()).add("productId", it.productId().toString())
                .add("title", it.title()).add("spec", FrameSpecJson.write(it.spec())).add("reasons", Json.createArrayBuilder(it.reasons()))
                .add("state", it.state().name());
        it.frameId().ifPresent(id -> json.add("frameId", id.toString()));
        return json.build();
    }

    /** A draft: {@code name}, {@code description}, a spec as {@code base}, {@code colours} with {@code sku}, {@code gtin}, {@code name}, {@code spec}. */
    static FrameDraft draft(JsonObject json) {
        List<FrameDraft.Colour> colours = new ArrayList<>();
        array(json, "colours").forEach(value -> {
            JsonObject colour = value.asJsonObject();
            var spec = FrameSpecJson.read(object(colour, "spec"));
            colours.add(new FrameDraft.Colour(colour.getString("sku", ""), colour.getString("gtin", ""), colour.getString("name", ""),
                    spec.finish(), spec.lens()));
        });
        return new FrameDraft(json.getString("name", ""), json.getString("description", ""), FrameSpecJson.read(object(json, "base")), colours);
    }

    static Frames.ImportedDraft imported(JsonObject json) {
        String material = json.getString("material", "ACETATE");
        return new Frames.ImportedDraft(json.getString("name", ""), json.getString("description", ""),
                Arrays.stream(FrameMaterial.Kind.values()).filter(kind -> kind.name().equals(material)).findFirst()
                        .orElseThrow(() -> invalid("material is ACETATE or METAL.")),
                json.getString("sku", ""), json.getString("gtin", ""), json.getString("colourName", ""), json.getString("swatch", "#17171a"),
                json.getBoolean("sun", false));
    }

    static List<UUID> ids(JsonObject json, String name) {
        return array(json, name).stream().map(value -> value instanceof JsonString text ? id(text.getString()) : id("")).toList();
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new RequestException(ErrorCode.NOT_FOUND, "\"" + text + "\" is the id of nothing here.");
        }
    }

    private static JsonArray array(JsonObject json, String name) {
        if (json.get(name) instanceof JsonArray array) {
            return array;
        }
        throw invalid(name + " is missing or no list.");
    }

    private static JsonObject object(JsonObject json, String name) {
        if (json.get(name) instanceof JsonObject object) {
            return object;
        }
        throw invalid(name + " is missing or no object.");
    }

    private static RequestException invalid(String message) {
        return new RequestException(ErrorCode.INVALID_INPUT, message);
    }
}
