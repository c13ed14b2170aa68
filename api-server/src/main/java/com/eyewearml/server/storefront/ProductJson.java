package com.eyewearml.server.storefront;

import com.eyewearml.db.schema.tables.pojos.LensOption;
import com.eyewearml.server.catalog.AssetUrls;
import com.eyewearml.server.catalog.DimensionsJson;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.storefront.ProductConfiguration.Colour;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** A product's configuration as JSON. */
final class ProductJson {
    private ProductJson() { }

    static String of(Shop shop, ProductConfiguration product) {
        JsonArrayBuilder colours = Json.createArrayBuilder();
        product.colours().forEach(colour -> colours.add(colour(shop, colour)));
        JsonArrayBuilder lenses = Json.createArrayBuilder();
        product.lenses().forEach(lens -> lenses.add(lens(lens)));
        return Json.createObjectBuilder()
                .add("sku", product.frame().sku())
                .add("frame", Json.createObjectBuilder()
                        .add("slug", product.frame().frame())
                        .add("name", product.frame().name())
                        .add("dimensions", DimensionsJson.of(product.frame().size()))
                        .add("colours", colours))
                .add("lenses", lenses)
                .add("settings", product.settings().json())
                .build().toString();
    }

    private static JsonObjectBuilder colour(Shop shop, Colour colour) {
        return Json.createObjectBuilder().add("sku", colour.sku()).add("name", colour.name()).add("swatch", colour.swatch())
                .add("sun", colour.sun()).add("modelUrl", AssetUrls.model(shop, colour.modelSha256()));
    }

    private static JsonObjectBuilder lens(LensOption lens) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", lens.id().toString())
                .add("name", lens.name())
                .add("tint", lens.tint())
                .add("vltPercent", lens.vltPercent())
                .add("mirror", lens.mirror())
                .add("antiReflective", lens.antiReflective())
                .add("polarised", lens.polarised())
                .add("photochromic", lens.photochromic());
        Optional.ofNullable(lens.bottomVltPercent()).ifPresent(percent -> json.add("bottomVltPercent", percent));
        return json;
    }
}
