package com.eyewearml.server.storefront;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/**
 * Lets pages of a shop's own sites ask, and no others. Speaks the protocol by which browsers let a page read another site's answers
 * (CORS, Fetch standard section 3.2).
 */
public final class StorefrontGuard {
    /** Header that carries the public key; the query parameter {@code key} does too and spares browsers the preflight. */
    public static final HeaderName KEY_HEADER = HeaderNames.create("X-Eyewear-Key");
    private static final String KEY_PARAMETER = "key";
    private static final String PREFLIGHT_SECONDS = "7200";
    private static final String EXPOSED = "ETag, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id";

    private final ApiKeys keys;

    /** Looks keys up there. */
    public StorefrontGuard(ApiKeys keys) {
        this.keys = keys;
    }

    /**
     * Requires a public key, from a page of one of its origins, which may then read the answer. The context then holds the key.
     *
     * @throws RequestException with {@code KEY_UNKNOWN} or {@code ORIGIN_NOT_ALLOWED}
     */
    public ApiKey require(ServerRequest req, ServerResponse res) {
        res.headers().add(HeaderValues.create(HeaderNames.VARY, "Origin"));
        ApiKey key = presented(req).flatMap(keys::find).orElseThrow(() -> new RequestException(ErrorCode.KEY_UNKNOWN,
                "Send a public key of the shop, in the header " + KEY_HEADER.defaultCase() + " or as ?key=. It may have been revoked."));
        String origin = req.headers().first(HeaderNames.ORIGIN).orElse("");
        if (!key.origins().contains(origin)) {
            throw refused(origin);
        }
        grant(res, origin);
        req.context().register(key);
        return key;
    }

    /** Preflights of those routes which are for storefronts. */
    public List<Route> preflights(List<Route> routes) {
        Access open = new Access.Open("what browsers ask before the request itself, which is judged by its key");
        return routes.stream().filter(route -> route.access() instanceof Access.Storefront).map(Route::path).distinct()
                .map(path -> new Route(Method.OPTIONS, path, open, this::preflight)).toList();
    }

    /** A preflight does not carry the header with the key: one without a key in its address is granted to every page. */
    private void preflight(ServerRequest req, ServerResponse res) {
        res.headers().add(HeaderValues.create(HeaderNames.VARY, "Origin"));
        String origin = req.headers().first(HeaderNames.ORIGIN).filter(present ->
                req.headers().contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD)).orElseThrow(() -> new RequestException(
                        ErrorCode.BAD_REQUEST, "A preflight names its Origin and Access-Control-Request-Method."));
        Optional<String> text = presented(req);
        if (text.isPresent() && text.flatMap(keys::find).filter(key -> key.origins().contains(origin)).isEmpty()) {
            throw refused(origin);
        }
        grant(res, origin);
        res.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD");
        res.header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, KEY_HEADER.defaultCase() + ", If-None-Match");
        res.header(HeaderNames.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
        res.status(Status.NO_CONTENT_204).send();
    }

    private static void grant(ServerResponse res, String origin) {
        res.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        res.header(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
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
