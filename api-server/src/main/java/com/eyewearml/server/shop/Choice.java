package com.eyewearml.server.shop;

/**
 * One value of a filter or order of the product list.
 *
 * @param value as in the query; empty for any
 * @param label for the shopper
 * @param url   the list with this value and all others as they are
 */
public record Choice(String value, String label, String url, boolean selected) {
}
