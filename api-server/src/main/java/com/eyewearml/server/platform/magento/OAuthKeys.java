package com.eyewearml.server.platform.magento;

/**
 * Keys of an integration.
 *
 * @param consumerKey    of the integration
 * @param consumerSecret of the integration
 * @param token          request or access token; empty before there is one
 * @param tokenSecret    secret of the token; empty before there is one
 */
public record OAuthKeys(String consumerKey, String consumerSecret, String token, String tokenSecret) {
    /** Tells no secret. */
    @Override
    public String toString() {
        return "OAuthKeys[" + consumerKey + "]";
    }
}
