package com.eyewearml.server.platform.contract;

/**
 * A product of a simulated store, with one variant.
 *
 * @param id    digits
 * @param price with two decimals
 */
public record SimulatedProduct(String id, String title, String sku, String barcode, String price) {
    /** The n-th of a series. */
    public static SimulatedProduct numbered(int n) {
        return new SimulatedProduct(Integer.toString(1000 + n), "Frame " + n + " 52□18-145", "SKU-" + n, "", "129.00");
    }

    /** The same product under another title. */
    public SimulatedProduct titled(String newTitle) {
        return new SimulatedProduct(id, newTitle, sku, barcode, price);
    }
}
