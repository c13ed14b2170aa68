package com.eyewearml.server.http;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;

/**
 * What every request passes first: it gets its name, which the answer repeats; it is looked at for attacks; whoever watches is told
 * once it was answered.
 */
public final class FrontDoor implements Filter {
    private final ClientAddress clients;
    private final HostCheck hosts;
    private final AttackFilter attacks;
    private final List<Watcher> watchers;

    /** Learns of requests. */
    public interface Watcher {
        /** A request has come. */
        default void began(RoutingRequest req) { }

        /** The answer was sent, or the connection is lost. */
        void answered(Exchange exchange, RoutingRequest req, RoutingResponse res);
    }

    /** @param watchers are told in this order */
    public FrontDoor(ClientAddress clients, HostCheck hosts, AttackFilter attacks, List<Watcher> watchers) {
        this.clients = clients;
        this.hosts = hosts;
        this.attacks = attacks;
        this.watchers = List.copyOf(watchers);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest req, RoutingResponse res) {
        PacedConnection.requestBegins(req.headers().contains(HeaderValues.CONNECTION_CLOSE));
        Exchange exchange = new Exchange(RequestIds.of(req.headers().first(RequestIds.HEADER)), clients.of(req));
        req.context().register(exchange);
        res.header(RequestIds.HEADER, exchange.id());
        exchange.atEnd(PacedConnection::requestEnds);
        watchers.forEach(watcher -> watcher.began(req));
        watchers.forEach(watcher -> exchange.atEnd(() -> watcher.answered(exchange, req, res)));
        res.whenSent(exchange::end);
        hosts.require(req);
        attacks.require(req);
        try {
            chain.proceed();
        } finally {
            exchange.end();
        }
    }
}
