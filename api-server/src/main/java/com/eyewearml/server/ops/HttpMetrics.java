package com.eyewearml.server.ops;

import com.eyewearml.server.http.Exchange;
import com.eyewearml.server.http.FrontDoor;
import io.helidon.http.Method;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Times requests by route, method and status; what comes with a request names no meter, so their number is bounded. */
final class HttpMetrics implements FrontDoor.Watcher {
    private static final Duration[] BUCKETS = {Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100),
        Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(10)};

    private record Kind(String route, String method, int status) { }

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    HttpMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(Exchange exchange, RoutingRequest req, RoutingResponse res) {
        Method method = req.prologue().method();
        boolean known = !exchange.route().equals(Exchange.NO_ROUTE);
        timers.computeIfAbsent(new Kind(exchange.route(), known ? method.text() : "any", res.status().code()), this::timer)
                .record(System.nanoTime() - exchange.beganNanos(), TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests").description("Requests answered")
                .tags("route", kind.route(), "method", kind.method(), "status", Integer.toString(kind.status()))
                .serviceLevelObjectives(BUCKETS).register(registry);
    }
}
