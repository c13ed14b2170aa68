package com.eyewearml.client.bench;

import java.util.Arrays;
import java.util.Locale;

/** Order statistics of measured times. */
record Quantiles(double p5Ms, double p50Ms, double p95Ms, double maxMs, int count) {
    static Quantiles of(double[] timesMs) {
        double[] sorted = timesMs.clone();
        Arrays.sort(sorted);
        return new Quantiles(at(sorted, 0.05), at(sorted, 0.5), at(sorted, 0.95), sorted[sorted.length - 1], sorted.length);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.2f ms, p5 %.2f ms, p95 %.2f ms, max %.2f ms of %d", p50Ms, p5Ms, p95Ms, maxMs, count);
    }
}
