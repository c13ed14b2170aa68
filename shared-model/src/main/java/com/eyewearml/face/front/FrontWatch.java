package com.eyewearml.face.front;

import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import java.util.Arrays;

/**
 * Tells from picture to picture what is in front of a face. Noise of the network is averaged over time where it changes little; a large
 * change is taken at once, so that nothing trails a moving hand. What is told has to hold together: cells count only in a patch that has
 * a certain size and is sure somewhere (thresholds with hysteresis: Canny 1986, section VII). Allocates nothing per picture.
 */
public final class FrontWatch {
    private static final int CELLS = FrontMask.CELLS;
    /** Probability from which a cell belongs to a patch, and the one that a patch must reach somewhere. */
    private static final float POSSIBLE = 0.4f;
    private static final float SURE = 0.9f;
    private static final int FEWEST_CELLS = 14;
    private static final int FEWEST_SURE_CELLS = 5;
    /** Probabilities between which a cell goes from seen to covered. */
    private static final float SEEN = 0.3f;
    private static final float COVERED = 0.6f;
    /** Share of a small change that is taken, and how much more of a larger one. */
    private static final float STEADY_GAIN = 0.35f;
    private static final float GAIN_PER_CHANGE = 2.5f;

    private final FrontVision vision;
    private final Roi region = new Roi();
    private final float[] probability = new float[CELLS * CELLS];
    private final boolean[] patch = new boolean[CELLS * CELLS];
    private final boolean[] visited = new boolean[CELLS * CELLS];
    private final int[] members = new int[CELLS * CELLS];
    private boolean fresh = true;

    public FrontWatch(FrontVision vision) {
        this.vision = vision;
    }

    /** Forgets what was seen, as before another face or picture. */
    public void reset(FrontMask out) {
        fresh = true;
        out.isEmpty = true;
    }

    /**
     * Looks at the current picture.
     *
     * @param landmarksPx x, y, z of the face's landmarks in pixels of the picture that the vision shows
     */
    public void look(float[] landmarksPx, FrontMask out) {
        RoiRule.fromLandmarks(landmarksPx, region);
        out.region.set(region);
        follow(vision.front(region));
        out.isEmpty = !findPatches();
        if (!out.isEmpty) {
            for (int i = 0; i < patch.length; i++) {
                float share = nearPatch(i) ? (probability[i] - SEEN) / (COVERED - SEEN) : 0;
                out.covered[i] = (byte) Math.round(255 * Math.clamp(share, 0, 1));
            }
        }
    }

    private void follow(float[] logits) {
        for (int i = 0; i < probability.length; i++) {
            float seen = 1 / (1 + (float) Math.exp(-logits[i]));
            float change = seen - probability[i];
            float gain = fresh ? 1 : Math.min(1, STEADY_GAIN + GAIN_PER_CHANGE * Math.abs(change));
            probability[i] += gain * change;
        }
        fresh = false;
    }

    /** Marks the cells of patches that count; says whether there is one. */
    private boolean findPatches() {
        Arrays.fill(visited, false);
        Arrays.fill(patch, false);
        boolean found = false;
        for (int i = 0; i < probability.length; i++) {
            if (probability[i] >= SURE && !visited[i]) {
                found |= grow(i);
            }
        }
        return found;
    }

    private boolean grow(int seed) {
        int count = 0;
        int sure = 0;
        members[count++] = seed;
        visited[seed] = true;
        for (int next = 0; next < count; next++) {
            int cell = members[next];
            sure += probability[cell] >= SURE ? 1 : 0;
            int column = cell % CELLS;
            count = column > 0 ? join(cell - 1, count) : count;
            count = column < CELLS - 1 ? join(cell + 1, count) : count;
            count = cell >= CELLS ? join(cell - CELLS, count) : count;
            count = cell < CELLS * (CELLS - 1) ? join(cell + CELLS, count) : count;
        }
        if (count < FEWEST_CELLS || sure < FEWEST_SURE_CELLS) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            patch[members[i]] = true;
        }
        return true;
    }

    private int join(int cell, int count) {
        if (visited[cell] || probability[cell] < POSSIBLE) {
            return count;
        }
        visited[cell] = true;
        members[count] = cell;
        return count + 1;
    }

    /** Whether a cell or one beside it belongs to a patch: its soft edge lies just outside of it. */
    private boolean nearPatch(int cell) {
        int column = cell % CELLS;
        return patch[cell] || column > 0 && patch[cell - 1] || column < CELLS - 1 && patch[cell + 1]
                || cell >= CELLS && patch[cell - CELLS] || cell < CELLS * (CELLS - 1) && patch[cell + CELLS];
    }
}
