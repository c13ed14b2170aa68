package com.eyewearml.client.bench;

import java.io.IOException;
import java.util.Locale;

/**
 * A measured figure with the most it may be.
 *
 * @param name   what was measured
 * @param value  in {@code unit}
 * @param target the most allowed
 * @param unit   of both
 */
public record Figure(String name, double value, double target, String unit) {
    /** Prints it with the command that reproduces it and the machine it was measured on. */
    public void print(String command) throws IOException {
        System.out.println(String.format(Locale.ROOT, "%s: %.2f %s, target at most %.2f %s: %s", name, value, unit, target, unit,
                value <= target ? "met" : "SHORT"));
        System.out.println("  command: " + command);
        System.out.println("  machine: " + Machine.describe());
    }
}
