package com.eyewearml.server.platform.magento;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a store's products refer to.
 *
 * @param mediaUrl where its pictures are, with a slash at its end
 * @param codes    codes of attributes by their ids
 * @param labels   of attributes that are chosen from a list: words of the choices by their ids, by code
 */
record StoreFacts(String mediaUrl, Map<String, String> codes, Map<String, Map<String, String>> labels) {
    private static final int PAGE_SIZE = 200;

    /** @param get asks below {@code /rest/V1} */
    static StoreFacts read(Function<String, JsonValue> get) {
        JsonObject config = get.apply("/store/storeConfigs").asJsonArray().getJsonObject(0);
        Map<String, String> codes = new HashMap<>();
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (int page = 1, left = 1; left > 0; page++) {
            JsonObject answer = get.apply("/products/attributes" + SearchCriteria.page(page, PAGE_SIZE).where("is_user_defined", "eq", "1")
                    .whereIn("frontend_input", List.of("select", "multiselect"))
                    .query("attribute_id,attribute_code,options[label,value]")).asJsonObject();
            for (JsonObject attribute : items(answer).getValuesAs(JsonObject.class)) {
                String code = attribute.getString("attribute_code");
                codes.put(attribute.get("attribute_id").toString(), code);
                labels.put(code, choices(attribute));
            }
            left = answer.getInt("total_count", 0) - page * PAGE_SIZE;
        }
        return new StoreFacts(config.getString("secure_base_media_url", config.getString("base_media_url", "")), codes, labels);
    }

    private static JsonArray items(JsonObject answer) {
        return answer.get("items") instanceof JsonArray items ? items : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static Map<String, String> choices(JsonObject attribute) {
        Map<String, String> choices = new HashMap<>();
        JsonArray options = attribute.get("options") instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
        options.getValuesAs(JsonObject.class).forEach(option -> choices.put(option.getString("value", ""), option.getString("label", "")));
        return choices;
    }

    /** The words of an attribute's value: its own, or those of the choices it names. */
    Optional<String> words(String code, JsonValue value) {
        String text = value instanceof JsonString string ? string.getString()
                : value.getValueType() == JsonValue.ValueType.NUMBER ? value.toString() : "";
        Map<String, String> choices = labels.get(code);
        if (choices == null) {
            return Optional.of(text).filter(found -> !found.isBlank());
        }
        return Optional.of(Stream.of(text.split(",")).map(id -> choices.getOrDefault(id, "")).filter(word -> !word.isBlank())
                .collect(Collectors.joining(", "))).filter(found -> !found.isEmpty());
    }
}
