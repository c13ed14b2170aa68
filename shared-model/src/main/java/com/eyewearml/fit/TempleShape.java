package com.eyewearml.fit;

/**
 * The left temple as its file has it, unfolded: straight from the hinge on, then an arc down behind the ear, then straight again.
 *
 * @param slopeRad        how much the straight part rises backwards, negative where it descends
 * @param aboveHingeMm    height of the middle of the temple over the hinge, continued to there
 * @param asideMm         how far the middle of the temple lies farther out than the hinge, where the bend begins; negative farther in
 * @param bendMm          where the arc begins, along the straight part from the hinge
 * @param radiusMm        of the arc
 * @param angleRad        by which it turns down; 0 where the temple has no bend
 * @param halfHeightMm    of the temple's profile before the bend
 * @param halfThicknessMm likewise
 */
public record TempleShape(double slopeRad, double aboveHingeMm, double asideMm, double bendMm, double radiusMm, double angleRad,
        double halfHeightMm, double halfThicknessMm) {
    /** Where the bend of a temple of 145 mm begins. */
    static final double COMMON_BEND_MM = 100;
    static final double COMMON_RADIUS_MM = 28;
    static final double COMMON_HALF_HEIGHT_MM = 2.5;
    static final double COMMON_HALF_THICKNESS_MM = 1.5;
    private static final double COMMON_ANGLE_RAD = Math.toRadians(42);

    /** @throws IllegalArgumentException where a length that has to be positive is not, or not finite */
    public TempleShape {
        WornFrame.require("bendMm", bendMm);
        WornFrame.require("radiusMm", radiusMm);
        WornFrame.require("halfHeightMm", halfHeightMm);
        WornFrame.require("halfThicknessMm", halfThicknessMm);
    }

    /** A temple of which only its angle to the front's normal is known. */
    public static TempleShape common(double pantoscopicTiltRad) {
        return new TempleShape(-pantoscopicTiltRad, 0, 0, COMMON_BEND_MM, COMMON_RADIUS_MM, COMMON_ANGLE_RAD, COMMON_HALF_HEIGHT_MM,
                COMMON_HALF_THICKNESS_MM);
    }
}
