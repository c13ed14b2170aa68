package com.eyewearml.facemodel.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.fit.Adjustment;
import com.eyewearml.fit.FramePlacement;
import com.eyewearml.fit.TempleFit;
import com.eyewearml.fit.WornFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Frames of usual sizes on the released head and on heads its modes allow. */
class FrameOnReleasedHeadTest {
    private final HeadModel head = HeadModel.parse(Files.readAllBytes(Path.of("release/head.ewhd")));
    private final FramePlacement placement = new FramePlacement(head);
    private final float[] shape = new float[3 * head.vertexCount()];

    FrameOnReleasedHeadTest() throws IOException {
        head.copyMeanMm(shape);
    }

    private static WornFrame frame(double dblMm) {
        return new WornFrame(42, dblMm, Math.toRadians(8), 68, 12, -6);
    }

    @Test
    void aCommonFrameSitsAsAnOpticianWouldFitIt() {
        placement.place(shape, frame(18), Adjustment.NONE);
        assertEquals(13, placement.vertexDistanceMm(), 2.5);
        assertEquals(3, placement.pupilHeightMm(shape), 3);
        assertEquals(Math.toRadians(9), placement.pantoscopicTiltRad(), Math.toRadians(2.5));
    }

    @Test
    void matrixIsARigidMotionInTheMirrorPlane() {
        placement.place(shape, frame(18), Adjustment.NONE);
        float[] m = placement.frameToHead();
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                float dot = m[4 * a] * m[4 * b] + m[4 * a + 1] * m[4 * b + 1] + m[4 * a + 2] * m[4 * b + 2];
                assertEquals(a == b ? 1 : 0, dot, 1e-6);
            }
        }
        assertEquals(0, m[12], 2e-3);
    }

    @Test
    void templesPassTheEarRootsOnTheirOuterSideAtTheirHeightAndBendBeforeTheFold() {
        placement.place(shape, frame(18), Adjustment.NONE);
        TempleFit temple = placement.leftTemple();
        int ear = 3 * head.vertex(HeadModel.Named.LEFT_EAR_ROOT);
        double[] onEar = onTemple(temple, shape[ear + 2]);
        assertEquals(shape[ear + 1] + 2.5, onEar[1], 0.1);
        assertEquals(shape[ear] + 1.5, onEar[0], 0.1);
        assertEquals(temple.openingRad(), placement.rightTemple().openingRad(), 1e-4);
        double foldZ = shape[3 * head.vertex(HeadModel.Named.LEFT_EAR_FOLD) + 2];
        double[] fold = onTemple(temple, foldZ);
        assertEquals(6, fold[2] - temple.bendMm(), 1.5, "the bend begins before the fold");
    }

    /** x and y of the straight middle line of the left temple at a depth, head frame, and how far along the temple that is. */
    private double[] onTemple(TempleFit temple, double z) {
        double tilt = Math.toRadians(8) - temple.anglingRad();
        double[] hinge = transform(placement.frameToHead(), 68, 12, -6, 1);
        double[] along = transform(placement.frameToHead(), Math.cos(tilt) * Math.sin(temple.openingRad()), -Math.sin(tilt),
                -Math.cos(tilt) * Math.cos(temple.openingRad()), 0);
        double s = (z - hinge[2]) / along[2];
        return new double[] {hinge[0] + s * along[0], hinge[1] + s * along[1], s};
    }

    @Test
    void rollsByTheAngleAskedForWhileTheTemplesStayOnTheEars() {
        placement.place(shape, frame(18), Adjustment.NONE);
        double level = placement.frameToHead()[1];
        placement.place(shape, frame(18), new Adjustment(0, 0, Math.toRadians(3)));
        assertEquals(0, level, 1e-7);
        assertEquals(Math.sin(Math.toRadians(3)), placement.frameToHead()[1], 1e-6);
        int ear = 3 * head.vertex(HeadModel.Named.LEFT_EAR_ROOT);
        assertEquals(shape[ear + 1] + 2.5, onTemple(placement.leftTemple(), shape[ear + 2])[1], 0.3);
        placement.place(shape, frame(18), Adjustment.NONE);
        assertEquals(level, placement.frameToHead()[1], 1e-9);
    }

    @Test
    void aWiderBridgeSitsCloserOrLower() {
        placement.place(shape, frame(16), Adjustment.NONE);
        double narrow = placement.frameToHead()[14];
        placement.place(shape, frame(22), Adjustment.NONE);
        assertTrue(placement.frameToHead()[14] <= narrow + 0.1);
    }

    @Test
    void everyHeadGetsAPlaceBeforeTheEyes() {
        Random random = new Random(4);
        float[] coefficients = new float[head.modeCount()];
        for (int trial = 0; trial < 300; trial++) {
            for (int k = 0; k < coefficients.length; k++) {
                coefficients[k] = (float) random.nextGaussian();
            }
            head.shape(coefficients, shape);
            placement.place(shape, frame(14 + random.nextInt(10)), Adjustment.NONE);
            assertTrue(placement.vertexDistanceMm() >= 9 && placement.vertexDistanceMm() < 25, "vertex " + placement.vertexDistanceMm());
            double above = placement.pupilHeightMm(shape);
            assertTrue(above > -4.3 && above < 12.3, "pupil height " + above);
            double noseZ = shape[3 * FacePoints.NOSE_BRIDGE_TOP + 2];
            assertEquals(noseZ, placement.frameToHead()[14], 15);
        }
    }

    @Test
    void aMirroredHeadIsWornInMirrorImage() {
        Random random = new Random(7);
        float[] coefficients = new float[head.modeCount()];
        float[] mirrored = new float[shape.length];
        for (int trial = 0; trial < 50; trial++) {
            for (int k = 0; k < coefficients.length; k++) {
                coefficients[k] = (float) random.nextGaussian();
            }
            head.shape(coefficients, shape);
            for (int v = 0; v < head.vertexCount(); v++) {
                mirrored[3 * v] = -shape[3 * head.mirror(v)];
                mirrored[3 * v + 1] = shape[3 * head.mirror(v) + 1];
                mirrored[3 * v + 2] = shape[3 * head.mirror(v) + 2];
            }
            placement.place(shape, frame(18), Adjustment.NONE);
            float[] m = placement.frameToHead().clone();
            double right = placement.rightTemple().openingRad();
            double angling = placement.leftTemple().anglingRad();
            placement.place(mirrored, frame(18), Adjustment.NONE);
            assertEquals(-m[12], placement.frameToHead()[12], 0.06);
            assertEquals(m[13], placement.frameToHead()[13], 0.06);
            assertEquals(m[14], placement.frameToHead()[14], 0.06);
            assertEquals(right, placement.leftTemple().openingRad(), 1e-3);
            assertEquals(angling, placement.rightTemple().anglingRad(), 1e-3);
        }
    }

    @Test
    void slidesAsFarAlongTheNoseAsAsked() {
        for (double wayMm : new double[] {-4, 3, 8, 12}) {
            double walked = 0;
            placement.place(shape, frame(18), Adjustment.NONE);
            float[] last = placement.frameToHead().clone();
            int steps = 200;
            for (int i = 1; i <= steps; i++) {
                placement.place(shape, frame(18), new Adjustment(wayMm * i / steps, 0, 0));
                float[] m = placement.frameToHead();
                assertTrue((m[13] - last[13]) * wayMm < 0, "goes down the nose for positive ways only");
                walked += Math.hypot(m[13] - last[13], m[14] - last[14]);
                last = m.clone();
            }
            assertEquals(Math.abs(wayMm), walked, 0.15);
        }
    }

    @Test
    void tiltsByTheAngleAskedForAndRestsOnTheNoseAgain() {
        placement.place(shape, frame(18), Adjustment.NONE);
        double lean = placement.pantoscopicTiltRad();
        double y = placement.frameToHead()[13];
        placement.place(shape, frame(18), new Adjustment(0, Math.toRadians(5), 0));
        assertEquals(lean + Math.toRadians(5), placement.pantoscopicTiltRad(), 1e-9);
        assertEquals(y, placement.frameToHead()[13], 1e-3);
        assertTrue(placement.vertexDistanceMm() >= 9);
    }

    @Test
    void movesSmoothlyWithTheHeadsShape() {
        float[] coefficients = new float[head.modeCount()];
        float[] last = null;
        for (int i = 0; i <= 1000; i++) {
            for (int k = 0; k < 12; k++) {
                coefficients[k] = (float) Math.sin(0.7 * k + i * 0.002 * (k + 1));
            }
            head.shape(coefficients, shape);
            placement.place(shape, frame(18), Adjustment.NONE);
            float[] m = placement.frameToHead().clone();
            if (last != null) {
                assertEquals(last[13], m[13], 0.25, "height at step " + i);
                assertEquals(last[14], m[14], 0.25, "distance at step " + i);
            }
            last = m;
        }
    }

    @Test
    void refusesAdjustmentsOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new Adjustment(16, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Adjustment(Double.NaN, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Adjustment(0, Math.toRadians(11), 0));
        assertThrows(IllegalArgumentException.class, () -> new Adjustment(0, 0, Math.toRadians(5)));
    }

    private static double[] transform(float[] m, double x, double y, double z, double w) {
        double[] out = new double[3];
        for (int row = 0; row < 3; row++) {
            out[row] = m[row] * x + m[4 + row] * y + m[8 + row] * z + m[12 + row] * w;
        }
        return out;
    }
}
