package com.eyewearml.lens;

/**
 * What a pair of lenses is ordered as.
 *
 * @param tint              colour of the body
 * @param topTransmittance  luminous transmittance of the whole lens, surfaces included, at its top; {@link Double#NaN} for as much as
 *     passes. More than surfaces and polariser let pass counts as that.
 * @param bottomTransmittance the same at the bottom; differs in a gradient lens
 * @param front             coating of the front
 * @param back              coating of the back
 * @param polarised         whether it holds a polariser
 * @param activation        of a photochromic lens, 0 to 1; {@link Double#NaN} for any other
 * @param prescription      powers
 */
public record Lens(Tint tint, double topTransmittance, double bottomTransmittance, Coating front, Coating back, boolean polarised,
                   double activation, Prescription prescription) {
    /** Least luminous transmittance of lenses for general use (ISO 12312-1, filter category 4). */
    public static final double LEAST_TRANSMITTANCE = 0.03;

    /** @throws IllegalArgumentException where a value is out of range */
    public Lens {
        require("topTransmittance", topTransmittance, LEAST_TRANSMITTANCE);
        require("bottomTransmittance", bottomTransmittance, LEAST_TRANSMITTANCE);
        require("activation", activation, 0);
    }

    private static void require(String name, double value, double least) {
        if (!(Double.isNaN(value) || value >= least && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected " + least + " to 1");
        }
    }
}
