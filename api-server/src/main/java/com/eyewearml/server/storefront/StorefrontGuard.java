package com.eyewearml.server.storefront;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/**
 * Lets pages of a shop's own sites ask, and no others. As a handler ahead of the routes it speaks the protocol by which browsers let
 * a page read another site's answers (CORS, Fetch standard section 3.2); {@link #require} is the rule itself.
 *
 * <p>A preflight does not carry the header with the key, so one without a key in its address is granted to every page: it gives
 * nothing away, and the request after it is judged by its key.
 */
public final class StorefrontGuard implements Handler {
    /** Header that carries the public key; the query parameter {@code key} does too and spares browsers the preflight. */
    public static final HeaderName KEY_HEADER = HeaderNames.create("X-Eyewear-Key");
    private static final String KEY_PARAMETER = "key";
    private static final String PREFLIGHT_SECONDS = "7200";

    private final ApiKeys keys;

    /** Looks keys up there. */
    public StorefrontGuard(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public void handle(ServerRequest req, ServerResponse res) {
        res.headers().add(HeaderValues.create(HeaderNames.VARY, "Origin"));
        Optional<String> origin = req.headers().first(HeaderNames.ORIGIN);
        Optional<String> text = presented(req);
        Optional<ApiKey> key = text.flatMap(keys::find);
        key.ifPresent(req.context()::register);
        boolean preflight = req.prologue().method().equals(Method.OPTIONS)
                && req.headers().contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD) && origin.isPresent();
        if (preflight && text.isEmpty()) {
            grant(res, origin.get());
        } else if (origin.isPresent() && key.filter(found -> found.origins().contains(origin.get())).isPresent()) {
            grant(res, origin.get());
        } else if (preflight) {
            throw refused(origin.get());
        }
        if (preflight) {
            res.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD");
            res.header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, KEY_HEADER.defaultCase() + ", If-None-Match");
            res.header(HeaderNames.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
            res.status(Status.NO_CONTENT_204).send();
        } else {
            res.next();
        }
    }

    private static void grant(ServerResponse res, String origin) {
        res.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        res.header(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Retry-After");
    }

    /**
     * Requires a public key, which {@link #handle} has put into the context, from a page of one of its origins.
     *
     * @throws RequestException with {@code KEY_UNKNOWN} or {@code ORIGIN_NOT_ALLOWED}
     */
    public void require(ServerRequest req) {
        ApiKey key = req.context().get(ApiKey.class).orElseThrow(() -> new RequestException(ErrorCode.KEY_UNKNOWN,
                "Send a public key of the shop, in the header " + KEY_HEADER.defaultCase() + " or as ?key=. It may have been revoked."));
        String origin = req.headers().first(HeaderNames.ORIGIN).orElse("");
        if (!key.origins().contains(origin)) {
            throw refused(origin);
        }
    }

    private static Optional<String> presented(ServerRequest req) {
        return req.headers().first(KEY_HEADER).or(() -> req.query().first(KEY_PARAMETER).asOptional());
    }

    private static RequestException refused(String origin) {
        return new RequestException(ErrorCode.ORIGIN_NOT_ALLOWED, (origin.isEmpty() ? "The request names no Origin." :
                "The key is not for pages of " + shortened(origin) + ".") + " The shop's settings list the sites that may use it.");
    }

    private static String shortened(String origin) {
        return origin.length() <= PageOrigin.MAX_LENGTH ? origin : origin.substring(0, PageOrigin.MAX_LENGTH) + "…";
    }
}
