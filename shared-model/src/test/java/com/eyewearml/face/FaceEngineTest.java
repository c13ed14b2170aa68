package com.eyewearml.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.pose.SyntheticView;
import com.eyewearml.face.shape.HeadModel;
import java.util.Arrays;
import java.util.Random;
import org.joml.Matrix4d;
import org.joml.Vector4d;
import org.junit.jupiter.api.Test;

class FaceEngineTest {
    private static final double FRAME_MS = 1000 / 30.0;

    private final HeadModel head = HeadModel.parse(SyntheticHead.file());
    private final SimulatedFaces world = new SimulatedFaces(SyntheticView.WIDTH, SyntheticView.HEIGHT, head.landmarkMirror());
    private final FaceEngine engine = new FaceEngine(world, head);
    private final TrackedFace face = new TrackedFace(head);
    private final float[] shape = new float[3 * head.vertexCount()];

    FaceEngineTest() {
        head.copyMeanMm(shape);
    }

    private float[] landmarks(double yawDeg, double distanceMm) {
        return SyntheticView.of(yawDeg, 0, 0, distanceMm, 50).landmarks(shape, 0, new Random(0));
    }

    private static float[] moved(float[] landmarks, float scale, float dx, float dy) {
        float[] moved = landmarks.clone();
        for (int i = 0; i < moved.length; i += 3) {
            moved[i] = scale * moved[i] + dx;
            moved[i + 1] = scale * moved[i + 1] + dy;
        }
        return moved;
    }

    @Test
    void aFollowedFaceCostsOneLandmarkPassAndNoDetection() {
        world.faces.add(landmarks(5, 450));
        engine.step(0, face);
        assertTrue(face.found);
        assertEquals(1, face.facesDetected);
        int detections = world.detections;
        int passes = world.landmarkings;
        for (int i = 1; i <= 10; i++) {
            engine.step(i * FRAME_MS, face);
            assertTrue(face.found);
        }
        assertEquals(detections, world.detections);
        assertEquals(passes + 10, world.landmarkings);
    }

    @Test
    void poseAndShapeReproduceTheLandmarksThroughJomlsProjection() {
        engine.setVerticalFovRad((float) Math.toRadians(50));
        world.faces.add(landmarks(12, 450));
        for (int i = 0; i < 20; i++) {
            engine.step(i * FRAME_MS, face);
        }
        double aspect = (double) SyntheticView.WIDTH / SyntheticView.HEIGHT;
        Matrix4d projection = new Matrix4d().perspective(face.verticalFovRad, aspect, 1, 10000).mul(new Matrix4d().set(face.pose));
        for (int i = 0; i < 3 * FacePoints.COUNT; i += 3) {
            Vector4d clip = projection.transform(new Vector4d(face.headShapeMm[i], face.headShapeMm[i + 1], face.headShapeMm[i + 2], 1));
            assertEquals(face.landmarksPx[i], (clip.x / clip.w + 1) / 2 * SyntheticView.WIDTH, 0.5);
            assertEquals(face.landmarksPx[i + 1], (1 - clip.y / clip.w) / 2 * SyntheticView.HEIGHT, 0.5);
        }
    }

    @Test
    void measurementsOfTheMeanHeadAreItsOwn() {
        world.faces.add(landmarks(0, 450));
        engine.still(face);
        assertTrue(face.found);
        assertEquals(SyntheticHead.PD_MM * (1 + 10.5 / 450), face.pdMm, 1.5);
        assertEquals(142, face.faceWidthMm, 3);
        assertTrue(face.pdUncertaintyMm > 1.5 && face.pdUncertaintyMm < 4);
        assertTrue(face.scaleUncertainty > 0.03 && face.scaleUncertainty < 0.045);
    }

    @Test
    void aFaceLostIsReportedAtOnceAndFoundAgain() {
        world.faces.add(landmarks(0, 450));
        engine.step(0, face);
        float[] there = world.faces.removeFirst();
        engine.step(FRAME_MS, face);
        assertFalse(face.found);
        assertEquals(0, face.confidence);
        world.faces.add(moved(there, 1, 90, 20));
        engine.step(2 * FRAME_MS, face);
        assertTrue(face.found);
    }

