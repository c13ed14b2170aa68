package com.eyewearml.server.platform.simulator;

import com.eyewearml.server.platform.simulator.SimulatedPlatform.Answer;
import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Bulk operations of a simulated shop, one at a time: started, then completed or failed when told to. The file is UTF-8, one object a
 * line, children below their parent, and is given in parts.
 */
public final class ShopifyBulk {
    static final String PATH = "/bulk/";
    private static final Set<String> CHILDREN = Set.of("variants", "media", "metafields");
    private final Supplier<String> host;
    private String id = "";
    private String status = "";
    private String errorCode = "";
    private byte[] file = new byte[0];
    private Supplier<List<JsonObject>> products = List::of;
    private int started;

    /** @param host where the file is */
    ShopifyBulk(Supplier<String> host) {
        this.host = host;
    }

    /** How many were started. */
    public synchronized int started() {
        return started;
    }

    /** CREATED, COMPLETED and so on; empty before the first. */
    public synchronized String status() {
        return status;
    }

    synchronized JsonObject start(String query, Supplier<List<JsonObject>> catalogue) {
        JsonObjectBuilder answer = SimulatedPlatform.JSON.createObjectBuilder();
        boolean running = status.equals("CREATED");
        if (running || !query.contains("products") || !query.contains("edges")) {
            answer.addNull("bulkOperation").add("userErrors", SimulatedPlatform.JSON.createArrayBuilder().add(SimulatedPlatform.JSON.createObjectBuilder()
                    .add("code", running ? "OPERATION_IN_PROGRESS" : "INVALID_QUERY").add("message", "refused")));
        } else {
            id = "gid://shopify/BulkOperation/" + UUID.randomUUID();
            status = "CREATED";
            errorCode = "";
            products = catalogue;
            started++;
            answer.add("bulkOperation", SimulatedPlatform.JSON.createObjectBuilder().add("id", id)).add("userErrors", SimulatedPlatform.JSON.createArrayBuilder());
        }
        return SimulatedPlatform.JSON.createObjectBuilder().add("bulkOperationRunQuery", answer).build();
    }

    /** The operation is done, its file written. Returns its id. */
    public synchronized String complete() {
        StringBuilder lines = new StringBuilder();
        for (JsonObject product : products.get()) {
            JsonObjectBuilder parent = SimulatedPlatform.JSON.createObjectBuilder(product);
            CHILDREN.forEach(parent::remove);
            lines.append(parent.build()).append('\n');
            CHILDREN.stream().sorted().forEach(name -> product.getJsonObject(name).getJsonArray("nodes").forEach(child ->
                    lines.append(SimulatedPlatform.JSON.createObjectBuilder(child.asJsonObject()).add("__parentId", product.getString("id")).build()).append('\n')));
        }
        file = lines.toString().getBytes(StandardCharsets.UTF_8);
        products = List::of;
        status = "COMPLETED";
        return id;
    }

    /** The operation ends without a file, for that reason. */
    public synchronized void fail(String newStatus, String code) {
        status = newStatus;
        errorCode = code;
    }

    synchronized JsonObject current() {
        return SimulatedPlatform.JSON.createObjectBuilder().add("currentBulkOperation", id.isEmpty() ? JsonValue.NULL : operation()).build();
    }

    synchronized JsonObject node(String asked) {
        return SimulatedPlatform.JSON.createObjectBuilder().add("node", asked.equals(id) ? operation() : JsonValue.NULL).build();
    }

    synchronized JsonObject cancel(String asked) {
        if (asked.equals(id)) {
            status = "CANCELED";
        }
        return SimulatedPlatform.JSON.createObjectBuilder().add("bulkOperationCancel", SimulatedPlatform.JSON.createObjectBuilder().add("userErrors", SimulatedPlatform.JSON.createArrayBuilder())).build();
    }

    private JsonObject operation() {
        boolean written = status.equals("COMPLETED") && file.length > 0;
        return SimulatedPlatform.JSON.createObjectBuilder().add("id", id).add("status", status)
                .add("errorCode", errorCode.isEmpty() ? JsonValue.NULL : SimulatedPlatform.JSON.createValue(errorCode))
                .add("url", written ? SimulatedPlatform.JSON.createValue(host.get() + PATH + "file.jsonl") : JsonValue.NULL)
                .add("fileSize", written ? SimulatedPlatform.JSON.createValue(Integer.toString(file.length)) : JsonValue.NULL).build();
    }

    /** Parts by RFC 9110 section 14.2; whoever sends the shop's token here has given it away. */
    synchronized Answer file(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (exchange.getRequestHeaders().containsKey("X-Shopify-Access-Token") || range == null || !range.matches("bytes=[0-9]+-[0-9]+")) {
            return Answer.json(400, "{}");
        }
        String[] ends = range.substring("bytes=".length()).split("-");
        int from = Integer.parseInt(ends[0]);
        int to = Math.min(file.length, Integer.parseInt(ends[1]) + 1);
        return new Answer(206, Map.of("Content-Type", "application/jsonl"), Arrays.copyOfRange(file, from, to));
    }
}
