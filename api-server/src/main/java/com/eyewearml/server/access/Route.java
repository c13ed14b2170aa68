package com.eyewearml.server.access;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;

/**
 * One address and what answers it.
 *
 * @param method       of the request
 * @param path         Helidon path pattern; {@code {shop}} is the slug of a shop
 * @param access       who may ask
 * @param maxBodyBytes of a request
 * @param handler      answers once access is granted
 */
public record Route(Method method, String path, Access access, long maxBodyBytes, Handler handler) {
    /** As much as a form of a page holds. */
    public static final long USUAL_BODY_BYTES = 64 << 10;

    /** A member's route must say of which shop. */
    public Route {
        if (access instanceof Access.Member && !path.contains("{shop}")) {
            throw new IllegalArgumentException(path + " asks for a member but names no {shop}");
        }
    }

    /** Takes bodies of the usual size. */
    public Route(Method method, String path, Access access, Handler handler) {
        this(method, path, access, USUAL_BODY_BYTES, handler);
    }
}