    @Test
    void presenceBetweenTheThresholdsKeepsAFaceButStartsNone() {
        world.faces.add(landmarks(0, 450));
        world.presenceLogit = 0;
        engine.step(0, face);
        assertFalse(face.found);
        world.presenceLogit = 4;
        engine.step(FRAME_MS, face);
        assertTrue(face.found);
        world.presenceLogit = 0;
        engine.step(2 * FRAME_MS, face);
        assertTrue(face.found);
        world.presenceLogit = -1;
        engine.step(3 * FRAME_MS, face);
        assertFalse(face.found);
    }

    @Test
    void theFaceFollowedStaysWhenALargerOneComes() {
        float[] first = moved(landmarks(0, 700), 1, -200, 0);
        world.faces.add(first);
        engine.step(0, face);
        world.faces.addFirst(moved(landmarks(0, 400), 1, 120, 0));
        for (int i = 1; i < 5; i++) {
            engine.step(i * FRAME_MS, face);
            assertArrayEquals(Arrays.copyOf(first, 30), Arrays.copyOf(face.landmarksPx, 30), 0.01f);
        }
        engine.still(face);
        assertEquals(2, face.facesDetected);
        assertTrue(face.landmarksPx[0] > 300, "a photo takes the largest");
    }

    @Test
    void aSmallFaceIsFoundByTilesAtOnceInAPhotoAndSoonInAVideo() {
        world.faces.add(moved(landmarks(0, 450), 0.27f, 450, 30));
        engine.still(face);
        assertTrue(face.found);
        engine.reset();
        int frames = 0;
        do {
            engine.step(frames++ * FRAME_MS, face);
        } while (!face.found && frames < 20);
        assertTrue(frames <= 13, "found after " + frames + " frames");
    }

    @Test
    void aFaceThatLeavesThePictureIsLost() {
        float[] start = landmarks(0, 500);
        world.faces.add(start);
        boolean lost = false;
        for (int i = 0; i < 60 && !lost; i++) {
            world.faces.set(0, moved(start, 1, 10 * i, 0));
            engine.step(i * FRAME_MS, face);
            lost = !face.found;
        }
        assertTrue(lost);
    }

    @Test
    void landmarksThatAreNoHeadAreNoFace() {
        float[] flat = landmarks(0, 450);
        for (int i = 0; i < flat.length; i += 3) {
            flat[i + 1] = 240;
        }
        world.faces.add(flat);
        engine.step(0, face);
        assertFalse(face.found);
        engine.still(face);
        assertFalse(face.found);
        for (float value : face.pose) {
            assertTrue(Float.isFinite(value));
        }
    }

    @Test
    void twoEnginesDoNotDisturbEachOther() {
        SimulatedFaces other = new SimulatedFaces(SyntheticView.WIDTH, SyntheticView.HEIGHT, head.landmarkMirror());
        FaceEngine second = new FaceEngine(other, head);
        TrackedFace alone = new TrackedFace(head);
        TrackedFace together = new TrackedFace(head);
        for (int i = 0; i < 20; i++) {
            world.faces.clear();
            world.faces.add(landmarks(i, 450));
            engine.step(i * FRAME_MS, alone);
        }
        engine.reset();
        for (int i = 0; i < 20; i++) {
            world.faces.clear();
            world.faces.add(landmarks(i, 450));
            engine.step(i * FRAME_MS, together);
            other.faces.clear();
            other.faces.add(landmarks(-2 * i, 600));
            second.step(i * FRAME_MS, face);
        }
        assertArrayEquals(alone.pose, together.pose);
        assertArrayEquals(alone.headShapeMm, together.headShapeMm);
        assertEquals(alone.pdMm, together.pdMm);
    }

    @Test
    void anImpossibleFieldOfViewIsRefused() {
        for (float bad : new float[] {0, -1, 4, Float.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> engine.setVerticalFovRad(bad));
        }
    }
}
