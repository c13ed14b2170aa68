package com.eyewearml.server.platform;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Some products of a store.
 *
 * @param products what was read
 * @param next     cursor of the next page; empty after the last
 * @param total    products the store has, where it tells
 */
public record CataloguePage(List<PlatformProduct> products, Optional<String> next, OptionalLong total) { }
