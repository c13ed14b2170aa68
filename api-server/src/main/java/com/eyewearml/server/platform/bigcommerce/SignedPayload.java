package com.eyewearml.server.platform.bigcommerce;

import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.PlatformUser;
import com.eyewearml.server.platform.SignedToken;
import com.eyewearml.server.platform.TokenRefusedException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * What a signed callback of BigCommerce says ({@code signed_payload_jwt}).
 *
 * @param storeHash of the store
 * @param user      who opened the app, or is removed
 * @param ownerId   of the store's owner
 */
record SignedPayload(String storeHash, PlatformUser user, String ownerId) {
    private static final Duration LEEWAY = Duration.ofSeconds(10);
    private static final String CONTEXT = "stores/[a-z0-9]{1,40}";

    /** @throws TokenRefusedException where it proves nothing */
    static SignedPayload verify(String token, PlatformApp app, Clock clock) throws TokenRefusedException {
        JWTClaimsSet claims = claims(token, app, clock);
        if (!"bc".equals(claims.getIssuer())) {
            throw new TokenRefusedException("the token was not issued by BigCommerce");
        }
        try {
            String url = claims.getStringClaim("url");
            // "//" and "\" begin another host's address in browsers.
            if (url != null && !url.isEmpty() && (!url.startsWith("/") || url.startsWith("//") || url.contains("\\"))) {
                throw new TokenRefusedException("the token's address is not a path");
            }
            Map<String, Object> user = claims.getJSONObjectClaim("user");
            Map<String, Object> owner = claims.getJSONObjectClaim("owner");
            if (user == null || owner == null || user.get("id") == null || owner.get("id") == null) {
                throw new TokenRefusedException("the token names nobody");
            }
            return new SignedPayload(storeHash(claims.getSubject()), new PlatformUser(user.get("id").toString(), "Staff"),
                    owner.get("id").toString());
        } catch (ParseException e) {
            throw new TokenRefusedException("the token's claims are not of their types");
        }
    }

    private static JWTClaimsSet claims(String token, PlatformApp app, Clock clock) throws TokenRefusedException {
        try {
            return SignedToken.verify(token, app.secret(), app.clientId(), clock, LEEWAY);
        } catch (TokenRefusedException refused) {
            if (app.secrets().size() == 1) {
                throw refused;
            }
            return SignedToken.verify(token, app.secrets().getLast(), app.clientId(), clock, LEEWAY);
        }
    }

    /** The hash in {@code stores/{hash}}. */
    static String storeHash(String context) throws TokenRefusedException {
        if (context == null || !context.matches(CONTEXT)) {
            throw new TokenRefusedException("the token names no store");
        }
        return context.substring(context.indexOf('/') + 1);
    }

    boolean isOfOwner() {
        return user.id().equals(ownerId);
    }
}
