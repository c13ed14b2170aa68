package com.eyewearml.server.platform;

import com.eyewearml.server.auth.Guard;
import com.eyewearml.server.auth.SessionKey;
import com.eyewearml.server.auth.Sessions;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerResponse;

/** Lets a page stand in the admin of one store of a platform, and in no other site. */
public final class EmbeddingPolicy {
    private static final String BIGCOMMERCE = "https://*.mybigcommerce.com https://*.bigcommerce.com";

    private EmbeddingPolicy() { }

    /** Who may frame pages about that store: the value of {@code frame-ancestors}. */
    public static String ancestors(Platform platform, String store) {
        return switch (platform) {
            case SHOPIFY -> "https://" + store + " https://admin.shopify.com";
            case BIGCOMMERCE -> BIGCOMMERCE;
            case WOOCOMMERCE, MAGENTO -> "'none'";
        };
    }

    /** Replaces the policy of an answer by one for pages of that store that load nothing from elsewhere. */
    public static void apply(ServerResponse res, Platform platform, String store) {
        apply(res, ancestors(platform, store), "'self'");
    }

    /**
     * Replaces the policy of an answer.
     *
     * @param ancestors who may frame it
     * @param scripts   where its scripts come from
     */
    public static void apply(ServerResponse res, String ancestors, String scripts) {
        apply(res, ancestors, scripts, "'self' data:");
    }

    /**
     * The policy of an admin's pages: pictures of products lie where the shop has them, the viewer of frames is WebAssembly.
     *
     * @param ancestors who may frame it
     * @param appBridge whether Shopify's script is in the page
     */
    public static void applyAdmin(ServerResponse res, String ancestors, boolean appBridge) {
        apply(res, ancestors, "'self' 'wasm-unsafe-eval'" + (appBridge ? " https://cdn.shopify.com" : ""),
                "'self' data: blob: https:; connect-src 'self' blob:");
    }

    private static void apply(ServerResponse res, String ancestors, String scripts, String images) {
        Header policy = HeaderValues.create("Content-Security-Policy", "default-src 'self'; script-src " + scripts
                + "; img-src " + images + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors " + ancestors);
        res.header(policy);
        res.header(HeaderValues.create("Cross-Origin-Opener-Policy", "unsafe-none"));
        res.header(HeaderNames.create("Referrer-Policy"), "no-referrer");
        res.header(HeaderNames.CACHE_CONTROL, "no-store");
    }

    /** The cookie of a session whose pages stand in another site's frame: kept apart for each such site. */
    public static void addSession(ServerResponse res, SessionKey key) {
        String cookie = SetCookie.builder(Guard.SESSION_COOKIE, key.secret()).path("/").secure(true).httpOnly(true)
                .sameSite(SetCookie.SameSite.NONE).maxAge(Sessions.EMBEDDED_LIFETIME).build().text();
        res.headers().add(HeaderValues.create(HeaderNames.SET_COOKIE, cookie + "; Partitioned"));
    }
}
