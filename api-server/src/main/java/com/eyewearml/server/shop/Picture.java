package com.eyewearml.server.shop;

/** A picture of a product; {@code alt} tells what it shows. */
public record Picture(String url, String alt) {
}
