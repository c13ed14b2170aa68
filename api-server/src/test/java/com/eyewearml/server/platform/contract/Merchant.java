package com.eyewearml.server.platform.contract;

import java.util.UUID;

/**
 * A merchant signed in to ours.
 *
 * @param shopId  of the merchant's shop
 * @param slug    of it, as in addresses
 * @param session the cookie's secret
 * @param csrf    what forms carry
 */
public record Merchant(UUID shopId, String slug, String session, String csrf) { }
