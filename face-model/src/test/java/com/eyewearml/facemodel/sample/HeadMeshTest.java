package com.eyewearml.facemodel.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.nn.FaceNetworks;
import org.joml.Matrix3d;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;

class HeadMeshTest {
    private static final double TOLERANCE_PX = 2e-3;
    private final HeadMesh mesh = new HeadMesh(MadeUpHead.topology());
    private final float[] portrait = MadeUpHead.points();

    @Test
    void untouchedPortraitStaysWhereItIs() {
        mesh.turn(portrait, 0, 0, Float.POSITIVE_INFINITY, Expression.NEUTRAL);
        assertArrayEquals(portrait, mesh.points, 1e-3f);
    }

    @Test
    void pointsTurnAboutTheHeadsCentreAndShrinkWithDistance() {
        double width = 140, centreZ = 0.55 * width;
        for (float[] pose : new float[][] {{0.3f, 0, 3}, {-1.2f, 0.2f, 1.8f}, {0.5f, -0.6f, 6}, {1, 0.4f, Float.POSITIVE_INFINITY}}) {
            mesh.turn(portrait, pose[0], pose[1], pose[2], Expression.NEUTRAL);
            Matrix3d rotation = new Matrix3d().rotateX(pose[1]).rotateY(pose[0]);
            for (int i = 0; i < FaceNetworks.POINTS; i++) {
                Vector3d p = new Vector3d(portrait[3 * i] - MadeUpHead.CENTRE_PX, portrait[3 * i + 1] - MadeUpHead.CENTRE_PX,
                        portrait[3 * i + 2] - centreZ).mul(rotation);
                double depth = p.z + centreZ;
                double scale = Float.isInfinite(pose[2]) ? 1 : pose[2] * width / (pose[2] * width + depth);
                assertEquals(MadeUpHead.CENTRE_PX + scale * p.x, mesh.points[3 * i], TOLERANCE_PX);
                assertEquals(MadeUpHead.CENTRE_PX + scale * p.y, mesh.points[3 * i + 1], TOLERANCE_PX);
                assertEquals(scale * depth, mesh.points[3 * i + 2], TOLERANCE_PX);
            }
        }
    }

    @Test
    void shutLidsMeetAndIrisesStay() {
        mesh.turn(portrait, 0, 0, Float.POSITIVE_INFINITY, new Expression(0, 1, 0, 0, 0, 0, 0, 0, 0));
        for (int[] pair : new int[][] {{159, 145}, {160, 144}, {158, 153}}) {
            for (int k = 0; k < 3; k++) {
                assertEquals(mesh.points[3 * pair[0] + k], mesh.points[3 * pair[1] + k], 1e-3);
            }
        }
        for (int i = 3 * 468; i < 3 * 478; i++) {
            assertEquals(portrait[i], mesh.points[i], 1e-3);
        }
        assertEquals(portrait[3 * 386 + 1], mesh.points[3 * 386 + 1], 1e-3, "the other eye's lid");
    }

    @Test
    void lidsMoveInProportionToTheirClosing() {
        float[] half = portrait.clone(), shut = portrait.clone();
        Eyelids.close(half, 1, 0.5f);
        Eyelids.close(shut, 1, 1);
        for (int i = 0; i < half.length; i++) {
            assertEquals((portrait[i] + shut[i]) / 2, half[i], 1e-3);
        }
    }

    @Test
    void everyDrawnVertexOfThePortraitLiesInsideIt() {
        mesh.turn(portrait, 0.7f, 0.2f, 2, Expression.NEUTRAL);
        for (float coordinate : mesh.source) {
            assertTrue(coordinate >= 0 && coordinate <= Portraits.SIDE_PX, "source at " + coordinate);
        }
    }
}
