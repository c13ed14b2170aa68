package com.eyewearml.server.audit;

import java.util.UUID;

/**
 * Who did something.
 *
 * @param kind what it is
 * @param name account id, platform, or part of the server; no name or address of a person, which erasure would have to reach
 */
public record Actor(Kind kind, String name) {
    /** What can act. */
    public enum Kind { ACCOUNT, PLATFORM, SYSTEM }

    /** A person signed in. */
    public static Actor account(UUID id) {
        return new Actor(Kind.ACCOUNT, id.toString());
    }

    /** A shop platform, by webhook or callback. */
    public static Actor platform(String platform) {
        return new Actor(Kind.PLATFORM, platform);
    }

    /** A part of the server on its own. */
    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, part);
    }
}
