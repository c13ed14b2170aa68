package com.eyewearml.frame;

/**
 * The size printed on a temple, such as {@code 52□18-145}: boxed lens width, distance between lenses, temple length, whole
 * millimetres (ISO 8624 and ISO 12870, marking of the boxing system).
 *
 * @param lensWidthMm    boxed lens width A
 * @param dblMm          distance between lenses
 * @param templeLengthMm overall temple length
 */
public record SizeMarking(int lensWidthMm, int dblMm, int templeLengthMm) {
    private static final int LONGEST_SEPARATOR = 6;
    private static final char BOX = '\u25a1';

    /**
     * Reads the marking in its many spellings: {@code 52□18-145}, {@code 52-18-145}, {@code 52-18 145}, {@code 52/18/145 mm},
     * {@code 52 x 18 x 145}, {@code Size: 52□18□145}. Numbers have two, one or two, and three digits, up to six other characters between
     * them.
     *
     * @throws FrameSpecException with {@link FrameSpecException.Code#BAD_SIZE_MARKING} where the text holds no such three numbers
     */
    public static SizeMarking parse(String text) {
        int end = text.length();
        for (int first = 0; first < end; first = runEnd(text, first)) {
            int afterLens = runEnd(text, first);
            int dbl = nextNumber(text, afterLens);
            int afterDbl = dbl < 0 ? end : runEnd(text, dbl);
            int temple = dbl < 0 ? -1 : nextNumber(text, afterDbl);
            if (digit(text, first) && afterLens - first == 2 && temple >= 0 && afterDbl - dbl <= 2 && runEnd(text, temple) - temple == 3) {
                return new SizeMarking(number(text, first, afterLens), number(text, dbl, afterDbl), number(text, temple, temple + 3));
            }
        }
        throw malformed(text);
    }

    private static boolean digit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Where the digits, or the other characters, that begin there end. */
    private static int runEnd(String text, int from) {
        int to = from + 1;
        while (to < text.length() && digit(text, to) == digit(text, from)) {
            to++;
        }
        return to;
    }

    /** Where the number after a separator begins; -1 where none follows. */
    private static int nextNumber(String text, int from) {
        if (from >= text.length()) {
            return -1;
        }
        int to = runEnd(text, from);
        return to < text.length() && to - from <= LONGEST_SEPARATOR ? to : -1;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }

    /** The marking with hyphens, {@code 52-18-145}. */
    public String format() {
        return lensWidthMm + "-" + dblMm + "-" + templeLengthMm;
    }

    /** The marking as engraved on a temple, {@code 52□18-145}. */
    public String formatBoxed() {
        return lensWidthMm + String.valueOf(BOX) + dblMm + "-" + templeLengthMm;
    }

    private static FrameSpecException malformed(String text) {
        return new FrameSpecException(FrameSpecException.Code.BAD_SIZE_MARKING, "size marking \"" + text
                + "\" is not readable; expected lens width, distance between lenses and temple length as printed on the temple, such as 52\u25a118-145");
    }
}
