package com.eyewearml.server.admin;

import java.util.List;
import java.util.Locale;

/**
 * A measure that the editor of frames has.
 *
 * @param name  as the interface calls it
 * @param label for people
 * @param unit  for people
 * @param min   least that frames have
 * @param max   most
 * @param step  between values
 */
public record Measure(String name, String label, String unit, String min, String max, String step) {
    /** All of them, in the order in which opticians say them. */
    public static final List<Measure> ALL = List.of(
            new Measure("lensWidthMm", "Lens width", "mm", "35", "70", "0.5"),
            new Measure("dblMm", "Bridge", "mm", "8", "32", "0.5"),
            new Measure("templeLengthMm", "Temple length", "mm", "110", "165", "1"),
            new Measure("lensHeightMm", "Lens height", "mm", "18", "65", "0.5"),
            new Measure("totalWidthMm", "Total width", "mm", "100", "180", "0.5"),
            new Measure("pantoscopicTiltDeg", "Pantoscopic tilt", "°", "0", "18", "0.5"),
            new Measure("wrapAngleDeg", "Wrap angle", "°", "0", "16", "0.5"),
            new Measure("baseCurveDioptres", "Base curve", "D", "0.5", "8", "0.25"));

    /** The name of an enumeration's constant as words: {@code CAT_EYE} as {@code Cat eye}. */
    public static String words(String constant) {
        String words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
