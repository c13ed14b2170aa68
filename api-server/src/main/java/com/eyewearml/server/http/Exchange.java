package com.eyewearml.server.http;

import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request as it is told of in answers, logs, measurements and the audit trail; the request's context holds it. */
public final class Exchange {
    /** Stands for the route of requests that none takes. */
    public static final String NO_ROUTE = "none";

    private final String id;
    private final String clientAddress;
    private final long beganNanos = System.nanoTime();
    private final List<Runnable> atEnd = new CopyOnWriteArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile String route = NO_ROUTE;
    private volatile Optional<UUID> shopId = Optional.empty();
    private volatile Optional<ErrorCode> error = Optional.empty();

    /**
     * @param id            of the request
     * @param clientAddress from which it came, as numbers
     */
    Exchange(String id, String clientAddress) {
        this.id = id;
        this.clientAddress = clientAddress;
    }

    /** That of a request; empty on servers without a {@link FrontDoor}. */
    public static Optional<Exchange> of(ServerRequest request) {
        return request.context().get(Exchange.class);
    }

    /** Client of a request, as numbers. */
    public static String clientAddress(ServerRequest request) {
        return of(request).map(Exchange::clientAddress).orElseGet(() -> request.remotePeer().host());
    }

    /** Names the request in answers and logs. */
    public String id() {
        return id;
    }

    /** Client, as seen past proxies that are trusted. */
    public String clientAddress() {
        return clientAddress;
    }

    /** {@link System#nanoTime} when it began. */
    public long beganNanos() {
        return beganNanos;
    }

    /** Pattern of its route, {@code none} where no route takes it. */
    public String route() {
        return route;
    }

    /** Shop it is about, once that is known. */
    public Optional<UUID> shopId() {
        return shopId;
    }

    /** How it failed. */
    public Optional<ErrorCode> error() {
        return error;
    }

    /** Notes the pattern of its route. */
    public void routed(String pattern) {
        route = pattern;
    }

    /** Notes the shop. */
    public void about(UUID shop) {
        shopId = Optional.of(shop);
    }

    void failed(ErrorCode code) {
        error = Optional.of(code);
    }

    /** Has something done once the request is over, answered or not. */
    void atEnd(Runnable deed) {
        atEnd.add(deed);
    }

    /** Does once what is left to be done. */
    void end() {
        if (ended.compareAndSet(false, true)) {
            atEnd.forEach(Runnable::run);
        }
    }
}
