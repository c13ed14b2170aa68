package com.eyewearml.facemodel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void interpolatesBetweenOrderStatistics() {
        double[] sorted = {1, 2, 4, 8};
        assertEquals(1, Quantiles.of(sorted, 0));
        assertEquals(3, Quantiles.of(sorted, 0.5), 1e-12);
        assertEquals(8, Quantiles.of(sorted, 1));
        assertEquals(4 + 0.55 * 4, Quantiles.of(sorted, 0.85), 1e-9);
    }

    /** Quantile q of the uniform distribution is q. */
    @Test
    void evenlySpreadValuesGiveTheShare() {
        double[] sorted = new double[1001];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = i / 1000.0;
        }
        for (double share = 0; share <= 1; share += 0.0137) {
            assertEquals(share, Quantiles.of(sorted, share), 1e-9);
        }
    }

    @Test
    void nothingHasNoQuantile() {
        assertEquals(Double.NaN, Quantiles.of(new double[0], 0.5));
    }
}
