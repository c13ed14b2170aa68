package com.eyewearml.server.access;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Decides whether a request may reach the handler of its route. */
@FunctionalInterface
public interface Gate {
    /**
     * Returns where the request satisfies the rule of the route; may add headers to the answer, refused or not.
     *
     * @throws com.eyewearml.server.http.RequestException where it does not
     */
    void pass(Route route, ServerRequest req, ServerResponse res);
}
