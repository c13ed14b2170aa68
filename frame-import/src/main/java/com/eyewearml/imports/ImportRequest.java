package com.eyewearml.imports;

import com.eyewearml.imports.ImportException.Code;

/**
 * What a merchant knows about the frame's size; 0 for what is not known.
 *
 * @param totalWidthMm widest extent of the front
 * @param lensWidthMm  A
 * @param dblMm        distance between lenses; A and DBL count together
 */
public record ImportRequest(double totalWidthMm, double lensWidthMm, double dblMm) {
    /** Nothing is known. */
    public static final ImportRequest UNKNOWN = new ImportRequest(0, 0, 0);

    /** @throws ImportException where a size is one that no glasses have */
    public static ImportRequest of(double totalWidthMm, double lensWidthMm, double dblMm) throws ImportException {
        require("total width", totalWidthMm, 90, 180);
        require("lens width", lensWidthMm, 25, 80);
        require("distance between lenses", dblMm, 5, 40);
        if ((lensWidthMm > 0) != (dblMm > 0)) {
            throw new ImportException(Code.IMPOSSIBLE_SIZE, "lens width and distance between lenses (DBL) are needed together; give both, as in "
                    + "52 and 18 from the marking 52-18-145, or give the total width");
        }
        return new ImportRequest(totalWidthMm, lensWidthMm, dblMm);
    }

    private static void require(String name, double value, double min, double max) throws ImportException {
        if (value != 0 && !(value >= min && value <= max)) {
            throw new ImportException(Code.IMPOSSIBLE_SIZE,
                    "the " + name + " " + value + " mm is outside what glasses have (" + min + " to " + max + " mm); check it and its unit");
        }
    }
}
