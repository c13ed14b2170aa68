package com.eyewearml.server.catalog;

import java.util.UUID;

/**
 * A tenant.
 *
 * @param id       key of everything it owns
 * @param slug     name in addresses
 * @param name     name for people
 * @param currency ISO 4217 code of its prices
 */
public record Shop(UUID id, String slug, String name, String currency) {
}
