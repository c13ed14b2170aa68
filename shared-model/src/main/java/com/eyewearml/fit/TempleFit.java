package com.eyewearml.fit;

/**
 * How one temple is bent to its ear, as an optician does it: opened or closed at the hinge to the breadth of the head, raised or lowered
 * to lie on the root of the ear, and the bend moved behind it. All three are linear in the temple's points, so nothing kinks.
 */
public final class TempleFit {
    private static final double HALF_HEIGHT_MM = 2.5;
    private static final double HALF_THICKNESS_MM = 1.5;
    /** The bend begins a little behind the highest point of the ear's root. */
    private static final double BEND_BEHIND_ROOT_MM = 3;
    private static final double MAX_OPENING_RAD = Math.toRadians(14);
    private static final double MAX_CLOSING_RAD = Math.toRadians(5);
    private static final double SHORTEST = 0.8;
    private static final double LONGEST = 1.25;
    private static final double MAX_RISE = 0.12;
    private static final double LEAST_REACH_MM = 40;

    private double openingRad;
    private double stretch = 1;
    private double rise;

    /** @param xMm of the ear's root, y, z likewise: frame coordinates, x away from the middle */
    void settle(WornFrame frame, double xMm, double yMm, double zMm) {
        double reach = Math.max(LEAST_REACH_MM, frame.hingeZMm() - zMm);
        openingRad = clamp(Math.atan2(xMm + HALF_THICKNESS_MM - frame.hingeXMm(), reach), -MAX_CLOSING_RAD, MAX_OPENING_RAD);
        stretch = clamp((reach + BEND_BEHIND_ROOT_MM) / frame.bendMm(), SHORTEST, LONGEST);
        double unbentY = frame.hingeYMm() - Math.tan(frame.pantoscopicTiltRad()) * reach / stretch;
        rise = clamp((yMm + HALF_HEIGHT_MM - unbentY) / reach, -MAX_RISE, MAX_RISE);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    /** How far the temple opens beyond square to the front; negative inwards. */
    public double openingRad() {
        return openingRad;
    }

    /** Factor of lengths along z from the hinge, which brings the bend to the ear. */
    public double stretch() {
        return stretch;
    }

    /** Millimetres up for each millimetre behind the hinge. */
    public double rise() {
        return rise;
    }
}
