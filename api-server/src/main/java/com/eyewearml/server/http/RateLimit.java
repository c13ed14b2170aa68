package com.eyewearml.server.http;

import com.eyewearml.server.cache.SharedCache;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;

/** Bounds the requests of one address to the interface, over all servers of an installation. Lets everybody in while Redis is away. */
public final class RateLimit implements Handler {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final SharedCache cache;
    private final long requestsPerMinute;

    /** @param requestsPerMinute allowed to one client address */
    public RateLimit(SharedCache cache, long requestsPerMinute) {
        this.cache = cache;
        this.requestsPerMinute = requestsPerMinute;
    }

    @Override
    public void handle(ServerRequest req, ServerResponse res) {
        long count = cache.count("requests:" + req.remotePeer().host(), WINDOW).orElse(0L);
        if (count > requestsPerMinute) {
            throw new RequestException(ErrorCode.TOO_MANY_REQUESTS,
                    "More than " + requestsPerMinute + " requests a minute from one address. Wait a minute.");
        }
        res.next();
    }
}
