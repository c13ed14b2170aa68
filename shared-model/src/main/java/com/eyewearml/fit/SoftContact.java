package com.eyewearml.fit;

/**
 * A front pressed against skin from in front. Skin gives way like a bed of even springs (Winkler 1867): at equilibrium the volume that
 * the front displaces is the load over the stiffness, a constant. So the solution is unique and follows the shape of the nose
 * continuously, which a first touch of single points does not.
 */
final class SoftContact {
    /** Volume displaced under a worn frame: two pads of 60 mm² seen from the front that sink 1 mm. */
    static final double DISPLACED_MM3 = 120;

    private static final double CELL_MM2 = NoseContact.STEP_MM * NoseContact.STEP_MM;
    private static final int MAX_ROUNDS = 40;

    private double[] reach = new double[0];
    private double rightMm3;
    private double leftMm3;

    /**
     * Finds where the front comes to rest.
     *
     * @param skin  foremost skin over x and y, head frame
     * @param x     of the frame's origin
     * @param y     of the frame's origin
     * @param lean  turn of the front about the x axis
     * @param roll  turn of the leaning front about the z axis
     * @return z of the frame's origin
     */
    double restZ(HeightField skin, NoseContact contact, double x, double y, double lean, double roll) {
        int n = contact.count();
        if (reach.length < n) {
            reach = new double[n];
        }
        float[] p = contact.pointsMm();
        double cos = Math.cos(lean);
        double sin = Math.sin(lean);
        double cosRoll = Math.cos(roll);
        double sinRoll = Math.sin(roll);
        double foremost = HeightField.NOTHING_MM;
        for (int i = 0; i < n; i++) {
            double up = cos * p[3 * i + 1] - sin * p[3 * i + 2];
            double out = sin * p[3 * i + 1] + cos * p[3 * i + 2];
            reach[i] = skin.z(x + cosRoll * p[3 * i] - sinRoll * up, y + sinRoll * p[3 * i] + cosRoll * up) - out;
            foremost = Math.max(foremost, reach[i]);
        }
        // The volume falls with z, convex and piecewise linear: Newton's steps from the deep side do not overshoot.
        double z = foremost - DISPLACED_MM3 / CELL_MM2;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double depth = 0;
            int touching = 0;
            for (int i = 0; i < n; i++) {
                if (reach[i] > z) {
                    depth += reach[i] - z;
                    touching++;
                }
            }
            double step = (depth - DISPLACED_MM3 / CELL_MM2) / touching;
            z += step;
            if (step < 1e-6) {
                break;
            }
        }
        share(p, n, z);
        return z;
    }

    private void share(float[] p, int n, double z) {
        rightMm3 = 0;
        leftMm3 = 0;
        for (int i = 0; i < n; i++) {
            double volume = CELL_MM2 * Math.max(0, reach[i] - z);
            if (p[3 * i] < 0) {
                rightMm3 += volume;
            } else if (p[3 * i] > 0) {
                leftMm3 += volume;
            }
        }
    }

    /** What the right half of the front displaced where it came to rest last, less what the left half did; cubic millimetres. */
    double imbalanceMm3() {
        return rightMm3 - leftMm3;
    }
}
