package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.platform.SignedToken;
import com.eyewearml.server.platform.TokenRefusedException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Verifies the session tokens with which the embedded admin proves who asks. */
public final class SessionTokens {
    private static final Duration LEEWAY = Duration.ofSeconds(10);

    private final String clientId;
    private final String clientSecret;
    private final Clock clock;

    /** @param clientSecret as text, prefix included */
    public SessionTokens(String clientId, String clientSecret, Clock clock) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    /**
     * Who asks, from which shop.
     *
     * @param shop   from the token, not from the query
     * @param userId of the person in that shop
     */
    public record Caller(ShopDomain shop, String userId) { }

    /** @throws TokenRefusedException where the token proves nothing */
    public Caller verify(String token) throws TokenRefusedException {
        JWTClaimsSet claims = SignedToken.verify(token, clientSecret, clientId, clock, LEEWAY);
        String issuer = host(claims.getIssuer());
        String destination = host(String.valueOf(claims.getClaim("dest")));
        if (!issuer.equals(destination)) {
            throw new TokenRefusedException("the token names two shops");
        }
        ShopDomain shop = ShopDomain.parse(destination).orElseThrow(() -> new TokenRefusedException("the token names no shop"));
        if (claims.getSubject() == null || claims.getSubject().isBlank()) {
            throw new TokenRefusedException("the token names nobody");
        }
        return new Caller(shop, claims.getSubject());
    }

    private static String host(String address) throws TokenRefusedException {
        try {
            URI uri = URI.create(String.valueOf(address));
            if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
                return uri.getHost();
            }
        } catch (IllegalArgumentException e) {
            throw new TokenRefusedException("the token names no shop");
        }
        throw new TokenRefusedException("the token names no shop");
    }
}
