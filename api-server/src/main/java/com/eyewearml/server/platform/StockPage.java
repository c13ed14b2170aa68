package com.eyewearml.server.platform;

import java.util.List;
import java.util.Optional;

/**
 * What a store sells, by ids only.
 *
 * @param items what was read
 * @param next  cursor of the next page; empty after the last
 */
public record StockPage(List<StockItem> items, Optional<String> next) { }
