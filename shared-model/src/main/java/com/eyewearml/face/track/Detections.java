package com.eyewearml.face.track;

import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;

/**
 * Faces a detector found, in pixels of the picture, best score first once {@link #suppress()} has run. Holds at most
 * {@value #CAPACITY}; when full, the weakest gives way.
 */
public final class Detections {
    /** Most faces held. */
    public static final int CAPACITY = 64;
    /** Two squares that overlap by more than this (intersection over union) are one face. */
    public static final float MAX_OVERLAP = 0.3f;

    private final float[] scores = new float[CAPACITY];
    private final float[] centresX = new float[CAPACITY];
    private final float[] centresY = new float[CAPACITY];
    private final float[] sizesPx = new float[CAPACITY];
    private final float[] anglesRad = new float[CAPACITY];
    private int count;

    /** Number of faces. */
    public int count() {
        return count;
    }

    /** Probability of face {@code i}, 0–1. */
    public float score(int i) {
        return scores[i];
    }

    /** Longer side of the landmarks' box of face {@code i}. */
    public float sizePx(int i) {
        return sizesPx[i];
    }

    public float centreX(int i) {
        return centresX[i];
    }

    public float centreY(int i) {
        return centresY[i];
    }

    /** Region of the landmarker for face {@code i}. */
    public Roi roi(int i, Roi out) {
        return RoiRule.fromDetection(centresX[i], centresY[i], sizesPx[i], anglesRad[i], out);
    }

    /** Forgets all faces. */
    public void clear() {
        count = 0;
    }

    /** Adds a face. */
    public void add(float score, float centreX, float centreY, float sizePx, float angleRad) {
        int at = count;
        if (count == CAPACITY) {
            at = weakest();
            if (scores[at] >= score) {
                return;
            }
        } else {
            count++;
        }
        set(at, score, centreX, centreY, sizePx, angleRad);
    }

    /** Greedy non-maximum suppression: of faces that overlap by more than {@link #MAX_OVERLAP} the best stays. */
    public void suppress() {
        int kept = 0;
        while (kept < count) {
            swap(kept, strongest(kept));
            int end = kept + 1;
            for (int i = kept + 1; i < count; i++) {
                if (overlap(kept, i) <= MAX_OVERLAP) {
                    swap(end, i);
                    end++;
                }
            }
            count = end;
            kept++;
        }
    }

    /** Intersection over union of the upright squares of two faces. */
    float overlap(int a, int b) {
        float width = side(centresX[a], sizesPx[a], centresX[b], sizesPx[b]);
        float height = side(centresY[a], sizesPx[a], centresY[b], sizesPx[b]);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        float common = width * height;
        return common / (sizesPx[a] * sizesPx[a] + sizesPx[b] * sizesPx[b] - common);
    }

    private static float side(float centreA, float sizeA, float centreB, float sizeB) {
        return Math.min(centreA + sizeA / 2, centreB + sizeB / 2) - Math.max(centreA - sizeA / 2, centreB - sizeB / 2);
    }

    private int weakest() {
        int weakest = 0;
        for (int i = 1; i < count; i++) {
            if (scores[i] < scores[weakest]) {
                weakest = i;
            }
        }
        return weakest;
    }

    private int strongest(int from) {
        int strongest = from;
        for (int i = from + 1; i < count; i++) {
            if (scores[i] > scores[strongest]) {
                strongest = i;
            }
        }
        return strongest;
    }

    private void swap(int a, int b) {
        float score = scores[a];
        float centreX = centresX[a];
        float centreY = centresY[a];
        float sizePx = sizesPx[a];
        float angleRad = anglesRad[a];
        set(a, scores[b], centresX[b], centresY[b], sizesPx[b], anglesRad[b]);
        set(b, score, centreX, centreY, sizePx, angleRad);
    }

    private void set(int i, float score, float centreX, float centreY, float sizePx, float angleRad) {
        scores[i] = score;
        centresX[i] = centreX;
        centresY[i] = centreY;
        sizesPx[i] = sizePx;
        anglesRad[i] = angleRad;
    }
}
