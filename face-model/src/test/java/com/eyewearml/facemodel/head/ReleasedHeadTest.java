package com.eyewearml.facemodel.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The released head against anthropometry, which it was not built from. */
class ReleasedHeadTest {
    private static HeadModel head;

    @BeforeAll
    static void read() throws IOException {
        head = HeadModel.parse(Files.readAllBytes(Path.of("release/head.ewhd")));
    }

    @Test
    void lengthsLieWithinTwoStandardDeviationsOfAdults() {
        assertEquals(63.4, distance(FacePoints.RIGHT_IRIS_CENTRE, FacePoints.LEFT_IRIS_CENTRE), 0.1);
        assertEquals(11.7, distance(FacePoints.RIGHT_IRIS_PLUS_X, FacePoints.RIGHT_IRIS_MINUS_X), 0.5);
        assertEquals(137, distance(FacePoints.RIGHT_SIDE, FacePoints.LEFT_SIDE), 12);
        assertEquals(31, distance(FacePoints.RIGHT_EYE_INNER, FacePoints.LEFT_EYE_INNER), 5);
        assertEquals(119, distance(FacePoints.CHIN, FacePoints.NOSE_BRIDGE_TOP), 14);
        assertEquals(144, distance(head.vertex(HeadModel.Named.RIGHT_TRAGION), head.vertex(HeadModel.Named.LEFT_TRAGION)), 12);
    }

    @Test
    void originLiesBetweenTheInnerEyeCorners() {
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(0, head.meanMm(3 * FacePoints.RIGHT_EYE_INNER + axis) + head.meanMm(3 * FacePoints.LEFT_EYE_INNER + axis), 0.01);
        }
        assertTrue(head.meanMm(3 * FacePoints.LEFT_EYE_OUTER) > 0, "x points to the wearer's left");
        assertTrue(head.meanMm(3 * FacePoints.FOREHEAD_TOP + 1) > 0, "y points up");
        assertTrue(head.meanMm(3 * FacePoints.NOSE_TIP + 2) > 0, "z points out of the face");
    }

    @Test
    void faceMeshIsADiscThatLooksOutwards() {
        Map<Long, Integer> edges = new HashMap<>();
        for (int t = 0; t < head.faceTriangleCount(); t++) {
            int a = head.triangleVertex(t, 0);
            int b = head.triangleVertex(t, 1);
            int c = head.triangleVertex(t, 2);
            double area = (x(b) - x(a)) * (y(c) - y(a)) - (x(c) - x(a)) * (y(b) - y(a));
            assertTrue(area > 0, "triangle " + t + " looks into the head");
            for (int[] e : new int[][] {{a, b}, {b, c}, {c, a}}) {
                edges.merge((long) Math.min(e[0], e[1]) << 16 | Math.max(e[0], e[1]), 1, Integer::sum);
            }
        }
        assertTrue(edges.values().stream().allMatch(n -> n <= 2));
        assertEquals(1, FacePoints.MESH_COUNT - edges.size() + head.faceTriangleCount(), "Euler characteristic of a disc");
    }

    private double distance(int a, int b) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = head.meanMm(3 * a + axis) - head.meanMm(3 * b + axis);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    private double x(int vertex) {
        return head.meanMm(3 * vertex);
    }

    private double y(int vertex) {
        return head.meanMm(3 * vertex + 1);
    }
}
