package com.eyewearml.server.admin;

import com.eyewearml.server.products.FrameSize;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** Frame sizes for people. */
final class SizeText {
    private SizeText() { }

    /** {@code 52□18-145}, a dash for what is not known; empty where nothing is. */
    static String of(FrameSize size) {
        if (size.lensWidthMm().isEmpty() && size.dblMm().isEmpty() && size.templeLengthMm().isEmpty()) {
            return "";
        }
        return number(size.lensWidthMm()) + "□" + number(size.dblMm()) + "-" + number(size.templeLengthMm());
    }

    /** A length in millimetres. */
    static String mm(OptionalDouble length) {
        return length.isPresent() ? number(length) + " mm" : "not found";
    }

    private static String number(OptionalDouble length) {
        return length.isPresent() ? new BigDecimal(Double.toString(length.getAsDouble())).stripTrailingZeros().toPlainString() : "–";
    }
}
