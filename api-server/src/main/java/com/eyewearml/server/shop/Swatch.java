package com.eyewearml.server.shop;

/**
 * A colour to choose from.
 *
 * @param hex      colour of the frame, {@code #rrggbb}
 * @param url      the product page in this colour
 * @param selected whether the page shows it now
 */
public record Swatch(String colour, String hex, String url, boolean selected) {
}
