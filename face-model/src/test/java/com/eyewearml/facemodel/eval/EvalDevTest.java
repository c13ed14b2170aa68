package com.eyewearml.facemodel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvalDevTest {
    private final Random random = new Random(9);
    private final int[] meshVertex = random.ints(0, 468).distinct().limit(51).toArray();
    private final EvalDev.Entry entry = entry();
    private final EvalDev data = new EvalDev(Path.of("."), List.of(entry), meshVertex);

    @Test
    void shiftedLandmarksErrByTheShiftOverTheInterOcularDistance() {
        assertEquals(0, data.error(entry, landmarks(0, 0)).inner(), 1e-6);
        EvalDev.Error error = data.error(entry, landmarks(3, 4));
        assertEquals(5 / 80.0, error.inner(), 1e-5);
        assertEquals(5 / 80.0, error.eyes(), 1e-5);
    }

    @Test
    void onlyEyePointsCountForTheEyes() {
        float[] landmarks = landmarks(0, 0);
        landmarks[3 * meshVertex[36 - 17]] += 12;
        landmarks[3 * meshVertex[48 - 17]] += 12;
        EvalDev.Error error = data.error(entry, landmarks);
        assertEquals(12 / 80.0 / 12, error.eyes(), 1e-5);
        assertEquals(24 / 80.0 / 51, error.inner(), 1e-5);
    }

    /** The annotated points lie at integers where the engine's lie half a pixel further. */
    private float[] landmarks(float dx, float dy) {
        float[] landmarks = new float[3 * 478];
        for (int k = 0; k < 51; k++) {
            landmarks[3 * meshVertex[k]] = entry.landmarks68()[2 * (17 + k)] + 0.5f + dx;
            landmarks[3 * meshVertex[k] + 1] = entry.landmarks68()[2 * (17 + k) + 1] + 0.5f + dy;
        }
        return landmarks;
    }

    private EvalDev.Entry entry() {
        float[] points = new float[136];
        for (int i = 0; i < points.length; i++) {
            points[i] = 100 * random.nextFloat();
        }
        points[2 * 36] = 20;
        points[2 * 36 + 1] = 30;
        points[2 * 45] = 100;
        points[2 * 45 + 1] = 30;
        return new EvalDev.Entry("a.jpg", 120, 120, points);
    }
}
