package com.eyewearml.server.storefront;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Origin of a web page as browsers send it (RFC 6454, section 6.2): scheme, host and a port other than the scheme's own.
 *
 * @param text lower case, {@code https://shop.example}
 */
public record PageOrigin(String text) {
    /** Longest accepted. */
    public static final int MAX_LENGTH = 300;

    /**
     * Reads what a merchant typed; a path of {@code /} is passed over.
     *
     * @throws IllegalArgumentException telling the merchant what is wrong with it
     */
    public static PageOrigin parse(String typed) {
        if (typed.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("An origin has at most " + MAX_LENGTH + " characters.");
        }
        URI uri;
        try {
            uri = new URI(typed.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"" + typed + "\" is no origin. Write it like https://shop.example.", e);
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
        if (host.isEmpty() || !bare) {
            throw new IllegalArgumentException("\"" + typed + "\" is no origin. Write scheme and host only, like https://shop.example.");
        }
        boolean local = host.equals("localhost") || host.equals("127.0.0.1");
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !(local && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw new IllegalArgumentException("\"" + typed + "\" is not secure. Shops are reached by https; http is for localhost only.");
        }
        int usual = secure ? 443 : 80;
        String port = uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return new PageOrigin((secure ? "https://" : "http://") + host + port);
    }
}
