package com.eyewearml.client.render;

import java.util.Arrays;

/**
 * What the picture shows beside the face, read on a coarse grid: mean radiance to the left, to the right and above, how bright its bright parts
 * are, how dark its darkest, and the colour of its edges.
 */
final class Surroundings {
    static final int LEFT = 0;
    static final int RIGHT = 1;
    static final int ABOVE = 2;
    static final int SIDES = 3;
    private static final int COLUMNS = 64;
    private static final int ROWS = 48;
    /** Hair and shoulders around the landmarks, in sizes of their box. */
    private static final float BESIDE = 0.22f;
    private static final float OVER = 0.40f;
    private static final double BRIGHT_SHARE = 0.05;
    private static final double DARK_SHARE = 0.005;

    private final LandmarkBox face = new LandmarkBox();
    private final double[] sums = new double[3 * SIDES];
    private final int[] counts = new int[SIDES];
    private final double[] edges = new double[3];
    private final int[] greens = new int[256];

    /** Looks at a picture with a face. */
    void look(Picture picture, float[] landmarksPx) {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        Arrays.fill(edges, 0);
        Arrays.fill(greens, 0);
        face.enclose(landmarksPx);
        float margin = BESIDE * (face.right - face.left);
        float hair = face.top - OVER * (face.bottom - face.top);
        for (int row = 0; row < ROWS; row++) {
            int y = (2 * row + 1) * picture.heightPx() / (2 * ROWS);
            for (int column = 0; column < COLUMNS; column++) {
                int x = (2 * column + 1) * (picture.widthPx() - 1) / (2 * COLUMNS);
                addEdge(picture, x, y);
                if (y < face.bottom) {
                    int side = x < face.left - margin ? LEFT : x > face.right + margin ? RIGHT : y < hair ? ABOVE : -1;
                    if (side >= 0) {
                        add(picture, x, y, side);
                    }
                }
            }
        }
    }

    private void add(Picture picture, int x, int y, int side) {
        counts[side]++;
        for (int c = 0; c < 3; c++) {
            sums[3 * side + c] += SrgbTable.LINEAR[picture.channel(x, y, c)];
        }
    }

    private void addEdge(Picture picture, int x, int y) {
        greens[picture.channel(x, y, 1)]++;
        for (int c = 0; c < 3; c++) {
            edges[c] += Math.abs(SrgbTable.LINEAR[picture.channel(x + 1, y, c)] - SrgbTable.LINEAR[picture.channel(x, y, c)]);
        }
    }

    /** Whether enough is seen on a side of the face. */
    boolean sees(int side) {
        return counts[side] >= COLUMNS;
    }

    /** Mean linear radiance on a side that is seen. */
    double radiance(int side, int channel) {
        return sums[3 * side + channel] / counts[side];
    }

    /**
     * Light's red or blue over its green by the grey-edge hypothesis (van de Weijer, Gevers and Gijsenij 2007, "Edge-Based Color
     * Constancy"): the differences between neighbouring pixels are grey on average.
     */
    double edgeRatio(int channel) {
        double floor = 1e-3 * COLUMNS * ROWS;
        return (edges[channel] + floor) / (edges[1] + floor);
    }

    /** Linear green that a twentieth of the picture exceeds. */
    double brightPart() {
        return SrgbTable.LINEAR[quantile(1 - BRIGHT_SHARE)];
    }

    /** Linear green of the darkest parts: what haze and the camera's glass add to black. */
    double darkest() {
        return SrgbTable.LINEAR[quantile(DARK_SHARE)];
    }

    private int quantile(double share) {
        int wanted = (int) (share * COLUMNS * ROWS);
        int seen = 0;
        for (int value = 0; value < 256; value++) {
            seen += greens[value];
            if (seen > wanted) {
                return value;
            }
        }
        return 255;
    }
}
