package com.eyewearml.facemodel.eval;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is asked of an evaluation.
 *
 * @param quick  only the tables on the pictures as they are
 * @param json   file for the tables, for programs
 * @param sheets folder for pictures of what failed
 */
public record EvaluateOptions(boolean quick, Optional<Path> json, Optional<Path> sheets) {
    /** Usage in one line. */
    public static final String USAGE = "[--quick] [--json FILE] [--sheets DIR]";

    /** @throws IllegalArgumentException where an argument is unknown or lacks its value, saying which */
    public static EvaluateOptions parse(String... arguments) {
        boolean quick = false;
        Optional<Path> json = Optional.empty();
        Optional<Path> sheets = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> quick = true;
                case "--json" -> json = Optional.of(value(arguments, i++));
                case "--sheets" -> sheets = Optional.of(value(arguments, i++));
                default -> throw new IllegalArgumentException("eval does not know '" + arguments[i] + "', expected " + USAGE);
            }
        }
        return new EvaluateOptions(quick, json, sheets);
    }

    private static Path value(String[] arguments, int option) {
        if (option + 1 >= arguments.length || arguments[option + 1].isEmpty()) {
            throw new IllegalArgumentException(arguments[option] + " needs a value, expected " + USAGE);
        }
        return Path.of(arguments[option + 1]);
    }
}
