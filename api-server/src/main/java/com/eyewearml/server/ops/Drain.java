package com.eyewearml.server.ops;

import com.eyewearml.server.StartupException;
import com.eyewearml.server.http.Exchange;
import com.eyewearml.server.http.FrontDoor;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The end of service without lost requests: first {@code /health/ready} says no, for as long as whoever sends requests needs to learn
 * of it ({@code EYEWEARML_DRAIN_SECONDS}, none by default); then what is under way is answered.
 */
public final class Drain implements FrontDoor.Watcher {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MS = 20;
    private static final String HEALTH = "/health/";

    private final Duration notice;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean accepting = true;

    private Drain(Duration notice) {
        this.notice = notice;
    }

    /** @throws StartupException where the time is no number of seconds */
    public static Drain from(Map<String, String> environment) {
        String text = environment.getOrDefault("EYEWEARML_DRAIN_SECONDS", "0");
        try {
            return new Drain(Duration.ofSeconds(Integer.parseUnsignedInt(text)));
        } catch (NumberFormatException e) {
            throw new StartupException("EYEWEARML_DRAIN_SECONDS is \"" + text + "\", expected a whole number of seconds", e);
        }
    }

    /** Whether new requests are welcome. */
    public boolean accepting() {
        return accepting;
    }

    /** Requests that are being answered, those for health aside. */
    public int underWay() {
        return underWay.get();
    }

    @Override
    public void began(RoutingRequest req) {
        if (!isHealth(req)) {
            underWay.incrementAndGet();
        }
    }

    @Override
    public void answered(Exchange exchange, RoutingRequest req, RoutingResponse res) {
        if (!isHealth(req)) {
            underWay.decrementAndGet();
        }
    }

    private static boolean isHealth(RoutingRequest req) {
        return req.prologue().uriPath().rawPath().startsWith(HEALTH);
    }

    /** Returns once everything is answered, or after half a minute. */
    public void run() {
        accepting = false;
        long end = System.nanoTime() + LONGEST.plus(notice).toNanos();
        try {
            TimeUnit.MILLISECONDS.sleep(notice.toMillis());
            while (underWay.get() > 0 && System.nanoTime() - end < 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
