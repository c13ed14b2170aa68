package com.eyewearml.server.platform.bigcommerce;

import com.eyewearml.server.platform.PlatformImage;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.PlatformVariant;
import com.eyewearml.server.platform.StockItem;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A product in BigCommerce's JSON. */
final class BigCommerceProduct {
    private BigCommerceProduct() { }

    static PlatformProduct read(JsonObject product) {
        Optional<BigDecimal> price = number(product, "price");
        List<PlatformVariant> variants = array(product, "variants").stream().map(JsonValue::asJsonObject)
                .map(variant -> variant(variant, price)).toList();
        List<PlatformImage> images = array(product, "images").stream().map(JsonValue::asJsonObject)
                .sorted(Comparator.comparingInt(image -> image.getInt("sort_order", 0)))
                .map(image -> new PlatformImage(text(image, "url_standard"), text(image, "description"))).toList();
        List<String> details = array(product, "custom_fields").stream().map(JsonValue::asJsonObject)
                .map(field -> text(field, "name") + ": " + text(field, "value")).toList();
        String path = product.containsKey("custom_url") ? text(product.getJsonObject("custom_url"), "url") : "";
        List<String> keywords = List.of(text(product, "search_keywords").split("\\s*,\\s*"));
        return new PlatformProduct(product.getJsonNumber("id").toString(), text(product, "name"), path.replaceAll("^/|/$", ""), "",
                text(product, "type"), keywords.stream().filter(word -> !word.isEmpty()).toList(), "",
                OffsetDateTime.parse(text(product, "date_modified")).toInstant(), details, variants, images);
    }

    static StockItem stockItem(JsonObject product) {
        return new StockItem(product.getJsonNumber("id").toString(), OffsetDateTime.parse(text(product, "date_modified")).toInstant(), false);
    }

    private static PlatformVariant variant(JsonObject variant, Optional<BigDecimal> productPrice) {
        String title = array(variant, "option_values").stream().map(value -> text(value.asJsonObject(), "label"))
                .collect(Collectors.joining(" / "));
        String barcode = text(variant, "gtin").isEmpty() ? text(variant, "upc") : text(variant, "gtin");
        return new PlatformVariant(variant.getJsonNumber("id").toString(), title, text(variant, "sku"), barcode,
                number(variant, "price").or(() -> productPrice));
    }

    private static JsonArray array(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static String text(JsonObject object, String name) {
        return object.getString(name, "");
    }

    private static Optional<BigDecimal> number(JsonObject object, String name) {
        return object.get(name) instanceof JsonNumber number ? Optional.of(number.bigDecimalValue()) : Optional.empty();
    }
}
