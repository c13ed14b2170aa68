package com.eyewearml.server.platform.magento;

import com.eyewearml.server.platform.PlatformImage;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.PlatformVariant;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Products in Magento's JSON. */
final class MagentoProduct {
    /** What is asked for of each. */
    static final String FIELDS = "id,sku,name,price,status,visibility,type_id,updated_at,custom_attributes[attribute_code,value],"
            + "media_gallery_entries[media_type,label,position,disabled,file],"
            + "extension_attributes[configurable_product_links,configurable_product_options[attribute_id]]";
    private static final int NOT_VISIBLE_ALONE = 1;
    private static final int ENABLED = 1;
    private static final int LONGEST_DETAIL = 200;
    private static final List<String> BARCODES = List.of("gtin", "gtin13", "ean", "ean13", "upc", "barcode");

    private MagentoProduct() { }

    /** @param children of a configurable product; empty for others, which are their own variant */
    static PlatformProduct read(JsonObject product, List<JsonObject> children, StoreFacts facts) {
        Map<String, String> attributes = attributes(product, facts);
        List<String> choices = choices(product, facts);
        List<PlatformVariant> variants = children.isEmpty() ? List.of(variant(product, List.of(), facts))
                : children.stream().map(child -> variant(child, choices, facts)).toList();
        Instant updatedAt = Stream.concat(Stream.of(product), children.stream()).map(MagentoProduct::updatedAt)
                .max(Instant::compareTo).orElseThrow();
        List<String> details = attributes.entrySet().stream().filter(entry -> entry.getValue().length() <= LONGEST_DETAIL)
                .map(entry -> entry.getKey().replace('_', ' ') + ": " + entry.getValue()).toList();
        return new PlatformProduct(id(product), product.getString("name", ""), attributes.getOrDefault("url_key", ""),
                attributes.getOrDefault("brand", attributes.getOrDefault("manufacturer", "")), product.getString("type_id", ""), List.of(), "",
                updatedAt, details, variants, images(product, facts));
    }

    static String id(JsonObject product) {
        return product.get("id").toString();
    }

    static boolean isConfigurable(JsonObject product) {
        return product.getString("type_id", "").equals("configurable");
    }

    /** Whether shoppers find it by itself. */
    static boolean isSold(JsonObject product) {
        return product.getInt("status", 0) == ENABLED && product.getInt("visibility", NOT_VISIBLE_ALONE) != NOT_VISIBLE_ALONE;
    }

    /** Ids of a configurable product's children; empty where the list leaves them out. */
    static List<String> links(JsonObject product) {
        return extension(product, "configurable_product_links").stream().map(JsonValue::toString).toList();
    }

    /** Time in UTC, to the second; children listed by SKU have none. */
    static Instant updatedAt(JsonObject product) {
        String text = product.getString("updated_at", "");
        return text.isEmpty() ? Instant.EPOCH : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    private static PlatformVariant variant(JsonObject product, List<String> choices, StoreFacts facts) {
        Map<String, String> attributes = attributes(product, facts);
        String title = choices.stream().map(attributes::get).filter(Objects::nonNull).collect(Collectors.joining(" / "));
        String barcode = BARCODES.stream().map(attributes::get).filter(Objects::nonNull).findFirst().orElse("");
        return new PlatformVariant(product.containsKey("id") ? id(product) : product.getString("sku"), title, product.getString("sku", ""),
                barcode, price(product));
    }

    private static Optional<BigDecimal> price(JsonObject product) {
        return product.get("price") instanceof JsonNumber number ? Optional.of(number.bigDecimalValue()) : Optional.empty();
    }

    /** Codes of what a configurable product lets shoppers choose. */
    private static List<String> choices(JsonObject product, StoreFacts facts) {
        return extension(product, "configurable_product_options").stream().map(JsonValue::asJsonObject)
                .map(option -> option.get("attribute_id").toString().replace("\"", "")).map(facts.codes()::get).filter(Objects::nonNull).toList();
    }

    private static Map<String, String> attributes(JsonObject product, StoreFacts facts) {
        Map<String, String> attributes = new LinkedHashMap<>();
        array(product, "custom_attributes").getValuesAs(JsonObject.class).forEach(attribute -> {
            String code = attribute.getString("attribute_code", "");
            facts.words(code, attribute.getOrDefault("value", JsonValue.NULL)).ifPresent(words -> attributes.put(code, words));
        });
        return attributes;
    }

    private static List<PlatformImage> images(JsonObject product, StoreFacts facts) {
        return array(product, "media_gallery_entries").getValuesAs(JsonObject.class).stream()
                .filter(entry -> entry.getString("media_type", "").equals("image") && !entry.getBoolean("disabled", false))
                .sorted(Comparator.comparingInt(entry -> entry.getInt("position", 0)))
                .map(entry -> new PlatformImage(facts.mediaUrl() + "catalog/product" + entry.getString("file"), entry.getString("label", "")))
                .toList();
    }

    private static JsonArray extension(JsonObject product, String name) {
        return product.get("extension_attributes") instanceof JsonObject extension ? array(extension, name) : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static JsonArray array(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }
}
