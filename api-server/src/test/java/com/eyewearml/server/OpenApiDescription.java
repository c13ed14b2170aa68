package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** The published description, to hold answers against. */
final class OpenApiDescription {
    private static final String RESOURCE = "com/eyewearml/server/storefront/openapi.json";

    private final String text;
    private final JsonObject root;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31());

    private OpenApiDescription(String text) {
        this.text = text;
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            this.root = reader.readObject();
        }
    }

    static OpenApiDescription published() {
        try (InputStream in = OpenApiDescription.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            return new OpenApiDescription(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    /** Methods and path patterns, {@code GET /v1/products/{sku}}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        JsonObject paths = root.getJsonObject("paths");
        paths.forEach((path, methods) -> methods.asJsonObject().keySet().forEach(method -> operations.add(method.toUpperCase() + " " + path)));
        return operations;
    }

    /** Requires that the description has the path, the status, the media type, and a schema that the body satisfies. */
    void check(String method, String address, int status, String contentType, String body) {
        String path = address.replaceAll("\\?.*", "").replaceAll("^/v1/products/[^/]+$", "/v1/products/{sku}");
        String operation = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method;
        String pointer = operation + "/responses/" + status;
        assertTrue(has(pointer), address + " answered " + status + ", which the description does not have");
        JsonObject response = root.getValue(pointer).asJsonObject();
        if (response.containsKey("$ref")) {
            pointer = response.getString("$ref").substring(1);
            response = root.getValue(pointer).asJsonObject();
        }
        if (!response.containsKey("content")) {
            assertEquals("", body, address);
            return;
        }
        Set<String> types = response.getJsonObject("content").keySet();
        assertTrue(types.contains(contentType), address + " answered " + contentType + ", expected one of " + types);
        Schema schema = schemas.getSchema(SchemaLocation.of("classpath:" + RESOURCE + "#" + pointer + "/content/"
                + contentType.replace("/", "~1") + "/schema"));
        assertEquals("[]", schema.validate(body, InputFormat.JSON).toString(), address + ": " + body);
    }

    private boolean has(String pointer) {
        return Json.createPointer(pointer).containsValue(root);
    }
}
