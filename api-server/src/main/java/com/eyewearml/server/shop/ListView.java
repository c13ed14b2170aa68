package com.eyewearml.server.shop;

import java.util.List;

/**
 * The product list.
 *
 * @param title      what is listed
 * @param unfiltered whether it is the shop's front page
 * @param kind       value of the chosen kind, empty for all
 * @param kinds      all, optical, sunglasses
 * @param shapes     any shape, then those of the catalogue
 * @param featured   frame of the opening picture
 */
public record ListView(String title, boolean unfiltered, String kind, List<Choice> kinds, List<Choice> shapes, List<Choice> sorts,
                       ProductCard featured, List<ProductCard> cards) {
}
