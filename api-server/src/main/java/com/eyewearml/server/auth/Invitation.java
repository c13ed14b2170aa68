package com.eyewearml.server.auth;

import com.eyewearml.server.access.Role;
import java.time.Instant;

/**
 * Somebody invited into a shop who has not come yet.
 *
 * @param id        names the invitation; not its secret
 * @param email     address it was sent to
 * @param role      what they will be
 * @param expiresAt when the link ends
 */
public record Invitation(String id, String email, Role role, Instant expiresAt) { }
