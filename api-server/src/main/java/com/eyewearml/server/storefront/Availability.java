package com.eyewearml.server.storefront;

import com.eyewearml.frame.FrameDimensions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.DSLContext;

/** Tells which products have a frame to try on, in one statement. */
final class Availability {
    private static final String SQL = new String(Resources.bytes("availability.sql"), StandardCharsets.UTF_8);

    /** A code that has a frame; {@code sku} is the frame's own. */
    record Found(String code, String sku, String modelSha256, String colour, boolean sun, String frame, String name, FrameDimensions size) { }

    private Availability() { }

    /** Those of the codes that have a frame, each once, for the shop whose transaction it is. */
    static List<Found> of(DSLContext transaction, List<String> codes) {
        return transaction.resultQuery(SQL, (Object) codes.toArray(String[]::new)).fetch(row -> new Found(
                row.get(0, String.class), row.get(1, String.class), row.get(2, String.class), row.get(3, String.class),
                row.get(4, Boolean.class), row.get(5, String.class), row.get(6, String.class),
                new FrameDimensions(row.get(7, Double.class), row.get(8, Double.class), row.get(9, Double.class),
                        row.get(10, Double.class), row.get(11, Double.class), row.get(12, Double.class), row.get(13, Double.class))));
    }
}
