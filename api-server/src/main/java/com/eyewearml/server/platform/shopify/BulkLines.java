package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.platform.PlatformProduct;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the file that a bulk operation makes: one JSON object a line, each product followed by its variants, media and metafields,
 * which name it in {@code __parentId}.
 *
 * @param products those that are whole in it
 * @param length   bytes of these; what follows is to be read again
 */
record BulkLines(List<PlatformProduct> products, int length) {
    /** Looked up once: for each line anew it would take longer than the line. */
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String PARENT = "__parentId";

    /**
     * Reads a part that begins with a product.
     *
     * @param last whether the file ends with it; otherwise its last product may go on
     */
    static BulkLines read(byte[] bytes, boolean last) {
        List<PlatformProduct> products = new ArrayList<>();
        List<JsonObject> group = new ArrayList<>();
        int groupBegin = 0;
        for (int begin = 0; begin < bytes.length; ) {
            int end = endOfLine(bytes, begin);
            if (end < 0 && !last) {
                break;
            }
            int lineEnd = end < 0 ? bytes.length : end;
            if (lineEnd > begin) {
                JsonObject line = line(bytes, begin, lineEnd);
                if (!line.containsKey(PARENT) && !group.isEmpty()) {
                    products.add(product(group));
                    group.clear();
                    groupBegin = begin;
                }
                group.add(line);
            }
            begin = lineEnd + 1;
        }
        if (last && !group.isEmpty()) {
            products.add(product(group));
            groupBegin = bytes.length;
        }
        return new BulkLines(products, groupBegin);
    }

    private static int endOfLine(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static JsonObject line(byte[] bytes, int begin, int end) {
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(bytes, begin, end - begin))) {
            return reader.readObject();
        }
    }

    /** As the interface nests it. */
    private static PlatformProduct product(List<JsonObject> group) {
        JsonArrayBuilder variants = JSON.createArrayBuilder();
        JsonArrayBuilder media = JSON.createArrayBuilder();
        JsonArrayBuilder metafields = JSON.createArrayBuilder();
        for (JsonObject child : group.subList(1, group.size())) {
            (child.containsKey("price") ? variants : child.containsKey("preview") ? media : metafields).add(child);
        }
        return ShopifyProduct.read(JSON.createObjectBuilder(group.getFirst()).add("variants", nodes(variants)).add("media", nodes(media))
                .add("metafields", nodes(metafields)).build());
    }

    private static JsonObject nodes(JsonArrayBuilder children) {
        return JSON.createObjectBuilder().add("nodes", children).build();
    }
}
