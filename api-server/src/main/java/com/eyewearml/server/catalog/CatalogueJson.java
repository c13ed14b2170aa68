package com.eyewearml.server.catalog;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;

/** The catalogue as JSON, version 1. Lengths in millimetres, angles in degrees, amounts in the currency's smallest unit. */
final class CatalogueJson {
    private CatalogueJson() { }

    static String list(Shop shop, List<CatalogueFrame> frames, List<String> sampleUrls) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        frames.forEach(frame -> array.add(frame(shop, frame)));
        JsonArrayBuilder samples = Json.createArrayBuilder();
        sampleUrls.forEach(url -> samples.add(Json.createObjectBuilder().add("url", url)));
        return Json.createObjectBuilder()
                .add("shop", Json.createObjectBuilder().add("slug", shop.slug()).add("name", shop.name()).add("currency", shop.currency()))
                .add("frames", array)
                .add("samples", samples)
                .build().toString();
    }

    static String detail(Shop shop, CatalogueFrame frame) {
        return frame(shop, frame).build().toString();
    }

    private static JsonObjectBuilder frame(Shop shop, CatalogueFrame frame) {
        JsonArrayBuilder variants = Json.createArrayBuilder();
        frame.variants().forEach(variant -> variants.add(variant(shop, variant)));
        return Json.createObjectBuilder()
                .add("slug", frame.slug())
                .add("name", frame.name())
                .add("description", frame.description())
                .add("pageUrl", "/frames/" + frame.slug())
                .add("price", frame.variants().getFirst().price().format(Locale.UK))
                .add("shape", frame.shape().name())
                .add("rimType", frame.rimType().name())
                .add("material", frame.material().name())
                .addAll(DimensionsJson.of(frame.dimensions()))
                .add("variants", variants);
    }

    private static JsonObjectBuilder variant(Shop shop, CatalogueVariant variant) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("sku", variant.sku())
                .add("colour", variant.colourName())
                .add("swatch", variant.swatch())
                .add("sun", variant.sun())
                .add("price", variant.price().format(Locale.UK))
                .add("amountMinor", variant.price().amountMinor())
                .add("currency", variant.price().currency());
        variant.modelSha256().ifPresent(hash -> json.add("modelUrl", AssetUrls.model(shop, hash)));
        variant.mainPicture().ifPresent(hash -> json.add("pictureUrl", AssetUrls.picture(shop, hash)));
        return json;
    }
}
