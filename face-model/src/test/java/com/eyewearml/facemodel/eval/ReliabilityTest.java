package com.eyewearml.facemodel.eval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.facemodel.eval.report.Table;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    @Test
    void sharesAndErrorOfKnownStatements() {
        Reliability reliability = new Reliability();
        for (int i = 0; i < 10; i++) {
            reliability.add(0.8, i < 8);
            reliability.add(0.95, i < 5);
        }
        Table table = reliability.table("t");
        assertArrayEquals(new double[] {10, 0.8, 0.8}, table.rows().get(0).values(), 1e-12);
        assertArrayEquals(new double[] {10, 0.95, 0.5}, table.rows().get(1).values(), 1e-12);
        assertEquals(0.45 / 2, reliability.expectedCalibrationError(), 1e-12);
        assertEquals((8 * 0.04 + 2 * 0.64 + 5 * 0.0025 + 5 * 0.9025) / 20, reliability.brierScore(), 1e-12);
    }

    /** Of a calibrated uniform score p, E[(p − y)²] = E[p (1 − p)] = 1/6, and each bin's share is its mean score. */
    @Test
    void calibratedScoresHaveNoCalibrationError() {
        Random random = new Random(1);
        Reliability calibrated = new Reliability();
        Reliability overconfident = new Reliability();
        for (int i = 0; i < 200_000; i++) {
            double p = random.nextDouble();
            boolean right = random.nextDouble() < p;
            calibrated.add(p, right);
            overconfident.add(p > 0.5 ? 1 : 0, right);
        }
        assertTrue(calibrated.expectedCalibrationError() < 0.005, "" + calibrated.expectedCalibrationError());
        assertEquals(1 / 6.0, calibrated.brierScore(), 0.002);
        assertEquals(0.25, overconfident.expectedCalibrationError(), 0.005);
    }
}
