package com.eyewearml.server.platform.magento;

import java.util.stream.Stream;

/**
 * Keys of an integration.
 *
 * @param consumerKey    of the integration
 * @param consumerSecret of the integration
 * @param token          request or access token; empty before there is one
 * @param tokenSecret    secret of the token; empty before there is one
 */
public record OAuthKeys(String consumerKey, String consumerSecret, String token, String tokenSecret) {
    /** @param text as {@link #text} made it */
    static OAuthKeys parse(String text) {
        String[] parts = text.split(":", -1);
        return new OAuthKeys(parts[0], parts[1], parts[2], parts[3]);
    }

    /** All four, as kept: they are letters and digits. */
    String text() {
        return String.join(":", consumerKey, consumerSecret, token, tokenSecret);
    }

    /** The same integration with another token. */
    OAuthKeys with(String newToken, String newTokenSecret) {
        return new OAuthKeys(consumerKey, consumerSecret, newToken, newTokenSecret);
    }

    /** Whether all four look like what Magento makes. */
    boolean isWellFormed() {
        return Stream.of(consumerKey, consumerSecret, token, tokenSecret).allMatch(part -> part.matches("[A-Za-z0-9]{20,64}"));
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "OAuthKeys[" + consumerKey + "]";
    }
}
