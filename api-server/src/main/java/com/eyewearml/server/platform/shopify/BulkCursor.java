package com.eyewearml.server.platform.shopify;

import java.util.Optional;

/**
 * Where an import of a large catalogue is: an operation that the shop works on, then a place in the file it made.
 *
 * @param operationId of the bulk operation
 * @param offset      first byte of the file that was not read; negative while there is no file yet
 */
record BulkCursor(String operationId, long offset) {
    private static final String PREFIX = "bulk:";

    /** The operation was started. */
    static BulkCursor started(String operationId) {
        return new BulkCursor(operationId, -1);
    }

    /** Empty for cursors of pages. */
    static Optional<BulkCursor> parse(String cursor) {
        if (!cursor.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String[] parts = cursor.split(":", 3);
        return Optional.of(new BulkCursor(parts[2], Long.parseLong(parts[1])));
    }

    /** The same file, read further. */
    BulkCursor at(long newOffset) {
        return new BulkCursor(operationId, newOffset);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return PREFIX + offset + ":" + operationId;
    }
}
