package com.eyewearml.server.http;

import java.time.Duration;

/**
 * How slow a client may be.
 *
 * @param head           time for request line and headers, from their first byte
 * @param grace          time for a body or for taking an answer, besides that at the slowest rate
 * @param bytesPerSecond slowest rate of a body or of taking an answer
 */
public record Pace(Duration head, Duration grace, int bytesPerSecond) {
    /** A phone on a poor network keeps this; a client that means to hold the connection does not. */
    public static final Pace DEFAULT = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(20), 4096);

    long nanosFor(long bytes) {
        return grace.toNanos() + bytes * 1_000_000_000L / bytesPerSecond;
    }
}
