package com.eyewearml.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.face.shape.HeadModel;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EyeRuleTest {
    private static final float WIDTH = 640;
    private final float[] landmarks = new float[3 * FacePoints.COUNT];

    EyeRuleTest() {
        Random random = new Random(3);
        for (int i = 0; i < landmarks.length; i++) {
            landmarks[i] = 300 * random.nextFloat();
        }
        landmarks[3 * FacePoints.LEFT_EYE_OUTER] = 400;
    }

    @Test
    void regionHasTheEyesPlaceAndItsShareOfTheCornersDistanceInSpace() {
        float[] p = new float[3 * FacePoints.COUNT];
        set(p, FacePoints.RIGHT_EYE_OUTER, 100, 50, 0);
        set(p, FacePoints.RIGHT_EYE_INNER, 130, 60, -5);
        set(p, FacePoints.LEFT_EYE_OUTER, 140, 80, 120);
        Roi roi = EyeRule.fromLandmarks(p, false, new Roi());
        assertEquals(115, roi.centreX);
        assertEquals(55, roi.centreY);
        assertEquals(130 * EyeRule.SIDE, roi.sidePx, 1e-3);
        assertEquals(Math.atan2(30, 40), roi.angleRad, 1e-6);
    }

    private static void set(float[] p, int point, float x, float y, float z) {
        p[3 * point] = x;
        p[3 * point + 1] = y;
        p[3 * point + 2] = z;
    }

    @Test
    void picturesAndRegionsAreInverse() {
        for (boolean left : new boolean[] {false, true}) {
            Roi roi = EyeRule.fromLandmarks(landmarks, left, new Roi());
            float[] points = new float[2 * EyeRule.POINTS];
            EyeRule.toRegion(landmarks, roi, left, points);
            float[] back = landmarks.clone();
            for (int i = 0; i < EyeRule.POINTS; i++) {
                set(back, EyeRule.landmark(left, i), 0, 0, back[3 * EyeRule.landmark(left, i) + 2]);
            }
            EyeRule.toPicture(points, roi, left, back);
            assertArrayEquals(landmarks, back, 1e-3f);
        }
    }

    /** The left eye is to the network what the right eye of the mirrored face is. */
    @Test
    void mirroredFacesSwapTheEyes() {
        int[] mirror = HeadModel.parse(SyntheticHead.file()).landmarkMirror();
        float[] mirrored = landmarks.clone();
        for (int i = 0; i < EyeRule.POINTS; i++) {
            copyMirrored(EyeRule.landmark(true, i), EyeRule.landmark(false, i), mirrored);
            copyMirrored(EyeRule.landmark(false, i), EyeRule.landmark(true, i), mirrored);
        }
        Roi left = EyeRule.fromLandmarks(landmarks, true, new Roi());
        Roi right = EyeRule.fromLandmarks(mirrored, false, new Roi());
        assertEquals(WIDTH - left.centreX, right.centreX, 1e-3);
        assertEquals(left.centreY, right.centreY, 1e-3);
        assertEquals(-left.angleRad, right.angleRad, 1e-5);
        float[] seenLeft = new float[2 * EyeRule.POINTS];
        float[] seenRight = new float[2 * EyeRule.POINTS];
        EyeRule.toRegion(landmarks, left, true, seenLeft);
        EyeRule.toRegion(mirrored, right, false, seenRight);
        assertArrayEquals(seenLeft, seenRight, 1e-4f);
        assertEquals(FacePoints.LEFT_IRIS_MINUS_X, mirror[FacePoints.RIGHT_IRIS_PLUS_X]);
    }

    private void copyMirrored(int from, int to, float[] into) {
        set(into, to, WIDTH - landmarks[3 * from], landmarks[3 * from + 1], landmarks[3 * from + 2]);
    }
}
