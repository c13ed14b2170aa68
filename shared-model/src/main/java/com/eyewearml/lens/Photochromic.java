package com.eyewearml.lens;

/**
 * A photochromic lens over time. Sunlight opens molecules of the dye, warmth closes them again; both at rates in proportion to what there
 * is, so the share of open ones nears its equilibrium exponentially, faster in the sun, where both work, than indoors. Fading follows
 * Arrhenius' law, which makes lenses darker and slower in the cold.
 *
 * <p>Moon, Kim and Yu 2020, "Differences in the optical properties of photochromic lenses between cold and warm temperatures", PLOS ONE
 * 15(5) e0234066, measured on 12 lenses of five manufacturers half-lives of fading 2.7 to 5.4 times longer at 6 °C than at 21 °C and
 * densities 1.4 times as high. A factor of 4 and those 1.4 fix the activation energy and the rate of opening; the half-life itself is
 * what opticians tell shoppers: nearly dark within a minute, nearly clear after two to three.
 */
public final class Photochromic {
    /** Half-life of fading at {@value #WARM_C} °C. */
    public static final double FADING_HALF_LIFE_S = 40;
    /** Temperature of {@link #FADING_HALF_LIFE_S}. */
    public static final double WARM_C = 21;
    /** At and below this temperature full sun makes activation 1. */
    public static final double COLD_C = 6;
    /** Luminous transmittance before and at activation 1, of the body of the lens. */
    static final double DARKEST = 0.09;

    private static final double SLOWER_IN_THE_COLD = 4;
    private static final double KELVIN = 273.15;
    /** Activation energy over the gas constant, kelvin. */
    private static final double ENERGY_K =
            Math.log(SLOWER_IN_THE_COLD) / (1 / (KELVIN + COLD_C) - 1 / (KELVIN + WARM_C));
    /** Rate of opening in full sun: densities at equilibrium are then 1.4 times as high in the cold. */
    private static final double OPENING_PER_S = 1.625 * Math.log(2) / FADING_HALF_LIFE_S;
    private static final double OPEN_IN_THE_COLD = OPENING_PER_S / (OPENING_PER_S + fadingPerS(COLD_C));

    private Photochromic() { }

    /**
     * Activation after some time under a constant light.
     *
     * @param from         activation at the start, 0 clear to 1 as dark as it gets
     * @param sun          ultraviolet light as a share of full sun, 0 indoors or behind glass to 1
     * @param seconds      time passed
     * @param temperatureC of the lens, −40 to 60
     * @throws IllegalArgumentException where a value is out of range
     */
    public static double activation(double from, double sun, double seconds, double temperatureC) {
        require("from", from, 0, 1);
        require("sun", sun, 0, 1);
        require("seconds", seconds, 0, Double.MAX_VALUE);
        require("temperatureC", temperatureC, -40, 60);
        double rate = sun * OPENING_PER_S + fadingPerS(temperatureC);
        double end = equilibrium(sun, temperatureC);
        return end + (from - end) * Math.exp(-rate * seconds);
    }

    /** Activation that a constant light leads to. */
    public static double equilibrium(double sun, double temperatureC) {
        double opening = sun * OPENING_PER_S;
        return Math.min(opening / (opening + fadingPerS(temperatureC)) / OPEN_IN_THE_COLD, 1);
    }

    /** Time in which half of what is open closes. */
    public static double fadingHalfLifeS(double temperatureC) {
        return Math.log(2) / fadingPerS(temperatureC);
    }

    /** Time in which full sun covers half the way to its equilibrium. */
    public static double darkeningHalfLifeS(double temperatureC) {
        return Math.log(2) / (OPENING_PER_S + fadingPerS(temperatureC));
    }

    private static double fadingPerS(double temperatureC) {
        double warmer = 1 / (KELVIN + WARM_C) - 1 / (KELVIN + temperatureC);
        return Math.log(2) / FADING_HALF_LIFE_S * Math.exp(ENERGY_K * warmer);
    }

    private static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected "
                    + (most == Double.MAX_VALUE ? least + " or more" : least + " to " + most));
        }
    }
}
