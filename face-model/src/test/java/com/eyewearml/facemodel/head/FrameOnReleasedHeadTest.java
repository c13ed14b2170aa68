package com.eyewearml.facemodel.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.fit.FramePlacement;
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
        placement.place(shape, frame(18));
        assertEquals(13, placement.vertexDistanceMm(), 2.5);
        assertEquals(3, placement.pupilHeightMm(shape), 3);
        assertEquals(Math.toRadians(8), placement.pantoscopicTiltRad(), Math.toRadians(6));
    }

    @Test
    void matrixIsARigidMotionInTheMirrorPlane() {
        placement.place(shape, frame(18));
        float[] m = placement.frameToHead();
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                float dot = m[4 * a] * m[4 * b] + m[4 * a + 1] * m[4 * b + 1] + m[4 * a + 2] * m[4 * b + 2];
                assertEquals(a == b ? 1 : 0, dot, 1e-6);
            }
        }
        assertEquals(0, m[12], 1e-4);
    }

    @Test
    void templesPassTheEarRootsOnTheirOuterSideAtTheirHeight() {
        placement.place(shape, frame(18));
        float[] m = placement.frameToHead();
        int ear = 3 * head.vertex(HeadModel.Named.LEFT_EAR_ROOT);
        double tilt = Math.toRadians(8);
        double[] hinge = transform(m, 68, 12, -6, 1);
        double[] along = transform(m, 0, -Math.sin(tilt), -Math.cos(tilt), 0);
        double s = (shape[ear + 2] - hinge[2]) / along[2];
        assertEquals(shape[ear + 1] + 2.5, hinge[1] + s * along[1], 0.5);
        assertEquals(shape[ear] + 1.5, hinge[0] + s * Math.tan(placement.leftOpeningRad()), 1.5);
        assertEquals(placement.leftOpeningRad(), placement.rightOpeningRad(), 1e-4);
        assertTrue(s > 80 && s < 115, "the bend of a temple of 145 mm comes at the ear, at " + s);
    }

    @Test
    void aWiderBridgeSitsCloserOrLower() {
        placement.place(shape, frame(16));
        double narrow = placement.frameToHead()[14];
        placement.place(shape, frame(22));
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
            placement.place(shape, frame(14 + random.nextInt(10)));
            assertTrue(placement.vertexDistanceMm() >= 9 && placement.vertexDistanceMm() < 25, "vertex " + placement.vertexDistanceMm());
            double above = placement.pupilHeightMm(shape);
            assertTrue(above > -4.3 && above < 12.3, "pupil height " + above);
            double noseZ = shape[3 * FacePoints.NOSE_BRIDGE_TOP + 2];
            assertEquals(noseZ, placement.frameToHead()[14], 15);
        }
    }

    private static double[] transform(float[] m, double x, double y, double z, double w) {
        double[] out = new double[3];
        for (int row = 0; row < 3; row++) {
            out[row] = m[row] * x + m[4 + row] * y + m[8 + row] * z + m[12 + row] * w;
        }
        return out;
    }
}
