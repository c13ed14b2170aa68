package com.eyewearml.fit;

/**
 * How one temple is bent to its ear, as an optician does it: opened or closed at the hinge to the breadth of the head, angled up or down
 * there to lie on the ear, bowed out where the head is broader than the straight way to the ear, and bent down behind it. The temple keeps its length: where the ear is nearer than the bend it was made with, the
 * tip is straightened and bent anew.
 */
public final class TempleFit {
    /** The bend begins a little before the fold in which the ear meets the head behind. */
    private static final double BEND_BEFORE_FOLD_MM = 6;
    private static final double MAX_OPENING_RAD = Math.toRadians(14);
    private static final double MAX_CLOSING_RAD = Math.toRadians(5);
    private static final double MAX_ANGLING_RAD = Math.toRadians(10);
    /** How far an optician moves a bend before other temples are ordered. */
    private static final double MOST_NEARER_MM = 25;
    private static final double MOST_FARTHER_MM = 20;
    private static final double LEAST_REACH_MM = 40;

    private double openingRad;
    private double anglingRad;
    private double bowMm;
    private double bendMm = TempleShape.COMMON_BEND_MM;

    /**
     * Bends the temple.
     *
     * @param restMm on the skin where the temple lies on the ear; frame coordinates, but x away from the middle
     * @param foldMm in the fold behind the ear, likewise
     */
    void settle(WornFrame frame, double[] restMm, double[] foldMm) {
        TempleShape shape = frame.temple();
        double reach = Math.max(LEAST_REACH_MM, frame.hingeZMm() - restMm[2]);
        double outwards = restMm[0] + shape.halfThicknessMm() - frame.hingeXMm();
        openingRad = clamp(Math.atan2(outwards, reach) - Math.atan2(shape.asideMm(), reach), -MAX_CLOSING_RAD, MAX_OPENING_RAD);
        double upwards = restMm[1] + shape.halfHeightMm() - frame.hingeYMm();
        double slant = Math.hypot(outwards, reach);
        anglingRad = clamp(Math.atan2(upwards, slant) - Math.atan2(shape.aboveHingeMm(), slant) - shape.slopeRad(), -MAX_ANGLING_RAD,
                MAX_ANGLING_RAD);
        double worn = Math.hypot(slant + restMm[2] - foldMm[2], upwards) - BEND_BEFORE_FOLD_MM;
        bendMm = clamp(worn, shape.bendMm() - MOST_NEARER_MM, shape.bendMm() + MOST_FARTHER_MM);
    }

    /** Bows the settled temple. */
    void bow(double mm) {
        bowMm = mm;
    }

    static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    /** How far the temple opens beyond square to the front; negative inwards. */
    public double openingRad() {
        return openingRad;
    }

    /** How far the temple is turned up at the hinge; negative down. */
    public double anglingRad() {
        return anglingRad;
    }

    /** How far the temple is bowed out half-way to the bend: a parabola that begins at the hinge and ends at the bend. */
    public double bowMm() {
        return bowMm;
    }

    /** Where the bend begins as worn, along the temple from its hinge; as in {@link TempleShape#bendMm}. */
    public double bendMm() {
        return bendMm;
    }
}
