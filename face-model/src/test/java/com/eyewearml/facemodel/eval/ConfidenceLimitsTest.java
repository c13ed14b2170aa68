package com.eyewearml.facemodel.eval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.eyewearml.facemodel.eval.report.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceLimitsTest {
    private final EvalDev.Entry entry = AnnotatedPictures.upright("a.jpg", 200, 200, 100, 90, 80);

    @Test
    void facesBelowTheLimitCountAsNotFound() {
        Table table = ConfidenceLimits.of("x", List.of(outcome(0.9995f, 0.05f), outcome(0.95f, 0.05f), outcome(0.98f, 2), outcome(0.5f, 2)),
                List.of(0.4f, 0.93f, 0.995f), 1500);
        assertArrayEquals(new double[] {0, 2, 50, 2}, table.rows().get(0).values(), 1e-9);
        assertArrayEquals(new double[] {1, 1, 50, 2000.0 / 1500}, table.rows().get(1).values(), 1e-9);
        assertArrayEquals(new double[] {2, 1, 75, 1000.0 / 1500}, table.rows().get(2).values(), 1e-9);
        assertArrayEquals(new double[] {3, 0, 75, 0}, table.rows().get(4).values(), 1e-9);
        assertArrayEquals(new double[] {4, 0, 100, 0}, table.rows().get(5).values(), 1e-9);
    }

    private Outcome outcome(float confidence, float error) {
        return new Outcome(entry, new Look(true, confidence, new float[0]), new EvalDev.Error(error, error));
    }
}
