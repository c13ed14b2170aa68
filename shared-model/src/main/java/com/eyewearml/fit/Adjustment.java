package com.eyewearml.fit;

/**
 * How a shopper moves a frame from where it was placed.
 *
 * @param alongNoseMm way along the nose, positive towards its tip; the frame keeps resting on it
 * @param tiltRad     further lean of the front, positive with its lower edge towards the cheeks
 * @param rollRad     turn of the front in its own plane, positive with the wearer's left side up
 */
public record Adjustment(double alongNoseMm, double tiltRad, double rollRad) {
    /** Where it was placed. */
    public static final Adjustment NONE = new Adjustment(0, 0, 0);
    /** Farthest way up the nose. */
    public static final double HIGHEST_MM = -6;
    /** Farthest way down the nose. */
    public static final double LOWEST_MM = 15;
    /** Most tilt to either side. */
    public static final double MAX_TILT_RAD = Math.toRadians(10);
    /** Most roll to either side: ears that differ in height by a centimetre. */
    public static final double MAX_ROLL_RAD = Math.toRadians(4);

    /** @throws IllegalArgumentException naming what is out of its range, and the range */
    public Adjustment {
        if (!(alongNoseMm >= HIGHEST_MM && alongNoseMm <= LOWEST_MM)) {
            throw new IllegalArgumentException("alongNoseMm is " + alongNoseMm + ", expected " + HIGHEST_MM + " to " + LOWEST_MM);
        }
        if (!(Math.abs(tiltRad) <= MAX_TILT_RAD)) {
            throw new IllegalArgumentException("tilt is " + tiltRad + " rad, expected at most " + MAX_TILT_RAD + " to either side");
        }
        if (!(Math.abs(rollRad) <= MAX_ROLL_RAD)) {
            throw new IllegalArgumentException("roll is " + rollRad + " rad, expected at most " + MAX_ROLL_RAD + " to either side");
        }
    }
}
