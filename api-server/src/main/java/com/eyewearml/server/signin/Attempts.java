package com.eyewearml.server.signin;

import com.eyewearml.server.auth.Accounts;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.Exchange;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.limit.Permit;
import com.eyewearml.server.limit.Rate;
import com.eyewearml.server.limit.RateLimiter;
import com.eyewearml.server.security.Secrets;
import io.helidon.webserver.http.ServerRequest;
import java.util.HexFormat;

/** How often somebody may try to sign in, or have a message sent. The same for addresses that have an account and those that have none. */
final class Attempts {
    private static final Rate PASSWORDS_FROM_ONE_PLACE = new Rate(30, 0.1);
    private static final Rate PASSWORDS_FOR_ONE_ADDRESS = new Rate(10, 1 / 60.0);
    private static final Rate MESSAGES_FROM_ONE_PLACE = new Rate(20, 1 / 60.0);
    private static final Rate MESSAGES_TO_ONE_ADDRESS = new Rate(4, 1 / 300.0);
    private final RateLimiter limiter;

    Attempts(RateLimiter limiter) {
        this.limiter = limiter;
    }

    /** @throws RequestException with {@code TOO_MANY_REQUESTS} */
    void requirePassword(ServerRequest req, String email) {
        require("sign-in-from:" + Exchange.clientAddress(req), PASSWORDS_FROM_ONE_PLACE);
        require("sign-in-as:" + hash(email), PASSWORDS_FOR_ONE_ADDRESS);
    }

    /** @throws RequestException with {@code TOO_MANY_REQUESTS} */
    void requireMessage(ServerRequest req, String email) {
        require("mail-from:" + Exchange.clientAddress(req), MESSAGES_FROM_ONE_PLACE);
        require("mail-to:" + hash(email), MESSAGES_TO_ONE_ADDRESS);
    }

    /** Tries without an address: links and passkeys. */
    void requireTry(ServerRequest req) {
        require("sign-in-from:" + Exchange.clientAddress(req), PASSWORDS_FROM_ONE_PLACE);
    }

    private void require(String key, Rate rate) {
        Permit permit = limiter.take(key, rate);
        if (!permit.granted()) {
            long seconds = (permit.waiting().toMillis() + 999) / 1000;
            throw new RequestException(ErrorCode.TOO_MANY_REQUESTS, "Too many attempts. Try again in "
                    + (seconds < 120 ? seconds + " seconds." : (seconds + 59) / 60 + " minutes."));
        }
    }

    private static String hash(String email) {
        return HexFormat.of().formatHex(Secrets.sha256(Accounts.normalised(email)));
    }
}
