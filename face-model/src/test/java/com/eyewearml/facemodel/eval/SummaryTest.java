package com.eyewearml.facemodel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private final EvalDev.Entry entry = AnnotatedPictures.upright("a.jpg", 200, 200, 100, 90, 80);
    private final EvalDev data = new EvalDev(Path.of("."), List.of(entry), IntStream.range(0, 51).toArray());

    @Test
    void missesAreCountedAndKeptOutOfTheErrors() {
        Summary summary = Summary.of(List.of(shifted(4), shifted(8), shifted(12), shifted(400), Outcome.of(data, entry, Look.NOTHING)));
        assertEquals(5, summary.pictures());
        assertEquals(0.1, summary.mean(), 1e-5);
        assertEquals(0.1, summary.median(), 1e-5);
        assertEquals(0.1, summary.eyes(), 1e-5);
        assertEquals(0.05 / Math.sqrt(3), summary.standardError(), 1e-5);
        assertEquals(1, summary.notFound());
        assertEquals(1, summary.wrong());
        assertEquals(40, summary.missedPercent(), 1e-9);
    }

    private Outcome shifted(float px) {
        float[] landmarks = new float[3 * 478];
        for (int k = 0; k < 51; k++) {
            landmarks[3 * k] = entry.landmarks68()[2 * (17 + k)] + 0.5f + px;
            landmarks[3 * k + 1] = entry.landmarks68()[2 * (17 + k) + 1] + 0.5f;
        }
        return Outcome.of(data, entry, new Look(true, 1, landmarks));
    }
}
