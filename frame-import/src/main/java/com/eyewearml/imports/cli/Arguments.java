package com.eyewearml.imports.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words of a command line: options with a value, options without, and the rest. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    /** @throws IllegalArgumentException where an option is unknown or lacks its value */
    Arguments(String[] words, Set<String> withValue, Set<String> flags) {
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            if (withValue.contains(name)) {
                if (equals < 0 && i + 1 == words.length) {
                    throw new IllegalArgumentException(name + " needs a value");
                }
                values.put(name, equals < 0 ? words[++i] : word.substring(equals + 1));
            } else if (flags.contains(word)) {
                values.put(word, "");
            } else if (word.startsWith("-")) {
                throw new IllegalArgumentException("unknown option " + word);
            } else {
                rest.add(word);
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String fallback) {
        return values.getOrDefault(name, fallback);
    }

    /** A number of millimetres; 0 where the option is absent. */
    double mm(String name) {
        String text = values.getOrDefault(name, "0");
        try {
            return Double.parseDouble(text.replace(',', '.').replaceFirst("\\s*mm$", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is \"" + text + "\", expected millimetres such as 52 or 141.5", e);
        }
    }

    /** The one word that is no option. */
    String single(String what) {
        if (rest.size() != 1) {
            throw new IllegalArgumentException(rest.isEmpty() ? "needs " + what : "takes one file, not " + rest.size());
        }
        return rest.getFirst();
    }
}
