package com.eyewearml.face.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DetectorDecoderTest {
    private static final int LARGE_MAP = 16 * 16 * 6;

    private final float[] outputs = new float[DetectorDecoder.outputLength()];
    private final Detections found = new Detections();

    DetectorDecoderTest() {
        for (int at = 0; at < outputs.length; at += 6) {
            outputs[at] = -10;
        }
    }

    private void cell(int at, float... channels) {
        System.arraycopy(channels, 0, outputs, at, 6);
    }

    @Test
    void readsACellOfEachMapInThePictureOfALetterboxedVideoFrame() {
        cell((5 * 16 + 3) * 6, 2, 0.25f, -0.5f, 0, 1, 0);
        cell(LARGE_MAP + (2 * 8 + 6) * 6, 3, 0, 0, (float) Math.log(1.5), 0, 1);
        Roi whole = RoiRule.wholePicture(640, 480, new Roi());
        DetectorDecoder.decode(outputs, whole, 0.5f, found);
        found.suppress();
        assertEquals(2, found.count());
        assertEquals(1 / (1 + Math.exp(-3)), found.score(0), 1e-6);
        assertEquals(6.5 * 16 * 5, found.centreX(0), 1e-3);
        assertEquals(2.5 * 16 * 5 - 80, found.centreY(0), 1e-3);
        assertEquals(4 * 16 * 1.5 * 5, found.sizePx(0), 1e-3);
        assertEquals(3.75 * 8 * 5, found.centreX(1), 1e-3);
        assertEquals(5 * 8 * 5 - 80, found.centreY(1), 1e-3);
        Roi roi = found.roi(0, new Roi());
        assertEquals(1.5 * 480, roi.sidePx, 1e-3);
        assertEquals(Math.PI / 2, roi.angleRad, 1e-6);
    }

    @Test
    void aTurnedRegionTurnsPlacesAndAngles() {
        cell(LARGE_MAP + (4 * 8 + 7) * 6, 3, 0, -0.5f, 0, 1, 0);
        DetectorDecoder.decode(outputs, new Roi().set(100, 200, 128, (float) Math.PI / 2), 0.5f, found);
        assertEquals(100, found.centreX(0), 1e-3);
        assertEquals(200 + 7.5 * 16 - 64, found.centreY(0), 1e-3);
        assertEquals(Math.PI / 2, found.roi(0, new Roi()).angleRad, 1e-6);
    }

    @Test
    void weakAndBrokenCellsAreSkipped() {
        cell(0, -0.01f, 0, 0, 0, 1, 0);
        cell(6, Float.NaN, 0, 0, 0, 1, 0);
        cell(12, 5, Float.NaN, 0, 0, 1, 0);
        cell(18, 5, 0, Float.POSITIVE_INFINITY, 0, 1, 0);
        cell(24, 5, 0, 0, Float.NaN, 1, 0);
        DetectorDecoder.decode(outputs, new Roi().set(64, 64, 128, 0), 0.5f, found);
        assertEquals(0, found.count());
    }

    @Test
    void ofOverlappingFacesTheBestStaysAndSeparateFacesAllStay() {
        found.add(0.7f, 100, 100, 50, 0);
        found.add(0.9f, 105, 100, 52, 0);
        found.add(0.8f, 300, 100, 50, 0);
        found.add(0.6f, 104, 103, 49, 0);
        found.suppress();
        assertEquals(2, found.count());
        assertEquals(105, found.centreX(0));
        assertEquals(300, found.centreX(1));
    }

    @Test
    void suppressionAgreesWithAPlainImplementation() {
        Random random = new Random(11);
        for (int trial = 0; trial < 200; trial++) {
            found.clear();
            int n = random.nextInt(Detections.CAPACITY);
            float[][] faces = new float[n][];
            for (int i = 0; i < n; i++) {
                faces[i] = new float[] {random.nextFloat(), 300 * random.nextFloat(), 300 * random.nextFloat(), 20 + 80 * random.nextFloat()};
                found.add(faces[i][0], faces[i][1], faces[i][2], faces[i][3], 0);
            }
            found.suppress();
            Arrays.sort(faces, (a, b) -> Float.compare(b[0], a[0]));
            boolean[] dropped = new boolean[n];
            int kept = 0;
            for (int i = 0; i < n; i++) {
                if (!dropped[i]) {
                    assertEquals(faces[i][0], found.score(kept++));
                    for (int j = i + 1; j < n; j++) {
                        dropped[j] |= iou(faces[i], faces[j]) > Detections.MAX_OVERLAP;
                    }
                }
            }
            assertEquals(kept, found.count());
        }
    }

    @Test
    void whenFullTheWeakestGivesWay() {
        for (int i = 0; i < 3 * Detections.CAPACITY; i++) {
            found.add(i / 1000f, 100f * i, 0, 10, 0);
        }
        found.suppress();
        assertEquals(Detections.CAPACITY, found.count());
        assertTrue(found.score(Detections.CAPACITY - 1) >= (2 * Detections.CAPACITY) / 1000f);
    }

    private static double iou(float[] a, float[] b) {
        double w = Math.min(a[1] + a[3] / 2, b[1] + b[3] / 2) - Math.max(a[1] - a[3] / 2, b[1] - b[3] / 2);
        double h = Math.min(a[2] + a[3] / 2, b[2] + b[3] / 2) - Math.max(a[2] - a[3] / 2, b[2] - b[3] / 2);
        double common = Math.max(0, w) * Math.max(0, h);
        return common / (a[3] * a[3] + b[3] * b[3] - common);
    }
}
