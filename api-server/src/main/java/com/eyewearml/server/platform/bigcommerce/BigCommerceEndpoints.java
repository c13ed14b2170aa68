package com.eyewearml.server.platform.bigcommerce;

import java.net.URI;

/**
 * Where BigCommerce is.
 *
 * @param login where codes are exchanged
 * @param api   root of the stores' interface
 */
public record BigCommerceEndpoints(URI login, URI api) {
    /** The real one. */
    public static final BigCommerceEndpoints OFFICIAL =
            new BigCommerceEndpoints(URI.create("https://login.bigcommerce.com"), URI.create("https://api.bigcommerce.com"));
}
