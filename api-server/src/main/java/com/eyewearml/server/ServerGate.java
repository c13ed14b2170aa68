package com.eyewearml.server;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Gate;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Guard;
import com.eyewearml.server.http.BodyLimit;
import com.eyewearml.server.http.RateLimit;
import com.eyewearml.server.ops.OperatorCheck;
import com.eyewearml.server.storefront.StorefrontGuard;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * The rules of all routes.
 *
 * @param storefronts knows public keys
 * @param members     knows who is signed in, and what they are in which shop
 * @param operator    knows who runs the server
 * @param limit       of requests to the interface for programs
 * @param bodies      bounds what requests bring
 */
record ServerGate(StorefrontGuard storefronts, Guard members, OperatorCheck operator, RateLimit limit, BodyLimit bodies) implements Gate {
    @Override
    public void pass(Route route, ServerRequest req, ServerResponse res) {
        bodies.require(req, res, route.maxBodyBytes());
        if (route.path().startsWith("/api/")) {
            limit.take(req, res);
        }
        switch (route.access()) {
            case Access.Open open -> { }
            // The handler verifies the signature itself, before anything else.
            case Access.Signed signed -> { }
            case Access.Operator whoeverRunsTheServer -> operator.require(req);
            case Access.Storefront page -> storefronts.require(req, res);
            case Access.SignedIn anybody -> members.requireSession(req);
            case Access.Member member -> members.requireMember(req, member);
        }
    }
}
