package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.platform.PlatformImage;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.PlatformVariant;
import com.eyewearml.server.platform.StockItem;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A product in Shopify's JSON. Ids lose their {@code gid://shopify/…/} prefix, as webhooks give them. */
final class ShopifyProduct {
    private ShopifyProduct() { }

    static PlatformProduct read(JsonObject product) {
        List<PlatformVariant> variants = nodes(product, "variants").map(variant -> new PlatformVariant(id(variant), text(variant, "title"),
                text(variant, "sku"), text(variant, "barcode"), price(variant))).toList();
        List<PlatformImage> images = nodes(product, "media").flatMap(media -> image(media).stream()).toList();
        List<String> details = nodes(product, "metafields").map(field -> text(field, "key").replace('_', ' ') + ": " + text(field, "value"))
                .toList();
        return new PlatformProduct(id(product), text(product, "title"), text(product, "handle"), text(product, "vendor"),
                text(product, "productType"), product.getJsonArray("tags").getValuesAs(JsonString::getString),
                text(product, "onlineStoreUrl"), Instant.parse(text(product, "updatedAt")), details, variants, images);
    }

    static StockItem stockItem(JsonObject product) {
        return new StockItem(id(product), Instant.parse(text(product, "updatedAt")), false);
    }

    private static Stream<JsonObject> nodes(JsonObject object, String connection) {
        return object.getJsonObject(connection).getJsonArray("nodes").stream().map(JsonValue::asJsonObject);
    }

    private static Optional<PlatformImage> image(JsonObject media) {
        return present(media, "preview").flatMap(preview -> present(preview, "image"))
                .map(image -> new PlatformImage(text(image, "url"), text(media, "alt")));
    }

    private static Optional<JsonObject> present(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject found ? Optional.of(found) : Optional.empty();
    }

    private static Optional<BigDecimal> price(JsonObject variant) {
        return Optional.of(text(variant, "price")).filter(text -> !text.isEmpty()).map(BigDecimal::new);
    }

    private static String id(JsonObject object) {
        String gid = object.getString("id");
        return gid.substring(gid.lastIndexOf('/') + 1);
    }

    private static String text(JsonObject object, String name) {
        return object.getString(name, "");
    }
}
