package com.eyewearml.server.jobs;

import java.time.Duration;
import java.util.function.Supplier;

/** Makes short pauses that another server asks for, where a job put back and leased again could do no better. */
public final class Patience {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    /** Below {@link Worker#LEASE}, so that a job is not lost to another worker while it waits. */
    private static final Duration LONGEST_IN_ALL = Duration.ofSeconds(60);

    private Patience() { }

    /**
     * What a request answers, having paused as often as was asked, up to a minute in all.
     *
     * @throws RetryLaterException where it asks for more, or fails
     */
    public static <T> T with(Supplier<T> request) {
        Duration left = LONGEST_IN_ALL;
        while (true) {
            try {
                return request.get();
            } catch (RetryLaterException e) {
                left = left.minus(e.waiting());
                if (!e.isAsked() || e.waiting().compareTo(LONGEST_PAUSE) > 0) {
                    throw e;
                }
                if (left.isNegative()) {
                    throw RetryLaterException.asked(e.getMessage(), LONGEST_IN_ALL);
                }
                pause(e);
            }
        }
    }

    private static void pause(RetryLaterException asked) {
        try {
            Thread.sleep(asked.waiting());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw asked;
        }
    }
}
