package com.eyewearml.server.admin;

import com.eyewearml.server.access.Route;
import java.util.List;

/**
 * Which platforms an installation serves.
 *
 * @param shopify     whether it has an app on Shopify
 * @param bigCommerce whether it has an app on BigCommerce
 * @param wooCommerce whether stores of WooCommerce can be connected
 * @param magento     whether stores of Magento can be connected
 */
public record Connectable(boolean shopify, boolean bigCommerce, boolean wooCommerce, boolean magento) {
    /** As the addresses of an installation tell. */
    public static Connectable by(List<Route> routes) {
        return new Connectable(has(routes, "/shopify"), has(routes, "/bigcommerce/load"), has(routes, "/admin/{shop}/connections/woocommerce"),
                has(routes, "/admin/{shop}/connections/magento"));
    }

    private static boolean has(List<Route> routes, String path) {
        return routes.stream().anyMatch(route -> route.path().equals(path));
    }

    /** Whether there is any. */
    public boolean any() {
        return shopify || bigCommerce || wooCommerce || magento;
    }
}
