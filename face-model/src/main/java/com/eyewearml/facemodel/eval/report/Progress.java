package com.eyewearml.facemodel.eval.report;

/** Says on standard error, at most every ten seconds, how far a long part has come. */
public final class Progress {
    private static final long INTERVAL_NS = 10_000_000_000L;

    private final String part;
    private final int total;
    private final long started = System.nanoTime();
    private long said = started;
    private int done;

    public Progress(String part, int total) {
        this.part = part;
        this.total = total;
    }

    /** One more is done. */
    public void step() {
        done++;
        long now = System.nanoTime();
        if (now - said > INTERVAL_NS) {
            said = now;
            System.err.println("  " + part + ": " + done + " of " + total + ", " + (now - started) / 1_000_000_000L + " s");
        }
    }
}
