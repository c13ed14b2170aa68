package com.eyewearml.server.auth;

import java.util.Optional;
import java.util.UUID;

/**
 * A person.
 *
 * @param id          of the account
 * @param email       address, lower case; empty for somebody known only to a shop platform
 * @param displayName how others see them
 */
public record Account(UUID id, Optional<String> email, String displayName) { }
