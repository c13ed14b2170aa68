package com.eyewearml.server.storefront;

import com.eyewearml.server.catalog.AssetUrls;
import com.eyewearml.server.catalog.DimensionsJson;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.storefront.Availability.Found;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Availability as JSON: one item for each code asked for, in their order. */
final class AvailabilityJson {
    /** Made once: the methods of {@link Json} search the class path for a provider at every call. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private AvailabilityJson() { }

    static String of(Shop shop, List<String> codes, List<Found> found) {
        Map<String, Found> byCode = found.stream().collect(Collectors.toMap(Found::code, Function.identity()));
        JsonArrayBuilder items = JSON.createArrayBuilder();
        for (String code : codes) {
            JsonObjectBuilder item = JSON.createObjectBuilder().add("code", code).add("available", byCode.containsKey(code));
            if (byCode.containsKey(code)) {
                add(item, shop, byCode.get(code));
            }
            items.add(item);
        }
        return JSON.createObjectBuilder().add("items", items).build().toString();
    }

    private static void add(JsonObjectBuilder item, Shop shop, Found found) {
        item.add("sku", found.sku())
                .add("frame", found.frame())
                .add("name", found.name())
                .add("colour", found.colour())
                .add("sun", found.sun())
                .add("modelUrl", AssetUrls.model(shop, found.modelSha256()))
                .add("dimensions", DimensionsJson.of(found.size()));
    }
}
