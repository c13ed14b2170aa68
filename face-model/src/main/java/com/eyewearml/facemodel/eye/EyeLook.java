package com.eyewearml.facemodel.eye;

import java.util.random.RandomGenerator;

/**
 * What an eye looks like, apart from its geometry. Colours are factors of the white's brightness.
 *
 * @param outer         colour of the iris near its rim
 * @param inner         colour of the iris near the pupil
 * @param innerReach    how far the inner colour reaches, in iris radii
 * @param pupil         radius of the pupil in iris radii
 * @param limbalRing    darkening of the iris at its rim, 0 to 1
 * @param limbalBlur    half the width of the passage from iris to white, in iris radii
 * @param streaks       strength of the radial texture
 * @param phases        of the texture's waves
 * @param redness       of the white towards the corners
 * @param upperShadow   of the upper lid and its lashes on the eye, 0 to 1
 * @param lashes        darkness of the upper lash line, 0 to 1
 * @param lights        what the cornea mirrors
 */
public record EyeLook(double[] outer, double[] inner, double innerReach, double pupil, double limbalRing, double limbalBlur,
        double streaks, double[] phases, double redness, double upperShadow, double lashes, Light[] lights) {
    private static final double[][] OUTER = {
        {0.13, 0.09, 0.07}, {0.17, 0.11, 0.08}, {0.27, 0.17, 0.10}, {0.36, 0.24, 0.13}, {0.34, 0.31, 0.18}, {0.33, 0.38, 0.27},
        {0.30, 0.42, 0.52}, {0.42, 0.52, 0.60}, {0.45, 0.48, 0.50}};
    private static final double[][] INNER = {
        {0.14, 0.09, 0.07}, {0.20, 0.12, 0.08}, {0.32, 0.19, 0.10}, {0.44, 0.28, 0.13}, {0.42, 0.30, 0.14}, {0.46, 0.38, 0.20},
        {0.44, 0.50, 0.52}, {0.55, 0.58, 0.58}, {0.52, 0.50, 0.46}};
    private static final int WAVES = 5;
    private static final int MOST_LIGHTS = 3;

    /**
     * A window, lamp or screen.
     *
     * @param direction unit vector from the eye towards it, camera axes
     * @param halfWidth half its angular size across, radians
     * @param halfHeight half its angular size down, radians
     * @param round     whether it is an ellipse
     * @param strength  brightness of its image over the white's
     */
    public record Light(double[] direction, double halfWidth, double halfHeight, boolean round, double strength) { }

    /** An eye drawn at random from what cameras see. */
    public static EyeLook random(RandomGenerator random) {
        int colour = random.nextInt(OUTER.length);
        double bright = Math.exp(0.15 * random.nextGaussian());
        double[] phases = new double[2 * WAVES];
        for (int i = 0; i < phases.length; i++) {
            phases[i] = 2 * Math.PI * random.nextDouble();
        }
        Light[] lights = new Light[random.nextInt(MOST_LIGHTS + 1)];
        for (int i = 0; i < lights.length; i++) {
            lights[i] = light(random);
        }
        return new EyeLook(scaled(OUTER[colour], bright), scaled(INNER[colour], bright), uniform(random, 0.35, 0.75),
                uniform(random, 0.2, 0.52), uniform(random, 0.1, 0.65), uniform(random, 0.03, 0.1), uniform(random, 0.05, 0.3), phases,
                uniform(random, 0, 0.25), uniform(random, 0.15, 0.6), uniform(random, 0.1, 0.9), lights);
    }

    private static Light light(RandomGenerator random) {
        double aside = 0.6 * random.nextGaussian();
        double above = 0.25 + 0.4 * random.nextGaussian();
        double length = Math.sqrt(1 + aside * aside + above * above);
        double size = Math.exp(uniform(random, Math.log(0.03), Math.log(0.35)));
        return new Light(new double[] {aside / length, -above / length, -1 / length}, size * uniform(random, 0.5, 1.5), size,
                random.nextFloat() < 0.4f, uniform(random, 0.3, 1.6));
    }

    private static double[] scaled(double[] colour, double factor) {
        return new double[] {colour[0] * factor, colour[1] * factor, colour[2] * factor};
    }

    private static double uniform(RandomGenerator random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
