package com.eyewearml.imports.photo;

import com.eyewearml.frame.SizeMarking;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the size printed on a temple in its many spellings: {@code 52□18-145}, {@code 52-18 145}, {@code 52/18/145 mm}, {@code 52x18x145}. */
public final class PrintedSize {
    private static final Pattern SIZE = Pattern.compile("(?<!\\d)(\\d{2})\\D{1,6}?(\\d{1,2})\\D{1,6}?(\\d{3})(?!\\d)");

    private PrintedSize() {
    }

    /** @throws ImportException where the text holds no size */
    public static SizeMarking parse(String text) throws ImportException {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.find()) {
            throw new ImportException(Code.IMPOSSIBLE_SIZE, "the size \"" + text + "\" is not readable; expected lens width, bridge and temple "
                    + "length as printed on the temple, such as 52□18-145");
        }
        return new SizeMarking(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    }
}
