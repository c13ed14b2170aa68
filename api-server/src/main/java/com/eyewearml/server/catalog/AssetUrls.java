package com.eyewearml.server.catalog;

/** Addresses of a shop's models and pictures. */
public final class AssetUrls {
    private AssetUrls() { }

    /** Address of a GLB. */
    public static String model(Shop shop, String sha256) {
        return "/assets/shops/" + shop.slug() + "/frames/" + sha256 + ".glb";
    }

    /** Address of a PNG. */
    public static String picture(Shop shop, String sha256) {
        return "/assets/shops/" + shop.slug() + "/thumbnails/" + sha256 + ".png";
    }
}
