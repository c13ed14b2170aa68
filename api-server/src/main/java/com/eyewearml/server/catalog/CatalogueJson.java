package com.eyewearml.server.catalog;

import com.eyewearml.frame.FrameDimensions;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The catalogue as JSON, version 1. Lengths in millimetres, angles in degrees, amounts in the currency's smallest unit. */
final class CatalogueJson {
    private CatalogueJson() { }

    static byte[] list(Shop shop, List<CatalogueFrame> frames, List<String> sampleUrls) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        frames.forEach(frame -> array.add(frame(shop, frame)));
        JsonArrayBuilder samples = Json.createArrayBuilder();
        sampleUrls.forEach(url -> samples.add(Json.createObjectBuilder().add("url", url)));
        return bytes(Json.createObjectBuilder()
                .add("shop", Json.createObjectBuilder().add("slug", shop.slug()).add("name", shop.name()).add("currency", shop.currency()))
                .add("frames", array)
                .add("samples", samples));
    }

    static byte[] detail(Shop shop, CatalogueFrame frame) {
        return bytes(frame(shop, frame));
    }

    private static JsonObjectBuilder frame(Shop shop, CatalogueFrame frame) {
        FrameDimensions size = frame.dimensions();
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
                .add("sizeLabel", size.marking().formatBoxed())
                .add("lensWidthMm", size.lensWidthMm())
                .add("lensHeightMm", size.lensHeightMm())
                .add("dblMm", size.dblMm())
                .add("templeLengthMm", size.templeLengthMm())
                .add("totalWidthMm", size.totalWidthMm())
                .add("pantoscopicTiltDeg", degrees(size.pantoscopicTiltRad()))
                .add("wrapAngleDeg", degrees(size.wrapAngleRad()))
                .add("variants", variants);
    }

    private static double degrees(double rad) {
        return Math.round(Math.toDegrees(rad) * 1000) / 1000.0;
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

    private static byte[] bytes(JsonObjectBuilder json) {
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }
}
