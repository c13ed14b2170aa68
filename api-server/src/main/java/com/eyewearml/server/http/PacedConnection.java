package com.eyewearml.server.http;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection whose client is being timed while the server waits for it, and only then. */
final class PacedConnection implements ServerConnection {
    private static final Logger LOG = LoggerFactory.getLogger(PacedConnection.class);
    private static final ThreadLocal<PacedConnection> CURRENT = new ThreadLocal<>();
    private static final long NONE = Long.MAX_VALUE;

    private enum Phase { BETWEEN_REQUESTS, HEAD, BODY }

    private final Pace pace;
    private final Set<PacedConnection> open;
    private final ServerConnection http1;
    private Phase phase = Phase.BETWEEN_REQUESTS;
    private long phaseBegan;
    private long bodyBytes;
    private boolean last;
    private volatile long mustReadBy = NONE;
    private volatile long mustWriteBy = NONE;

    PacedConnection(ConnectionContext context, Function<ConnectionContext, ServerConnection> http1, Pace pace, Set<PacedConnection> open) {
        this.pace = pace;
        this.open = open;
        this.http1 = http1.apply(new PacedContext(context, this));
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        open.add(this);
        CURRENT.set(this);
        try {
            http1.handle(limit);
        } finally {
            CURRENT.remove();
            open.remove(this);
        }
    }

    /**
     * The head of a request is whole; called by the thread that handles it.
     *
     * @param last whether the client asks for the end of the connection, of which the server only tells it otherwise
     */
    static void requestBegins(boolean last) {
        PacedConnection current = CURRENT.get();
        if (current != null) {
            current.last = last;
            current.phase = Phase.BODY;
            current.phaseBegan = System.nanoTime();
            current.bodyBytes = 0;
        }
    }

    /** A request was answered; called by the thread that handles it. */
    static void requestEnds() {
        PacedConnection current = CURRENT.get();
        if (current != null) {
            current.phase = Phase.BETWEEN_REQUESTS;
        }
    }

    void beginReading() {
        if (last && phase == Phase.BETWEEN_REQUESTS) {
            throw new CloseConnectionException("the client asked for it");
        }
        mustReadBy = switch (phase) {
            case BETWEEN_REQUESTS -> NONE;
            case HEAD -> phaseBegan + pace.head().toNanos();
            case BODY -> phaseBegan + pace.nanosFor(bodyBytes);
        };
    }

    void endReading(int bytes) {
        mustReadBy = NONE;
        if (phase == Phase.BETWEEN_REQUESTS) {
            phase = Phase.HEAD;
            phaseBegan = System.nanoTime();
        }
        bodyBytes += bytes;
    }

    void beginWriting(int bytes) {
        mustWriteBy = System.nanoTime() + pace.nanosFor(bytes);
    }

    void endWriting() {
        mustWriteBy = NONE;
    }

    void endIfLate(long nowNanos) {
        if (isPast(mustReadBy, nowNanos) || isPast(mustWriteBy, nowNanos)) {
            LOG.info("A connection was ended: its client is too slow");
            http1.close(true);
        }
    }

    private static boolean isPast(long deadlineNanos, long nowNanos) {
        return deadlineNanos != NONE && nowNanos - deadlineNanos > 0;
    }

    @Override
    public Duration idleTime() {
        return http1.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        http1.close(interrupt);
    }
}
