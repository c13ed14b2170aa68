package com.eyewearml.server.platform.woocommerce;

import com.eyewearml.server.platform.PlatformImage;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.PlatformVariant;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Products in WooCommerce's JSON. */
final class WooCommerceProduct {
    private WooCommerceProduct() { }

    /** @param variations of a variable product; empty for a simple one, which is its own variant */
    static PlatformProduct read(JsonObject product, List<JsonObject> variations) {
        List<PlatformVariant> variants = variations.isEmpty() ? List.of(variant(product, ""))
                : variations.stream().map(variation -> variant(variation, attributes(variation))).toList();
        Instant updatedAt = Stream.concat(Stream.of(product), variations.stream()).map(WooCommerceProduct::updatedAt)
                .max(Instant::compareTo).orElseThrow();
        return new PlatformProduct(id(product), text(product, "name"), text(product, "slug"), firstName(product, "brands"),
                firstName(product, "categories"), names(product, "tags"), text(product, "permalink"), updatedAt, details(product), variants,
                images(product));
    }

    static String id(JsonObject object) {
        return object.getJsonNumber("id").toString();
    }

    static boolean isVariable(JsonObject product) {
        return text(product, "type").equals("variable") && !array(product, "variations").isEmpty();
    }

    /** {@code date_modified_gmt} names no zone and is UTC, to the second. */
    static Instant updatedAt(JsonObject object) {
        return LocalDateTime.parse(text(object, "date_modified_gmt")).toInstant(ZoneOffset.UTC);
    }

    private static PlatformVariant variant(JsonObject object, String title) {
        return new PlatformVariant(id(object), title, text(object, "sku"), text(object, "global_unique_id"),
                Optional.of(text(object, "price")).filter(price -> price.matches("[0-9]+(\\.[0-9]+)?")).map(BigDecimal::new));
    }

    private static String attributes(JsonObject variation) {
        return objects(variation, "attributes").map(attribute -> text(attribute, "option")).collect(Collectors.joining(" / "));
    }

    /** Attributes with their options, and what plugins keep of the product that is text or a number. */
    private static List<String> details(JsonObject product) {
        List<String> details = new ArrayList<>();
        objects(product, "attributes").forEach(attribute -> array(attribute, "options").getValuesAs(JsonString.class)
                .forEach(option -> details.add(text(attribute, "name") + ": " + option.getString())));
        objects(product, "meta_data").filter(meta -> !text(meta, "key").startsWith("_")).forEach(meta -> scalar(meta.get("value"))
                .ifPresent(value -> details.add(text(meta, "key").replace('_', ' ') + ": " + value)));
        return details;
    }

    private static Optional<String> scalar(JsonValue value) {
        return switch (value == null ? JsonValue.ValueType.NULL : value.getValueType()) {
            case STRING -> Optional.of(((JsonString) value).getString());
            case NUMBER -> Optional.of(value.toString());
            default -> Optional.empty();
        };
    }

    private static List<PlatformImage> images(JsonObject product) {
        return objects(product, "images").map(image -> new PlatformImage(text(image, "src"), text(image, "alt")))
                .filter(image -> !image.url().isEmpty()).toList();
    }

    private static String firstName(JsonObject product, String list) {
        return names(product, list).stream().findFirst().orElse("");
    }

    private static List<String> names(JsonObject product, String list) {
        return objects(product, list).map(term -> text(term, "name")).toList();
    }

    private static Stream<JsonObject> objects(JsonObject object, String name) {
        return array(object, name).stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject);
    }

    private static JsonArray array(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static String text(JsonObject object, String name) {
        return object.getString(name, "");
    }
}
