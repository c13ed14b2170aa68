package com.eyewearml.server.platform.simulator;

import com.eyewearml.server.platform.contract.SimulatedProduct;
import com.eyewearml.server.platform.simulator.SimulatedPlatform.Stocked;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Products as WooCommerce's interface gives them. One in fifty is variable, in two colours. */
final class WooCommerceJson {
    private WooCommerceJson() { }

    static boolean isVariable(SimulatedProduct product) {
        return Long.parseLong(product.id()) % 50 == 7;
    }

    static JsonObject product(Stocked stocked) {
        SimulatedProduct product = stocked.product();
        JsonObjectBuilder json = SimulatedPlatform.JSON.createObjectBuilder().add("id", Long.parseLong(product.id())).add("name", product.title())
                .add("slug", "frame-" + product.id()).add("permalink", "https://shop.example.com/product/frame-" + product.id())
                .add("date_modified_gmt", gmt(stocked.updatedAt())).add("status", "publish").add("parent_id", 0)
                .add("type", isVariable(product) ? "variable" : "simple").add("sku", isVariable(product) ? "" : product.sku())
                .add("global_unique_id", product.barcode()).add("price", product.price())
                .add("tags", SimulatedPlatform.JSON.createArrayBuilder().add(SimulatedPlatform.JSON.createObjectBuilder().add("name", "acetate")))
                .add("categories", SimulatedPlatform.JSON.createArrayBuilder().add(SimulatedPlatform.JSON.createObjectBuilder().add("name", "Glasses")))
                .add("attributes", SimulatedPlatform.JSON.createArrayBuilder().add(SimulatedPlatform.JSON.createObjectBuilder().add("name", "Temple length")
                        .add("options", SimulatedPlatform.JSON.createArrayBuilder().add("145 mm"))))
                .add("meta_data", SimulatedPlatform.JSON.createArrayBuilder().add(SimulatedPlatform.JSON.createObjectBuilder().add("key", "_edit_lock").add("value", "1")))
                .add("images", SimulatedPlatform.JSON.createArrayBuilder().add(SimulatedPlatform.JSON.createObjectBuilder()
                        .add("src", "https://shop.example.com/" + product.id() + ".jpg").add("alt", "Front")));
        JsonArrayBuilder ids = SimulatedPlatform.JSON.createArrayBuilder();
        variations(stocked).forEach(variation -> ids.add(variation.getJsonNumber("id")));
        return json.add("variations", ids).build();
    }

    static List<JsonObject> variations(Stocked stocked) {
        SimulatedProduct product = stocked.product();
        return isVariable(product) ? Stream.of("Black", "Havana").map(colour -> SimulatedPlatform.JSON.createObjectBuilder()
                .add("id", Long.parseLong(product.id()) * 10 + (colour.equals("Black") ? 0 : 1)).add("sku", product.sku() + "-" + colour)
                .add("parent_id", Long.parseLong(product.id())).add("type", "variation").add("status", "publish")
                .add("price", product.price()).add("date_modified_gmt", gmt(stocked.updatedAt()))
                .add("attributes", SimulatedPlatform.JSON.createArrayBuilder().add(SimulatedPlatform.JSON.createObjectBuilder().add("name", "Colour").add("option", colour)))
                .build()).toList() : List.of();
    }

    private static String gmt(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Those fields of an object, or all. */
    static JsonObject only(JsonObject object, String fields) {
        if (fields == null) {
            return object;
        }
        JsonObjectBuilder some = SimulatedPlatform.JSON.createObjectBuilder();
        Stream.of(fields.split(",")).filter(object::containsKey).forEach(field -> some.add(field, object.get(field)));
        return some.build();
    }

    static JsonObject without(JsonObject object, String field) {
        return SimulatedPlatform.JSON.createObjectBuilder(object).remove(field).build();
    }
}
