package com.eyewearml.server.limit;

/**
 * How often something may be done.
 *
 * @param burst     at once, after a rest
 * @param perSecond in the long run
 */
public record Rate(int burst, double perSecond) {
    /** Positive both. */
    public Rate {
        if (burst < 1 || !(perSecond > 0)) {
            throw new IllegalArgumentException("a rate of " + burst + " at once and " + perSecond + " a second lets nothing through");
        }
    }
}
