package com.eyewearml.server.signin;

import com.eyewearml.server.access.Role;

/**
 * A shop that somebody belongs to.
 *
 * @param slug name in addresses
 * @param name name for people
 * @param role theirs there
 */
public record MemberShop(String slug, String name, Role role) { }
