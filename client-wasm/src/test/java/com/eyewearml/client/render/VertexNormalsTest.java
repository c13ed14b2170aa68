package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VertexNormalsTest {
    private static final int RINGS = 24;
    private static final int SECTORS = 48;

    @Test
    void ofASpherePointAwayFromItsCentre() {
        float[] positions = new float[3 * (RINGS + 1) * SECTORS];
        int[] triangles = new int[6 * RINGS * SECTORS];
        int at = 0;
        for (int ring = 0; ring <= RINGS; ring++) {
            for (int sector = 0; sector < SECTORS; sector++) {
                double theta = Math.PI * (0.05 + 0.9 * ring / RINGS);
                double phi = 2 * Math.PI * sector / SECTORS;
                positions[at++] = (float) (80 * Math.sin(theta) * Math.cos(phi));
                positions[at++] = (float) (80 * Math.cos(theta));
                positions[at++] = (float) (-80 * Math.sin(theta) * Math.sin(phi));
            }
        }
        at = 0;
        for (int ring = 0; ring < RINGS; ring++) {
            for (int sector = 0; sector < SECTORS; sector++) {
                int a = ring * SECTORS + sector;
                int b = ring * SECTORS + (sector + 1) % SECTORS;
                for (int corner : new int[] {a, a + SECTORS, b, b, a + SECTORS, b + SECTORS}) {
                    triangles[at++] = corner;
                }
            }
        }
        float[] normals = new float[positions.length];
        VertexNormals.compute(positions, triangles, normals);
        for (int i = 0; i < positions.length; i += 3) {
            float cosine = (normals[i] * positions[i] + normals[i + 1] * positions[i + 1] + normals[i + 2] * positions[i + 2]) / 80;
            assertTrue(cosine > 0.99, "vertex " + i / 3 + " deviates, cosine " + cosine);
        }
    }

    @Test
    void ofVerticesWithoutTrianglesPointForward() {
        float[] normals = new float[3];
        VertexNormals.compute(new float[] {5, 6, 7}, new int[0], normals);
        assertArrayEquals(new float[] {0, 0, 1}, normals);
    }
}
