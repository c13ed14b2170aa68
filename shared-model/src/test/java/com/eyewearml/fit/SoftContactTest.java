package com.eyewearml.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Frames on wedges, where contact has a closed form. */
class SoftContactTest {
    private static final double CELL_MM2 = NoseContact.STEP_MM * NoseContact.STEP_MM;
    private final SoftContact contact = new SoftContact();

    /** A nose with its ridge at x = ridge and flanks that fall by {@code steepness}, from two rectangles. */
    private static HeightField wedge(float ridge, float steepness) {
        float[] p = {ridge, -60, 0, ridge, 60, 0, ridge + 60, -60, -60 * steepness, ridge + 60, 60, -60 * steepness,
            ridge - 60, -60, -60 * steepness, ridge - 60, 60, -60 * steepness};
        HeightField field = new HeightField(-30, -45, 30, 25, 0.5f);
        int[] t = {0, 2, 1, 1, 2, 3, 0, 1, 4, 1, 5, 4};
        for (int i = 0; i < t.length; i += 3) {
            field.raise(p, 3 * t[i], 3 * t[i + 1], 3 * t[i + 2], 1);
        }
        return field;
    }

    /** Pads with a gap between them whose faces fall outwards by {@code steepness}; 5 by 9 points each. */
    private static NoseContact pads(double gapMm, double steepness) {
        float[] p = new float[3 * 2 * 5 * 9];
        int at = 0;
        for (int side = -1; side <= 1; side += 2) {
            for (int column = 0; column < 5; column++) {
                for (int row = -4; row <= 4; row++) {
                    p[at++] = (float) (side * (gapMm / 2 + column * NoseContact.STEP_MM));
                    p[at++] = row * NoseContact.STEP_MM;
                    p[at++] = (float) (-steepness * column * NoseContact.STEP_MM);
                }
            }
        }
        return new NoseContact(p);
    }

    @Test
    void padsParallelToTheFlanksRestWhereTheWedgeIsAsWideAsTheirGap() {
        for (float steepness : new float[] {0.8f, 1.5f, 2.5f}) {
            for (double gap : new double[] {12, 16, 20}) {
                double sunk = SoftContact.DISPLACED_MM3 / (90 * CELL_MM2);
                double z = contact.restZ(wedge(0, steepness), pads(gap, steepness), 0, 0, 0, 0);
                assertEquals(-steepness * gap / 2 - sunk, z, 1e-3);
                assertEquals(0, contact.imbalanceMm3(), 1e-3);
            }
        }
    }

    @Test
    void padsLessSteepThanTheFlanksTouchWithTheirInnerEdge() {
        // Columns of 18 points each; every further one is reached 1.25 mm less deep.
        double displaced = SoftContact.DISPLACED_MM3 / CELL_MM2;
        int columns = 1;
        double depth = displaced / 18;
        while (depth > columns * NoseContact.STEP_MM) {
            columns++;
            depth = (displaced / 18 + NoseContact.STEP_MM * columns * (columns - 1) / 2) / columns;
        }
        assertEquals(-2 * 8 - depth, contact.restZ(wedge(0, 2), pads(16, 1), 0, 0, 0, 0), 1e-3);
    }

    @Test
    void loadsTheFlankTowardsWhichTheFrameIsShifted() {
        HeightField skin = wedge(1.5f, 2);
        NoseContact pads = pads(16, 2);
        contact.restZ(skin, pads, 0, 0, 0, 0);
        assertTrue(contact.imbalanceMm3() < 0, "the left pad meets the ridge that lies left");
        contact.restZ(skin, pads, 1.5, 0, 0, 0);
        assertEquals(0, contact.imbalanceMm3(), 1e-3);
        contact.restZ(skin, pads, 3, 0, 0, 0);
        assertTrue(contact.imbalanceMm3() > 0);
    }

    @Test
    void displacesTheSameVolumeHoweverItLeans() {
        HeightField skin = wedge(0, 1.2f);
        NoseContact pads = pads(15, 0.7);
        for (double lean = -0.3; lean <= 0.3; lean += 0.1) {
            double z = contact.restZ(skin, pads, 0.4, 1, lean, 0);
            double volume = 0;
            float[] p = pads.pointsMm();
            for (int i = 0; i < p.length; i += 3) {
                double y = 1 + Math.cos(lean) * p[i + 1] - Math.sin(lean) * p[i + 2];
                double pointZ = z + Math.sin(lean) * p[i + 1] + Math.cos(lean) * p[i + 2];
                volume += CELL_MM2 * Math.max(0, skin.z(0.4 + p[i], y) - pointZ);
            }
            assertEquals(SoftContact.DISPLACED_MM3, volume, 0.05);
        }
    }
}
