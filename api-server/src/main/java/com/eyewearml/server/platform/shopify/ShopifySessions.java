package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.auth.Session;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.HostedServices;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.PlatformUser;
import com.eyewearml.server.platform.TokenRefusedException;
import com.eyewearml.server.security.Secrets;
import java.util.Optional;

/**
 * Sessions without a cookie: in Shopify's admin each request may bring a session token of Shopify's instead, which lives for a minute. Browsers that
 * keep no cookies in other sites' frames need nothing else.
 */
public final class ShopifySessions {
    private static final int CSRF_BYTES = 32;
    private final PlatformApp app;
    private final HostedServices services;

    /** Of an app's users. */
    public ShopifySessions(PlatformApp app, HostedServices services) {
        this.app = app;
        this.services = services;
    }

    /** Who a token speaks for; empty where it proves nothing, or the shop is not installed. */
    public Optional<Session> of(String token) {
        return caller(token).flatMap(caller -> services.connections().ofStore(Platform.SHOPIFY, caller.shop().name())
                .filter(connection -> connection.state() != Connection.State.UNINSTALLED)
                .map(connection -> new Session(services.users().account(connection, new PlatformUser(caller.userId(), "Staff")),
                        Optional.of(connection.shopId()), Secrets.random(CSRF_BYTES))));
    }

    private Optional<SessionTokens.Caller> caller(String token) {
        for (String secret : app.secrets()) {
            try {
                return Optional.of(new SessionTokens(app.clientId(), secret, services.clock()).verify(token));
            } catch (TokenRefusedException e) {
                // Signed with the other secret, perhaps, while one is replaced.
                continue;
            }
        }
        return Optional.empty();
    }
}
