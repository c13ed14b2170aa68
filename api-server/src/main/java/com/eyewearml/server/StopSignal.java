package com.eyewearml.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The operating system's request to end (Ctrl-C, SIGTERM). The main thread learns of it and closes everything in order; the
 * process stays until it has.
 */
final class StopSignal {
    private static final int PATIENCE_SECONDS = 60;

    /** Unwinds the start of the server. */
    static final class StopRequestedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    private StopSignal() { }

    static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::holdProcess, "stop-signal"));
        return signal;
    }

    private void holdProcess() {
        requested.countDown();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("eyewearml: the server did not stop within " + PATIENCE_SECONDS
                        + " s; the next start will stop what it left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the request. */
    void await() throws InterruptedException {
        requested.await();
    }

    /** @throws StopRequestedException where the request has come */
    void check() {
        if (requested.getCount() == 0) {
            throw new StopRequestedException();
        }
    }

    /** Lets the process end. */
    void everythingStopped() {
        done.countDown();
    }
}
