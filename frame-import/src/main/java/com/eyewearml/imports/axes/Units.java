package com.eyewearml.imports.axes;

import java.util.Locale;

/** Units that models of glasses come in; none of two is mistaken for the other, because glasses are 110 to 170 mm wide. */
public enum Units {
    METRE("metres", 1000), CENTIMETRE("centimetres", 10), MILLIMETRE("millimetres", 1), INCH("inches", 25.4), DECIMETRE("decimetres", 100),
    FOOT("feet", 304.8);

    /** Width that glasses have on average. */
    public static final double TYPICAL_WIDTH_MM = 140;
    private static final double NARROWEST_MM = 112;
    private static final double WIDEST_MM = 172;

    private final String plural;
    private final double mm;

    Units(String plural, double mm) {
        this.plural = plural;
        this.mm = mm;
    }

    /** The unit in which the width is one that glasses have, nearest to the average where two are; null for none. */
    public static Units of(double width) {
        Units best = null;
        for (Units unit : values()) {
            double widthMm = width * unit.mm;
            boolean plausible = widthMm >= NARROWEST_MM && widthMm <= WIDEST_MM;
            boolean common = unit == METRE || unit == CENTIMETRE || unit == MILLIMETRE || unit == INCH;
            if (plausible && (best == null || common && distance(widthMm) < distance(width * best.mm))) {
                best = unit;
            }
        }
        return best;
    }

    private static double distance(double widthMm) {
        return Math.abs(widthMm - TYPICAL_WIDTH_MM);
    }

    /** Millimetres in one. */
    public double mm() {
        return mm;
    }

    @Override
    public String toString() {
        return plural.toLowerCase(Locale.ROOT);
    }
}
