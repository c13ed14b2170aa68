package com.eyewearml.face.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrontWatchTest {
    private static final int CELLS = FrontMask.CELLS;
    private static final float CLEAR = -4;
    private static final float HIDDEN = 5;

    private final float[] logits = new float[CELLS * CELLS];
    private final float[] landmarksPx = face();
    private final FrontMask mask = new FrontMask();
    private final FrontWatch watch = new FrontWatch(roi -> logits);

    FrontWatchTest() {
        Arrays.fill(logits, CLEAR);
    }

    private static float[] face() {
        SplittableRandom random = new SplittableRandom(3);
        float[] points = new float[3 * FacePoints.COUNT];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) random.nextDouble(100, 200);
        }
        return points;
    }

    private void rectangle(int left, int top, int right, int bottom, float logit) {
        for (int y = top; y < bottom; y++) {
            Arrays.fill(logits, y * CELLS + left, y * CELLS + right, logit);
        }
    }

    @Test
    void looksWhereTheLandmarkerLooks() {
        Roi[] seen = new Roi[1];
        FrontWatch recording = new FrontWatch(roi -> {
            seen[0] = new Roi().set(roi);
            return logits;
        });
        recording.look(landmarksPx, mask);
        Roi expected = RoiRule.fromLandmarks(landmarksPx, new Roi());
        assertEquals(expected.centreX, seen[0].centreX);
        assertEquals(expected.sidePx, mask.region.sidePx);
        assertEquals(expected.angleRad, mask.region.angleRad);
    }

    @Test
    void coversAPatchAtOnceAndUncoversItAtOnce() {
        watch.look(landmarksPx, mask);
        assertTrue(mask.isEmpty);
        rectangle(10, 20, 20, 26, HIDDEN);
        watch.look(landmarksPx, mask);
        assertFalse(mask.isEmpty);
        assertEquals(1, mask.share(15, 23));
        assertEquals(0, mask.share(30, 23));
        rectangle(10, 20, 20, 26, CLEAR);
        rectangle(22, 20, 32, 26, HIDDEN);
        watch.look(landmarksPx, mask);
        assertEquals(0, mask.share(15, 23), "nothing trails a hand that has moved on");
        assertEquals(1, mask.share(26, 23));
    }

    @Test
    void specksAndDoubtsHideNothing() {
        rectangle(10, 20, 13, 23, HIDDEN);
        rectangle(25, 10, 45, 30, 1.5f);
        watch.look(landmarksPx, mask);
        assertTrue(mask.isEmpty);
    }

    @Test
    void doubtfulCellsCountBesideSureOnes() {
        rectangle(10, 20, 16, 26, HIDDEN);
        rectangle(16, 20, 20, 26, 0.5f);
        watch.look(landmarksPx, mask);
        assertTrue(mask.share(18, 22) > 0.5f);
    }

    @Test
    void averagesNoise() {
        SplittableRandom random = new SplittableRandom(8);
        rectangle(10, 10, 30, 30, HIDDEN);
        double change = 0;
        double raw = 0;
        float before = 0;
        float rawBefore = 0;
        for (int frame = 0; frame < 200; frame++) {
            logits[20 * CELLS + 30] = (float) random.nextDouble(-0.4, 0.4);
            watch.look(landmarksPx, mask);
            float rawShare = 1 / (1 + (float) Math.exp(-logits[20 * CELLS + 30]));
            if (frame > 20) {
                change += Math.abs(mask.share(30, 20) - before);
                raw += Math.abs(rawShare - rawBefore) / 0.3;
            }
            before = mask.share(30, 20);
            rawBefore = rawShare;
        }
        assertTrue(change < 0.7 * raw, "change of " + change + " against " + raw);
    }

    @Test
    void forgetsOnReset() {
        rectangle(10, 20, 20, 26, HIDDEN);
        watch.look(landmarksPx, mask);
        watch.reset(mask);
        assertTrue(mask.isEmpty);
    }
}
