package com.eyewearml.server.auth;

import java.time.Instant;

/**
 * A session as its owner sees it.
 *
 * @param id         names it; not its secret
 * @param device     browser and system; empty where a shop platform opened it
 * @param ofPlatform whether a shop platform opened it
 * @param openedAt   when it began
 * @param seenAt     when it was last used, to within five minutes
 */
public record OpenSession(String id, String device, boolean ofPlatform, Instant openedAt, Instant seenAt) { }
