package com.eyewearml.server.admin;

import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How far an import is.
 *
 * @param state   of its job: {@code WAITING}, {@code RUNNING}, {@code DONE}, {@code FAILED}, {@code CANCELLED}
 * @param done    products read
 * @param total   products there are, where the platform says so
 * @param error   what went wrong last; empty where nothing did
 * @param askedAt when it was asked for
 */
public record ImportProgress(String state, long done, OptionalLong total, String error, Instant askedAt) {
    /** Whether it has not come to an end. */
    public boolean unfinished() {
        return state.equals("WAITING") || state.equals("RUNNING");
    }

    /** Whether it gave up. */
    public boolean failed() {
        return state.equals("FAILED");
    }

    /** In words. */
    public String text() {
        if (done == 0 && unfinished()) {
            return error.isEmpty() ? "Waiting for the store …" : "Waiting to try again: " + error;
        }
        String count = String.format(Locale.ENGLISH, "%,d", done);
        return total.isPresent() ? count + String.format(Locale.ENGLISH, " of %,d products", total.getAsLong()) : count + " products";
    }
}
