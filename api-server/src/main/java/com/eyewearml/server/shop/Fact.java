package com.eyewearml.server.shop;

/** A line of the details on a product page. */
public record Fact(String label, String value) {
}
