package com.eyewearml.server.http;

import com.eyewearml.server.limit.Permit;
import com.eyewearml.server.limit.Rate;
import com.eyewearml.server.limit.RateLimiter;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Bounds the requests of one address to the interface, over all servers of an installation. */
public final class RateLimit {
    private final RateLimiter limiter;
    private final Rate perAddress;

    /** @param perAddress what one client address may do */
    public RateLimit(RateLimiter limiter, Rate perAddress) {
        this.limiter = limiter;
        this.perAddress = perAddress;
    }

    /** @throws RequestException with {@code TOO_MANY_REQUESTS} */
    public void take(ServerRequest req, ServerResponse res) {
        Permit permit = limiter.take("address:" + req.remotePeer().host(), perAddress);
        if (!permit.granted()) {
            long seconds = (permit.waiting().toMillis() + 999) / 1000;
            res.header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
            throw new RequestException(ErrorCode.TOO_MANY_REQUESTS,
                    "More requests from one address than its rate allows. Try again in " + seconds + " s.");
        }
    }
}
