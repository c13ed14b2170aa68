package com.eyewearml.facemodel.sample;

/**
 * Moves the lids of a head in head coordinates. The upper lid does most of the way, and its fold follows; shut lids meet along
 * one line.
 */
final class Eyelids {
    private static final int[][] UPPER = {{246, 161, 160, 159, 158, 157, 173}, {466, 388, 387, 386, 385, 384, 398}};
    private static final int[][] LOWER = {{7, 163, 144, 145, 153, 154, 155}, {249, 390, 373, 374, 380, 381, 382}};
    private static final int[][] CORNERS = {{33, 133}, {263, 362}};
    private static final int[][] UPPER_FOLD = {{247, 30, 29, 27, 28, 56, 190}, {467, 260, 259, 257, 258, 286, 414}};
    private static final int[][] LOWER_FOLD = {{25, 110, 24, 23, 22, 26, 112}, {255, 339, 254, 253, 252, 256, 341}};
    /** Share of the way that the lower lid does. */
    private static final float LOWER_SHARE = 0.12f;
    /** Share of the lids' way that the skin beside them does. */
    private static final float FOLLOW = 0.4f;

    private Eyelids() { }

    /** Vertices around the opening of one eye: 0 the subject's right, 1 the left. */
    static int[] opening(int eye) {
        int n = UPPER[eye].length;
        int[] ring = new int[2 * n + 2];
        System.arraycopy(UPPER[eye], 0, ring, 0, n);
        System.arraycopy(LOWER[eye], 0, ring, n, n);
        System.arraycopy(CORNERS[eye], 0, ring, 2 * n, 2);
        return ring;
    }

    /** @param closed 0 as it is to 1 shut */
    static void close(float[] head, int eye, float closed) {
        if (closed == 0) {
            return;
        }
        for (int i = 0; i < UPPER[eye].length; i++) {
            int upper = 3 * UPPER[eye][i], lower = 3 * LOWER[eye][i];
            for (int k = 0; k < 3; k++) {
                float gap = closed * (head[lower + k] - head[upper + k]);
                head[upper + k] += (1 - LOWER_SHARE) * gap;
                head[lower + k] -= LOWER_SHARE * gap;
                head[3 * UPPER_FOLD[eye][i] + k] += FOLLOW * (1 - LOWER_SHARE) * gap;
                head[3 * LOWER_FOLD[eye][i] + k] -= FOLLOW * LOWER_SHARE * gap;
            }
        }
    }
}
