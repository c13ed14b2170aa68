package com.eyewearml.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * HTTP/1.1 connections that end where the client is slower than the {@link Pace}: one that sends a header or a body byte by byte, or
 * takes its answer so, costs a connection for a bounded time.
 */
public final class PacedConnections implements ServerConnectionSelector, AutoCloseable {
    private static final long LOOK_EVERY_MS = 250;

    private final Pace pace;
    private final Http1ConnectionSelector http1;
    private final Set<PacedConnection> open = ConcurrentHashMap.newKeySet();
    private final Thread watch = Thread.ofPlatform().daemon().name("slow-clients").unstarted(this::watch);

    /** @param http1 bounds request lines and headers */
    public PacedConnections(Pace pace, Http1Config http1) {
        this.pace = pace;
        this.http1 = Http1ConnectionSelector.builder().config(http1).build();
        watch.start();
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new PacedConnection(context, http1::connection, pace, open);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY_MS);
                long now = System.nanoTime();
                open.forEach(connection -> connection.endIfLate(now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
