package com.eyewearml.server.platform;

import com.eyewearml.server.security.Secrets;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** JSON web tokens (RFC 7519) signed with HS256 by a platform that shares the app's client secret. */
public final class SignedToken {
    private SignedToken() { }

    /**
     * The claims of a token that is signed with the secret, for this app, and valid now.
     *
     * @param leeway by which the two clocks may differ
     * @throws TokenRefusedException saying which of that it is not
     */
    public static JWTClaimsSet verify(String token, String clientSecret, String clientId, Clock clock, Duration leeway)
            throws TokenRefusedException {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())) {
                throw new TokenRefusedException("the token is not signed with HS256");
            }
            // The library's own verifier refuses secrets below 256 bits, and a platform chooses its own.
            byte[] expected = Secrets.hmacSha256(clientSecret.getBytes(StandardCharsets.UTF_8), jwt.getSigningInput());
            if (!Secrets.same(expected, jwt.getSignature().decode())) {
                throw new TokenRefusedException("the token's signature is wrong");
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            requireNow(claims, clock.instant(), leeway);
            if (!claims.getAudience().equals(List.of(clientId))) {
                throw new TokenRefusedException("the token is for another app");
            }
            return claims;
        } catch (ParseException e) {
            throw new TokenRefusedException("the token is not a signed JSON web token");
        }
    }

    private static void requireNow(JWTClaimsSet claims, Instant now, Duration leeway) throws TokenRefusedException {
        Date expires = claims.getExpirationTime();
        Date begins = claims.getNotBeforeTime();
        if (expires == null || begins == null) {
            throw new TokenRefusedException("the token does not say when it is valid");
        }
        if (now.isAfter(expires.toInstant().plus(leeway))) {
            throw new TokenRefusedException("the token has expired");
        }
        if (now.isBefore(begins.toInstant().minus(leeway))) {
            throw new TokenRefusedException("the token is not valid yet");
        }
    }
}
