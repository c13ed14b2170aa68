package com.eyewearml.facemodel.sample;

import com.eyewearml.face.Roi;

/**
 * Moves regions away from where the tracker would have them: a little, as a tracker that follows, or so far that it should give
 * up. What counts is the overlap of the two squares, area shared over area covered, without their turn: regions of faces overlap
 * the true one by at least {@value #LEAST_PRESENT}, others by at most {@value #MOST_ABSENT}; what lies between is not drawn.
 */
final class RegionNoise {
    static final float LEAST_PRESENT = 0.55f;
    static final float MOST_ABSENT = 0.45f;
    /** Faces turned further than this in their region are lost. */
    static final float LOST_TURN_RAD = 1.2f;
    static final float MOST_TURN_RAD = 0.6f;
    private static final float UPSIDE_DOWN = 0.08f;
    private static final float FAR_OFF = 0.15f;
    private static final float KEEP_FAR_OFF = 0.35f;
    private static final float MOST_ZOOM = 3;

    private final Dice dice;
    private final Roi truth = new Roi();

    RegionNoise(Dice dice) {
        this.dice = dice;
    }

    /** Moves the region of a face; at {@code amount} 1 by some 10 degrees, 12 % in size and 4 % of its side. */
    void disturb(Roi roi, float amount) {
        truth.set(roi);
        do {
            roi.set(truth);
            roi.angleRad += amount * dice.gaussian(0.17f, MOST_TURN_RAD);
            roi.centreX += amount * dice.gaussian(0.035f, 0.12f) * roi.sidePx;
            roi.centreY += amount * dice.gaussian(0.035f, 0.12f) * roi.sidePx;
            roi.sidePx *= (float) Math.exp(amount * dice.gaussian(0.12f, 0.3f));
        } while (overlap(roi, truth) < LEAST_PRESENT);
    }

    /** Moves the region off its face: beside it, too large, too small or turned; mostly by not much more than is needed. */
    void misplace(Roi roi) {
        truth.set(roi);
        if (dice.chance(UPSIDE_DOWN)) {
            disturb(roi, 1);
            roi.angleRad += (dice.chance(0.5f) ? 1 : -1) * dice.uniform(LOST_TURN_RAD + MOST_TURN_RAD, (float) Math.PI);
            return;
        }
        float overlap;
        do {
            roi.set(truth);
            roi.angleRad += dice.gaussian(0.25f, 1);
            roi.sidePx *= dice.logUniform(1 / MOST_ZOOM, MOST_ZOOM);
            float away = dice.direction(), shift = dice.uniform(0, 0.8f) * Math.max(roi.sidePx, truth.sidePx);
            roi.centreX += shift * (float) Math.cos(away);
            roi.centreY += shift * (float) Math.sin(away);
            overlap = overlap(roi, truth);
        } while (overlap > MOST_ABSENT || overlap < FAR_OFF && !dice.chance(KEEP_FAR_OFF));
    }

    /** Area shared over area covered of two squares, both taken as upright in the axes of the second. */
    static float overlap(Roi a, Roi b) {
        float cos = (float) Math.cos(b.angleRad), sin = (float) Math.sin(b.angleRad);
        float dx = a.centreX - b.centreX, dy = a.centreY - b.centreY;
        float shared = shared(cos * dx + sin * dy, a.sidePx, b.sidePx) * shared(cos * dy - sin * dx, a.sidePx, b.sidePx);
        return shared / (a.sidePx * a.sidePx + b.sidePx * b.sidePx - shared);
    }

    private static float shared(float distance, float a, float b) {
        return Math.clamp((a + b) / 2 - Math.abs(distance), 0, Math.min(a, b));
    }
}
