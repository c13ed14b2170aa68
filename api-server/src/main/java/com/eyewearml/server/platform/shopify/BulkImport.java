package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.outbound.OutboundResponse;
import com.eyewearml.server.platform.CataloguePage;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.ReconnectException;
import com.eyewearml.server.platform.StoreApi;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Large catalogues by Shopify's bulk operations: the shop writes a file in its own time, which is then read in parts of bounded size. A
 * part that was kept is not read again, whoever goes on.
 */
final class BulkImport {
    private static final Set<String> UNDER_WAY = Set.of("CREATED", "RUNNING", "CANCELING");
    /** Should the webhook that tells of the end be lost. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final long PART_BYTES = 512 << 10;
    private static final long LARGEST_PART_BYTES = 8 << 20;
    private final Queries queries;
    private final StoreApi api;

    /** Runs queries of the interface. */
    interface Queries {
        JsonObject run(Connection connection, String query, JsonObject variables);
    }

    /** Files are fetched from where the shop says, without our token. */
    BulkImport(Queries queries, StoreApi api) {
        this.queries = queries;
        this.api = api;
    }

    /** Starts an operation, or finds the one that was started before and not noted; empty where the shop runs none now. */
    Optional<BulkCursor> start(Connection connection) {
        JsonObject answer = queries.run(connection, "StartBulk",
                Json.createObjectBuilder().add("query", ShopifyGraphql.text("BulkProducts")).build()).getJsonObject("bulkOperationRunQuery");
        if (answer.get("bulkOperation") instanceof JsonObject operation) {
            return Optional.of(BulkCursor.started(operation.getString("id")));
        }
        boolean running = answer.getJsonArray("userErrors").getValuesAs(JsonObject.class).stream()
                .anyMatch(error -> error.getString("code", "").equals("OPERATION_IN_PROGRESS"));
        return running ? running(connection) : Optional.empty();
    }

    private Optional<BulkCursor> running(Connection connection) {
        JsonValue current = queries.run(connection, "CurrentBulk", JsonValue.EMPTY_JSON_OBJECT).get("currentBulkOperation");
        return current instanceof JsonObject operation && UNDER_WAY.contains(operation.getString("status"))
                ? Optional.of(BulkCursor.started(operation.getString("id"))) : Optional.empty();
    }

    /**
     * What an operation brings next.
     *
     * @return empty where it failed, so that the catalogue must be read in another way
     * @throws RetryLaterException while the shop works on it
     * @throws ReconnectException  where we may not read what it asks for
     */
    Optional<CataloguePage> next(Connection connection, BulkCursor cursor) {
        JsonObject data = queries.run(connection, "Bulk", Json.createObjectBuilder().add("id", cursor.operationId()).build());
        if (!(data.get("node") instanceof JsonObject operation)) {
            return Optional.empty();
        }
        String status = operation.getString("status");
        if (UNDER_WAY.contains(status)) {
            throw RetryLaterException.asked("Shopify is preparing the catalogue.", LOOK_AGAIN);
        }
        if (operation.getString("errorCode", "").equals("ACCESS_DENIED")) {
            throw new ReconnectException(connection, "EyewearML may not read the shop's products.");
        }
        if (!status.equals("COMPLETED")) {
            return Optional.empty();
        }
        return operation.get("url") instanceof JsonString url
                ? part(connection, URI.create(url.getString()), size(operation), cursor.at(Math.max(0, cursor.offset())))
                // There was nothing to write.
                : Optional.of(new CataloguePage(List.of(), Optional.empty(), OptionalLong.empty()));
    }

    private static long size(JsonObject operation) {
        JsonValue size = operation.get("fileSize");
        return size instanceof JsonNumber number ? number.longValue() : Long.parseLong(((JsonString) size).getString());
    }

    /** One product more than a part's worth of bytes makes the part larger, within bounds. */
    private Optional<CataloguePage> part(Connection connection, URI file, long size, BulkCursor cursor) {
        for (long bytes = PART_BYTES; bytes <= LARGEST_PART_BYTES; bytes *= 2) {
            long end = Math.min(size, cursor.offset() + bytes);
            Optional<byte[]> part = bytes(connection, file, cursor.offset(), end);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            BulkLines lines = BulkLines.read(part.get(), end == size);
            if (lines.length() > 0) {
                long offset = cursor.offset() + lines.length();
                return Optional.of(new CataloguePage(lines.products(), offset < size ? Optional.of(cursor.at(offset).toString()) : Optional.empty(),
                        OptionalLong.empty()));
            }
        }
        return Optional.empty();
    }

    /** Empty where the file is not given, or not in parts. It is where the shop says, which knows nothing of our access. */
    private Optional<byte[]> bytes(Connection connection, URI file, long begin, long end) {
        try {
            OutboundResponse response = api.send(connection, "GET", file, Map.of("Range", "bytes=" + begin + "-" + (end - 1)), Optional.empty());
            return response.status() == 206 && response.body().length == end - begin ? Optional.of(response.body()) : Optional.empty();
        } catch (ReconnectException e) {
            return Optional.empty();
        }
    }

    void cancel(Connection connection, BulkCursor cursor) {
        queries.run(connection, "CancelBulk", Json.createObjectBuilder().add("id", cursor.operationId()).build());
    }
}
