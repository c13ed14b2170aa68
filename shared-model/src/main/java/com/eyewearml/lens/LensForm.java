package com.eyewearml.lens;

/**
 * Shape of a spherical lens: a front surface of the base curve, and a back surface that makes up the power.
 *
 * @param sphereD           back vertex power
 * @param baseCurveD        power of the front surface
 * @param index             index of refraction
 * @param centreThicknessMm thickness at the optical centre
 */
public record LensForm(double sphereD, double baseCurveD, double index, double centreThicknessMm) {
    /** Thinnest that plastic lenses are surfaced to: at the centre of negative, at the edge of positive ones. */
    public static final double LEAST_THICKNESS_MM = 1.5;

    /**
     * The form opticians choose: the base curve by Vogel's rule (sphere + 6 for positive, half of it + 6 for negative powers) within
     * what is made, higher indices for higher powers, the centre as thin as it may be.
     *
     * @param diameterMm of the uncut edge
     */
    public static LensForm usual(double sphereD, double diameterMm) {
        double base = Math.clamp(sphereD >= 0 ? sphereD + 6 : sphereD / 2 + 6, 0.5, 10);
        double strong = Math.abs(sphereD);
        double index = strong > 6 ? 1.67 : strong > 3 ? 1.6 : 1.5;
        return onFront(sphereD, base / (1000 * (index - 1)), index, diameterMm);
    }

    /**
     * The form on a front that the frame's curve has settled, the centre as thin as it may be.
     *
     * @param frontCurvaturePerMm positive with the centre behind it
     * @param diameterMm          of the edge
     */
    public static LensForm onFront(double sphereD, double frontCurvaturePerMm, double index, double diameterMm) {
        double base = 1000 * (index - 1) * frontCurvaturePerMm;
        LensForm thin = new LensForm(sphereD, base, index, LEAST_THICKNESS_MM);
        double lacking = Math.max(0, LEAST_THICKNESS_MM - thin.thicknessMm(diameterMm / 2));
        return new LensForm(sphereD, base, index, LEAST_THICKNESS_MM + lacking);
    }

    /** Radius of the front surface, centre behind it. */
    public double frontRadiusMm() {
        return 1000 * (index - 1) / baseCurveD;
    }

    /** Power of the back surface: F − F1 / (1 − t F1 / n). */
    public double backPowerD() {
        return sphereD - baseCurveD / (1 - centreThicknessMm / 1000 / index * baseCurveD);
    }

    /** Curvature of the back surface, positive with the centre behind it. */
    public double backCurvaturePerMm() {
        return -backPowerD() / (1000 * (index - 1));
    }

    /** Thickness at a distance from the optical centre, along the axis. */
    public double thicknessMm(double fromCentreMm) {
        return centreThicknessMm - sag(1 / frontRadiusMm(), fromCentreMm) + sag(backCurvaturePerMm(), fromCentreMm);
    }

    /** Of a sphere; beyond where it stands upright, as if it went on. */
    private static double sag(double curvature, double h) {
        return curvature * h * h / (1 + Math.sqrt(Math.max(0, 1 - curvature * curvature * h * h)));
    }

    /**
     * How much larger things appear through the lens: shape factor times power factor (Rabbetts, "Bennett and Rabbetts' Clinical Visual
     * Optics", 12.2). To the wearer the world, from the distance to the eye's entrance pupil; and, since light may be reversed, to a
     * bystander far away the wearer's face, from its distance behind the lens.
     *
     * @param behindMm from the back of the lens
     */
    public double magnification(double behindMm) {
        double shape = 1 / (1 - centreThicknessMm / 1000 / index * baseCurveD);
        double power = 1 / (1 - behindMm / 1000 * sphereD);
        return shape * power;
    }

    /** Prism of a point away from the optical centre, in prism dioptres (cm for each metre): Prentice's rule. */
    public double prismDioptres(double fromCentreMm) {
        return sphereD * fromCentreMm / 10;
    }
}
