package com.eyewearml.server.platform;

/**
 * A picture of a product.
 *
 * @param url     where the store keeps it
 * @param altText what it shows; may be empty
 */
public record PlatformImage(String url, String altText) { }
