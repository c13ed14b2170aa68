package com.eyewearml.server.ops;

import com.eyewearml.db.Database;
import com.eyewearml.server.cache.SharedCache;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.metrics.MetricsObserver;

/**
 * For those who run the server: {@code /health/live} says whether to restart it, {@code /health/ready} whether to send it
 * requests, {@code /metrics} how it does. Answers name what is down, never why.
 */
public final class Health {
    private Health() { }

    /** The feature that answers. */
    public static ObserveFeature feature(Database database, SharedCache cache) {
        HealthObserver health = HealthObserver.builder()
                .endpoint("/health")
                .useSystemServices(false)
                .details(true)
                .addCheck(() -> answer(true), HealthCheckType.LIVENESS, "server")
                .addCheck(() -> answer(database.reachable()), HealthCheckType.READINESS, "postgresql")
                .addCheck(() -> answer(cache.reachable()), HealthCheckType.READINESS, "redis")
                .build();
        return ObserveFeature.builder()
                .observersDiscoverServices(false)
                .addObserver(health)
                .addObserver(MetricsObserver.builder().endpoint("/metrics").build())
                .build();
    }

    private static HealthCheckResponse answer(boolean up) {
        return HealthCheckResponse.builder().status(up).build();
    }
}
