package com.eyewearml.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules of {@code attack-rules.txt}: a line each with name, places and regular expression, compared without regard to case. */
final class AttackRules {
    /** Where a text stands in a request. */
    enum Place { PATH, QUERY, HEADER, AGENT }

    private record Rule(String name, Set<Place> places, Pattern pattern) { }

    private final List<Rule> rules;

    private AttackRules(List<Rule> rules) {
        this.rules = rules;
    }

    static AttackRules read() {
        try (InputStream in = AttackRules.class.getResourceAsStream("attack-rules.txt")) {
            return new AttackRules(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(AttackRules::rule).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the attack rules", e);
        }
    }

    private static Rule rule(String line) {
        String[] parts = line.split("\\s+", 3);
        Set<Place> places = Arrays.stream(parts[1].split(",")).map(place -> Place.valueOf(place.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Place.class)));
        return new Rule(parts[0], places, Pattern.compile(parts[2], Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }

    /** Name of the first rule that the text at that place meets. */
    Optional<String> find(Place place, String text) {
        if (place == Place.QUERY && isPlain(text)) {
            return Optional.empty();
        }
        for (Rule rule : rules) {
            if (rule.places().contains(place) && rule.pattern().matcher(text).find()) {
                return Optional.of(rule.name());
            }
        }
        return Optional.empty();
    }

    /** Every rule for queries asks for a character other than these, or for two dots in a row. */
    private static boolean isPlain(String text) {
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                    || c == '-' || c == '_' || c == ',' || c == '=' || c == '&' || c == '.' && before != '.';
            if (!plain) {
                return false;
            }
            before = c;
        }
        return true;
    }
}
