package com.eyewearml.facemodel.faces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.data.Rgb;
import java.io.IOException;
import org.joml.Matrix3d;
import org.junit.jupiter.api.Test;

/** A made-up average: the released mean head as an ideal camera sees it, black, with a green disc on one landmark at a time. */
class ReliefTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 400;
    private static final int[] OUTLINE = {FacePoints.FOREHEAD_TOP, 251, FacePoints.LEFT_SIDE, 397, FacePoints.CHIN, 172,
        FacePoints.RIGHT_SIDE, 21};
    private static final double FOV_RAD = Math.toRadians(28);

    private final HeadModel head = HeadModel.parse(ReleasedEngine.file("head.ewhd"));
    private final float[] points = meanHeadFromAfar();
    private final SampleCamera camera = SampleCamera.of(points, WIDTH, HEIGHT);
    private final Relief relief = Relief.of(points, camera, head, OUTLINE);

    ReliefTest() throws IOException { }

    @Test
    void landmarksProjectOntoThemselvesThroughTheSamplesCamera() {
        PinholeCamera pinhole = camera.pinhole();
        for (int i = 0; i < FacePoints.COUNT; i++) {
            double z = ReliefRenderer.apply(relief.upright(), 2, relief.pointsMm(), 3 * i);
            assertEquals(points[3 * i], pinhole.pixelX(ReliefRenderer.apply(relief.upright(), 0, relief.pointsMm(), 3 * i), z), 1e-2);
            assertEquals(points[3 * i + 1], pinhole.pixelY(ReliefRenderer.apply(relief.upright(), 1, relief.pointsMm(), 3 * i), z), 1e-2);
        }
    }

    @Test
    void headFrameBeginsBetweenTheInnerEyeCorners() {
        for (int k = 0; k < 3; k++) {
            float right = relief.pointsMm()[3 * FacePoints.RIGHT_EYE_INNER + k];
            float left = relief.pointsMm()[3 * FacePoints.LEFT_EYE_INNER + k];
            assertEquals(0, right + left, 1e-2);
        }
    }

    @Test
    void whatIsPaintedOnALandmarkIsDrawnWhereThePosePutsIt() {
        HeadMotion motion = new HeadMotion(12, 0, 0, -560);
        PinholeCamera pinhole = new PinholeCamera().set(320, 240, FOV_RAD);
        for (int landmark : new int[] {FacePoints.NOSE_TIP, FacePoints.RIGHT_EYE_OUTER, FacePoints.CHIN}) {
            ReliefRenderer renderer = new ReliefRenderer(relief, Neck.of(disc(landmark), points), disc(landmark), Finish.wall(320, 240, new float[3]), FOV_RAD, motion.rest());
            for (int frame : new int[] {0, 1, 11, 6}) {
                RigidPose pose = motion.at(frame);
                double z = ReliefRenderer.apply(pose, 2, relief.pointsMm(), 3 * landmark);
                double x = pinhole.pixelX(ReliefRenderer.apply(pose, 0, relief.pointsMm(), 3 * landmark), z);
                double y = pinhole.pixelY(ReliefRenderer.apply(pose, 1, relief.pointsMm(), 3 * landmark), z);
                double[] seen = centroid(renderer.render(pose));
                assertEquals(x, seen[0], 1, "landmark " + landmark + " frame " + frame);
                assertEquals(y, seen[1], 1, "landmark " + landmark + " frame " + frame);
            }
        }
    }

    @Test
    void motionTurnsAboutYThenXThenZ() {
        HeadMotion motion = new HeadMotion(48, 0, 0, -500);
        for (int frame = 0; frame < 48; frame++) {
            RigidPose pose = motion.at(frame);
            Matrix3d expected = new Matrix3d().rotateY(pose.yawRad()).rotateX(pose.pitchRad()).rotateZ(HeadMotion.rollRad(pose));
            double[] rows = {expected.m00, expected.m10, expected.m20, expected.m01, expected.m11, expected.m21,
                expected.m02, expected.m12, expected.m22};
            assertArrayEquals(rows, pose.r, 1e-12);
        }
    }

    private float[] meanHeadFromAfar() {
        PinholeCamera far = new PinholeCamera().set(WIDTH, HEIGHT, Math.toRadians(12));
        float[] out = new float[3 * FacePoints.COUNT];
        for (int i = 0; i < out.length; i += 3) {
            double z = head.meanMm(i + 2) - 1500;
            out[i] = (float) far.pixelX(head.meanMm(i), z);
            out[i + 1] = (float) far.pixelY(head.meanMm(i + 1), z);
            out[i + 2] = (float) (-head.meanMm(i + 2) * far.focalPx() / 1500);
        }
        return out;
    }

    private LightImage disc(int landmark) {
        LightImage out = new LightImage(WIDTH, HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            float dx = i % WIDTH + 0.5f - points[3 * landmark], dy = i / WIDTH + 0.5f - points[3 * landmark + 1];
            out.values[4 * i + 1] = dx * dx + dy * dy < 16 ? 1 : 0;
            out.values[4 * i + 3] = 1;
        }
        return out;
    }

    private static double[] centroid(Rgb picture) {
        double[] sums = new double[3];
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            double weight = Math.pow(picture.pixels()[3 * i + 1] & 255, 2);
            sums[0] += weight * (i % picture.width() + 0.5);
            sums[1] += weight * (i / picture.width() + 0.5);
            sums[2] += weight;
        }
        return new double[] {sums[0] / sums[2], sums[1] / sums[2]};
    }
}
