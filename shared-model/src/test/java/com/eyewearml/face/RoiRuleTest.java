package com.eyewearml.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RoiRuleTest {
    private final Roi roi = new Roi();

    private static float[] landmarks(Random random) {
        float[] landmarks = new float[3 * FacePoints.COUNT];
        for (int i = 0; i < landmarks.length; i++) {
            landmarks[i] = 100 + 80 * random.nextFloat();
        }
        return landmarks;
    }

    @Test
    void anUprightFaceHasTheMarginAroundItsBox() {
        float[] landmarks = new float[3 * FacePoints.COUNT];
        for (int i = 0; i < landmarks.length; i += 3) {
            landmarks[i] = 100;
            landmarks[i + 1] = 50;
        }
        put(landmarks, FacePoints.RIGHT_EYE_OUTER, 90, 50);
        put(landmarks, FacePoints.LEFT_EYE_OUTER, 130, 50);
        put(landmarks, FacePoints.CHIN, 100, 110);
        put(landmarks, FacePoints.LEFT_IRIS_CENTRE, 5000, 5000);
        RoiRule.fromLandmarks(landmarks, roi);
        assertEquals(110, roi.centreX, 1e-4);
        assertEquals(80, roi.centreY, 1e-4);
        assertEquals(90, roi.sidePx, 1e-4);
        assertEquals(0, roi.angleRad, 1e-6);
    }

    @Test
    void turningTheFaceTurnsTheRegionWithIt() {
        float[] landmarks = landmarks(new Random(1));
        RoiRule.fromLandmarks(landmarks, roi);
        Roi before = new Roi().set(roi);
        double turn = 0.7;
        for (int i = 0; i < landmarks.length; i += 3) {
            double x = landmarks[i];
            double y = landmarks[i + 1];
            landmarks[i] = (float) (Math.cos(turn) * x - Math.sin(turn) * y + 13);
            landmarks[i + 1] = (float) (Math.sin(turn) * x + Math.cos(turn) * y - 7);
        }
        RoiRule.fromLandmarks(landmarks, roi);
        double delta = roi.angleRad - before.angleRad - turn;
        assertEquals(0, Math.sin(delta), 1e-5);
        assertEquals(before.sidePx, roi.sidePx, 1e-2);
        assertEquals(Math.cos(turn) * before.centreX - Math.sin(turn) * before.centreY + 13, roi.centreX, 1e-2);
        assertEquals(Math.sin(turn) * before.centreX + Math.cos(turn) * before.centreY - 7, roi.centreY, 1e-2);
    }

    @Test
    void detectionAndLandmarksOfOneFaceGiveOneRegion() {
        float[] landmarks = landmarks(new Random(2));
        RoiRule.fromLandmarks(landmarks, roi);
        Roi detected = RoiRule.fromDetection(roi.centreX, roi.centreY, roi.sidePx / RoiRule.MARGIN, roi.angleRad, new Roi());
        assertEquals(roi.sidePx, detected.sidePx, 1e-4);
    }

    @Test
    void toPictureUndoesToRegion() {
        float[] landmarks = landmarks(new Random(3));
        roi.set(120, 90, 77, -0.4f);
        float[] points = new float[landmarks.length];
        float[] back = new float[landmarks.length];
        RoiRule.toRegion(landmarks, roi, points);
        RoiRule.toPicture(points, roi, back);
        assertArrayEquals(landmarks, back, 1e-3f);
    }

    private static void put(float[] landmarks, int point, float x, float y) {
        landmarks[3 * point] = x;
        landmarks[3 * point + 1] = y;
    }
}
