package com.eyewearml.server.products;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads frame dimensions out of titles, tags and metafields: the numbers printed on a temple in their many spellings
 * ({@code 52□18-145}, {@code 52/18/145}, {@code 52 x 18 mm}) and labelled ones in several languages ({@code Bridge: 18 mm}).
 * A number that no frame has, or that may well be something else, is passed over.
 */
public final class DimensionText {
    private static final String NUMBER = "(\\d{1,3}(?:[.,]\\d{1,2})?)";
    private static final String UNIT = "\\s*(mm|millimet(?:er|re)s?|cm)?";
    private static final String BOX = "[□▢◻◽⬜☐▯]|\\[\\s*]";
    private static final String SEPARATOR = "\\s*(?:" + BOX + "|[-/x×*|·~])\\s*(?:-\\s*)?";
    private static final String NOT_BEFORE = "(?<![\\p{Alnum}.,/€$£#]|\\d-)";
    private static final String NOT_AFTER = "(?![\\p{Alnum}]|[.,/-]\\d)";
    private static final Pattern TRIPLE = Pattern.compile(
            NOT_BEFORE + NUMBER + UNIT + SEPARATOR + NUMBER + UNIT + "(?:" + SEPARATOR + "|\\s+)" + NUMBER + UNIT + NOT_AFTER);
    /** Numbers with spaces between them are no more of them than three: else it is a telephone number or a list. */
    private static final Pattern SPACED_TRIPLE = Pattern.compile(
            NOT_BEFORE + "(?<!\\d\\s)" + NUMBER + UNIT + "\\s+" + NUMBER + UNIT + "\\s+" + NUMBER + UNIT + NOT_AFTER + "(?!\\s+\\d)");
    /** Two numbers mean lens and bridge only with the box between them, or after a word that says so. */
    private static final Pattern BOXED_PAIR = Pattern.compile(NOT_BEFORE + NUMBER + "\\s*(?:" + BOX + ")\\s*" + NUMBER + UNIT + NOT_AFTER);
    private static final Pattern NAMED_PAIR = Pattern.compile("(?:size|gr(?:ö|oe)(?:ss|ß)e|taille|talla|taglia|maat|tamanho|rozmiar|calibre)"
            + "\\s*[:=]?\\s*" + NUMBER + UNIT + "\\s*[-/x×]\\s*" + NUMBER + UNIT + NOT_AFTER);
    private static final Map<String, Dimension> BY_LABEL = Arrays.stream(Dimension.values())
            .flatMap(dimension -> dimension.labels().stream().map(label -> Map.entry(label, dimension)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final String ANY_LABEL = BY_LABEL.keySet().stream().sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote).collect(Collectors.joining("|", "(?<![\\p{L}])(", ")(?![\\p{L}])"));
    private static final Pattern LABEL_FIRST = Pattern.compile(
            ANY_LABEL + "\\s*(?:\\((?:mm|a|b|dbl)\\)\\s*)?[:=\\-–_]?\\s*" + NUMBER + UNIT + NOT_AFTER);
    private static final Pattern NUMBER_FIRST = Pattern.compile(NOT_BEFORE + NUMBER + "\\s*(mm|cm)\\s*" + ANY_LABEL);

    private DimensionText() { }

    /** @param texts most trustworthy first; what an earlier one says is not overruled by a later one */
    public static FrameSize read(List<String> texts) {
        return texts.stream().map(DimensionText::read).reduce(FrameSize.UNKNOWN, FrameSize::or);
    }

    /** The dimensions in one text. */
    public static FrameSize read(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return labelled(plain, LABEL_FIRST, 1, 2)
                .or(labelled(plain, NUMBER_FIRST, 3, 1))
                .or(first(plain, TRIPLE, DimensionText::triple))
                .or(first(plain, SPACED_TRIPLE, DimensionText::triple))
                .or(first(plain, BOXED_PAIR, match -> pair(mm(match.group(1), match.group(3)), mm(match.group(2), match.group(3)))))
                .or(first(plain, NAMED_PAIR, match -> pair(mm(match.group(1), match.group(2)), mm(match.group(3), match.group(4)))));
    }

    private static FrameSize labelled(String text, Pattern pattern, int labelGroup, int numberGroup) {
        FrameSize size = FrameSize.UNKNOWN;
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            Dimension dimension = BY_LABEL.get(match.group(labelGroup));
            double mm = mm(match.group(numberGroup), match.group(numberGroup + 1));
            if (dimension.plausible(mm)) {
                size = size.or(dimension.of(mm));
            }
        }
        return size;
    }

    private static FrameSize first(String text, Pattern pattern, Function<Matcher, FrameSize> reading) {
        Matcher match = pattern.matcher(text);
        int from = 0;
        while (match.find(from)) {
            FrameSize size = reading.apply(match);
            if (!size.equals(FrameSize.UNKNOWN)) {
                return size;
            }
            from = match.start() + 1;
        }
        return FrameSize.UNKNOWN;
    }

    private static FrameSize triple(Matcher match) {
        String unit = match.group(6) == null ? match.group(2) : match.group(6);
        FrameSize lensAndBridge = pair(mm(match.group(1), unit), mm(match.group(3), unit));
        double templeMm = mm(match.group(5), unit);
        return lensAndBridge.hasLensAndBridge() && Dimension.TEMPLE_LENGTH.plausible(templeMm)
                ? lensAndBridge.or(Dimension.TEMPLE_LENGTH.of(templeMm)) : FrameSize.UNKNOWN;
    }

    private static FrameSize pair(double lensWidthMm, double dblMm) {
        return Dimension.LENS_WIDTH.plausible(lensWidthMm) && Dimension.DBL.plausible(dblMm)
                ? Dimension.LENS_WIDTH.of(lensWidthMm).or(Dimension.DBL.of(dblMm)) : FrameSize.UNKNOWN;
    }

    private static double mm(String number, String unit) {
        return Double.parseDouble(number.replace(',', '.')) * ("cm".equals(unit) ? 10 : 1);
    }
}
