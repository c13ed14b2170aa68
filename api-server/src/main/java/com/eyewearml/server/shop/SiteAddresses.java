package com.eyewearml.server.shop;

import com.eyewearml.server.assets.StaticBundle;

/**
 * The addresses behind the pages of one shop.
 *
 * @param pages    style sheets, scripts and drawings of the pages
 * @param widgets  the try-on dialog
 * @param engine   the browser engine
 * @param shopSlug the shop
 */
public record SiteAddresses(StaticBundle pages, StaticBundle widgets, StaticBundle engine, String shopSlug) implements Site {
    @Override
    public String shopFile(String name) {
        return pages.url(name);
    }

    @Override
    public String widgetFile(String name) {
        return widgets.url(name);
    }

    @Override
    public String engineUrl() {
        return engine.url("eyewearml.js");
    }

    @Override
    public String catalogueUrl() {
        return "/api/v1/shops/" + shopSlug + "/frames";
    }
}
