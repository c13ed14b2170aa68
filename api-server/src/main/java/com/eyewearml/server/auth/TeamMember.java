package com.eyewearml.server.auth;

import com.eyewearml.server.access.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * A member of a shop as colleagues see them.
 *
 * @param accountId   who
 * @param displayName how they call themselves
 * @param email       address; empty for somebody known only to a shop platform
 * @param role        what they are in the shop
 * @param since       when they came
 */
public record TeamMember(UUID accountId, String displayName, String email, Role role, Instant since) { }
