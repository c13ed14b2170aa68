package com.eyewearml.server.signin;

import com.eyewearml.server.auth.Guard;
import com.eyewearml.server.auth.SessionKey;
import com.eyewearml.server.auth.Sessions;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Optional;

/** The cookie of somebody who signed in here, not in a platform's frame. */
final class SessionCookie {
    private SessionCookie() { }

    static void set(ServerResponse res, SessionKey key) {
        res.headers().addCookie(cookie(key.secret(), Sessions.LIFETIME));
    }

    static void clear(ServerResponse res) {
        res.headers().addCookie(cookie("", Duration.ZERO));
    }

    /** The secret it holds. */
    static Optional<String> read(ServerRequest req) {
        return req.headers().cookies().first(Guard.SESSION_COOKIE).asOptional();
    }

    private static SetCookie cookie(String value, Duration maxAge) {
        return SetCookie.builder(Guard.SESSION_COOKIE, value).path("/").secure(true).httpOnly(true)
                .sameSite(SetCookie.SameSite.LAX).maxAge(maxAge).build();
    }
}
