package com.eyewearml.server.frames;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What words mean, in the languages of shops.
 *
 * @param <T> meanings
 */
final class WordTable<T> {
    /** A meaning that was read, and the word that says so. */
    record Reading<T>(T meaning, String word) { }

    private record Entry<T>(Pattern pattern, T meaning) { }

    private final List<Entry<T>> entries;

    private WordTable(List<Entry<T>> entries) {
        this.entries = entries;
    }

    /** A row of a table; {@code words} are regular expressions, in lower case, that stand between other letters than theirs. */
    record Row<T>(T meaning, String words) { }

    /** @param rows special ones ahead of general ones: {@code semi-rimless} ahead of {@code rimless} */
    @SafeVarargs
    static <T> WordTable<T> of(Row<T>... rows) {
        return new WordTable<>(List.of(rows).stream()
                .map(row -> new Entry<>(Pattern.compile("(?<!\\p{L})(?:" + row.words() + ")(?!\\p{L})"), row.meaning())).toList());
    }

    /** What the first text says that says anything: its first word that means something; where two begin there, the row ahead. */
    Optional<Reading<T>> read(List<String> texts) {
        for (String text : texts) {
            Optional<Reading<T>> first = read(text);
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    private Optional<Reading<T>> read(String text) {
        int start = Integer.MAX_VALUE;
        Optional<Reading<T>> first = Optional.empty();
        for (Entry<T> entry : entries) {
            Matcher match = entry.pattern().matcher(text);
            if (match.find() && match.start() < start) {
                start = match.start();
                first = Optional.of(new Reading<>(entry.meaning(), match.group()));
            }
        }
        return first;
    }
}
