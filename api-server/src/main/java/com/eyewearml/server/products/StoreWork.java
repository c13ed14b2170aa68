package com.eyewearml.server.products;

import com.eyewearml.server.jobs.LeasedJob;
import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.outbound.OutboundException;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.ReconnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What jobs about the whole of a store have in common. */
final class StoreWork {
    private static final Duration PLATFORM_AWAY = Duration.ofMinutes(1);
    private final Connections connections;

    StoreWork(Connections connections) {
        this.connections = connections;
    }

    /**
     * Works on the store that a job names, where it is connected. A refused credential ends the work and is noted for the merchant.
     *
     * @throws RetryLaterException where the store is away or asks to wait
     */
    void run(LeasedJob job, Consumer<Connection> work) {
        Optional<Connection> connection = connections.find(job.shopId(), UUID.fromString(job.payload().getString("connection")))
                .filter(found -> found.state() == Connection.State.ACTIVE);
        if (connection.isEmpty()) {
            return;
        }
        try {
            work.accept(connection.get());
        } catch (ReconnectException e) {
            connections.requireReconnect(connection.get(), e.getMessage());
        } catch (OutboundException e) {
            throw new RetryLaterException("The store cannot be reached at the moment.", PLATFORM_AWAY, e);
        }
    }
}
