package com.eyewearml.server;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Gate;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.auth.Guard;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.http.BodyLimit;
import com.eyewearml.server.http.Exchange;
import com.eyewearml.server.http.RateLimit;
import com.eyewearml.server.ops.OperatorCheck;
import com.eyewearml.server.storefront.StorefrontGuard;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/**
 * The rules of all routes.
 *
 * @param storefronts knows public keys
 * @param members     knows who is signed in, and what they are in which shop
 * @param operator    knows who runs the server
 * @param rates       of requests, by address and by shop
 * @param bodies      bounds what requests bring
 */
record ServerGate(StorefrontGuard storefronts, Guard members, OperatorCheck operator, RateLimit rates, BodyLimit bodies) implements Gate {
    @Override
    public void pass(Route route, ServerRequest req, ServerResponse res) {
        Optional<Exchange> exchange = Exchange.of(req);
        exchange.ifPresent(present -> present.routed(route.path()));
        bodies.require(req, res, route.maxBodyBytes());
        if (isLimited(route)) {
            rates.takeForAddress(req, res);
        }
        switch (route.access()) {
            case Access.Open open -> { }
            // The handler verifies the signature itself, before anything else.
            case Access.Signed signed -> { }
            case Access.Operator whoeverRunsTheServer -> operator.require(req);
            case Access.Storefront page -> {
                Shop shop = storefronts.require(req, res).shop();
                exchange.ifPresent(present -> present.about(shop.id()));
                rates.takeForShop(shop.id(), res);
            }
            case Access.SignedIn anybody -> members.requireSession(req);
            case Access.Member member -> {
                Shop shop = members.requireMember(req, member).shop();
                exchange.ifPresent(present -> present.about(shop.id()));
            }
        }
    }

    /** Pages and files for everybody cost little; platforms sign what they send and send it in bursts. */
    private static boolean isLimited(Route route) {
        return switch (route.access()) {
            case Access.Open open -> route.path().startsWith("/api/");
            case Access.Signed signed -> false;
            case Access.Operator whoeverRunsTheServer -> false;
            case Access.Storefront page -> true;
            case Access.SignedIn anybody -> true;
            case Access.Member member -> true;
        };
    }
}
