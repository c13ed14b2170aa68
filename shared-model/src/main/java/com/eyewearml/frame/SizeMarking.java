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
    private static final int MAX_MM = 999;
    private static final char BOX = '\u25a1';

    /**
     * Reads {@code 52-18-145} or {@code 52□18-145}; blanks around the numbers are allowed.
     *
     * @throws FrameSpecException with {@link FrameSpecException.Code#BAD_SIZE_MARKING} where the text is anything else
     */
    public static SizeMarking parse(String text) {
        int[] values = {-1, -1, -1};
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                boolean continues = i > 0 && text.charAt(i - 1) >= '0' && text.charAt(i - 1) <= '9';
                if (values[number] >= 0 && !continues || values[number] > MAX_MM / 10) {
                    throw malformed(text);
                }
                values[number] = Math.max(0, values[number]) * 10 + (c - '0');
            } else if (c == '-' || c == BOX) {
                if (number == 2 || values[number] < 0) {
                    throw malformed(text);
                }
                number++;
            } else if (c != ' ') {
                throw malformed(text);
            }
        }
        if (number != 2 || values[2] < 0) {
            throw malformed(text);
        }
        return new SizeMarking(values[0], values[1], values[2]);
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
                + "\" is not of the form 52-18-145 (lens width, distance between lenses, temple length in whole millimetres)");
    }
}
