package com.eyewearml.server.platform.simulator;

import com.eyewearml.server.platform.contract.SimulatedProduct;
import com.eyewearml.server.platform.simulator.SimulatedPlatform.Stocked;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Products as Magento's interface gives them. One in fifty is configurable, in two colours that are products not visible alone. */
final class MagentoJson {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    /** Attribute {@code color} with its choices. */
    static final String ATTRIBUTES = "{\"items\":[{\"attribute_id\":93,\"attribute_code\":\"color\",\"options\":"
            + "[{\"label\":\" \",\"value\":\"\"},{\"label\":\"Black\",\"value\":\"52\"},{\"label\":\"Havana\",\"value\":\"53\"}]}],\"total_count\":1}";
    static final String CONFIGS = "[{\"code\":\"default\",\"base_currency_code\":\"EUR\",\"base_media_url\":\"http://shop.example.com/media/\","
            + "\"secure_base_media_url\":\"https://media.example.com/\"}]";

    private MagentoJson() { }

    static boolean isConfigurable(SimulatedProduct product) {
        return Long.parseLong(product.id()) % 50 == 7;
    }

    /** A product with its children, as the catalogue holds them side by side. */
    static Stream<JsonObject> all(Stocked stocked, Stocked ofChildren, boolean listsLinks) {
        return Stream.concat(Stream.of(product(stocked, listsLinks)), children(ofChildren).stream());
    }

    static JsonObject product(Stocked stocked, boolean listsLinks) {
        SimulatedProduct product = stocked.product();
        boolean configurable = isConfigurable(product);
        JsonObjectBuilder json = simple(Long.parseLong(product.id()), product.sku(), product, stocked.updatedAt(), 4)
                .add("type_id", configurable ? "configurable" : "simple");
        JsonObjectBuilder extension = SimulatedPlatform.JSON.createObjectBuilder();
        if (configurable) {
            extension.add("configurable_product_options", SimulatedPlatform.JSON.createArrayBuilder().add(SimulatedPlatform.JSON.createObjectBuilder().add("attribute_id", "93")));
            JsonArrayBuilder links = SimulatedPlatform.JSON.createArrayBuilder();
            children(stocked).forEach(child -> links.add(child.getJsonNumber("id")));
            if (listsLinks) {
                extension.add("configurable_product_links", links);
            }
        }
        return json.add("extension_attributes", extension).build();
    }

    static List<JsonObject> children(Stocked stocked) {
        SimulatedProduct product = stocked.product();
        return isConfigurable(product) ? Stream.of(52, 53).map(colour -> {
            long id = Long.parseLong(product.id()) * 10 + (colour - 52);
            JsonObjectBuilder child = simple(id, product.sku() + "/" + colour, product, stocked.updatedAt(), 1).add("type_id", "simple");
            return child.add("custom_attributes", SimulatedPlatform.JSON.createArrayBuilder()
                    .add(SimulatedPlatform.JSON.createObjectBuilder().add("attribute_code", "color").add("value", Integer.toString(colour)))
                    .add(SimulatedPlatform.JSON.createObjectBuilder().add("attribute_code", "ean").add("value", "4006381333931"))).build();
        }).toList() : List.of();
    }

    private static JsonObjectBuilder simple(long id, String sku, SimulatedProduct product, Instant updatedAt, int visibility) {
        return SimulatedPlatform.JSON.createObjectBuilder().add("id", id).add("sku", sku).add("name", product.title())
                .add("price", Double.parseDouble(product.price())).add("status", 1).add("visibility", visibility)
                .add("updated_at", TIME.format(updatedAt))
                .add("media_gallery_entries", SimulatedPlatform.JSON.createArrayBuilder().add(SimulatedPlatform.JSON.createObjectBuilder().add("media_type", "image")
                        .addNull("label").add("position", 1).add("disabled", false).add("file", "/f/r/" + id + ".jpg")))
                .add("custom_attributes", SimulatedPlatform.JSON.createArrayBuilder()
                        .add(SimulatedPlatform.JSON.createObjectBuilder().add("attribute_code", "url_key").add("value", "frame-" + id))
                        .add(SimulatedPlatform.JSON.createObjectBuilder().add("attribute_code", "temple_length").add("value", "145 mm"))
                        .add(SimulatedPlatform.JSON.createObjectBuilder().add("attribute_code", "category_ids").add("value", SimulatedPlatform.JSON.createArrayBuilder().add("3"))));
    }
}
