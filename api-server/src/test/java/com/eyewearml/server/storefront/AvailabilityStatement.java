package com.eyewearml.server.storefront;

import java.nio.charset.StandardCharsets;

/** The statement behind availability, for others to run. */
public final class AvailabilityStatement {
    /** Its one parameter is the array of codes. */
    public static final String TEXT = new String(Resources.bytes("availability.sql"), StandardCharsets.UTF_8);

    private AvailabilityStatement() { }
}
