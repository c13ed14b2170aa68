package com.eyewearml.server.products;

import java.util.Optional;

/** Global trade item numbers: GTIN-8, -12 (UPC), -13 (EAN) and -14, told by their check digit (GS1 General Specifications 7.9). */
final class Gtin {
    private Gtin() { }

    /** The digits of a barcode; empty where it is no GTIN. */
    static Optional<String> parse(String barcode) {
        String digits = barcode.replaceAll("[\\s-]", "");
        return digits.matches("[0-9]{8}|[0-9]{12,14}") && checks(digits) ? Optional.of(digits) : Optional.empty();
    }

    private static boolean checks(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            sum += fromRight % 2 == 0 ? digit : 3 * digit;
        }
        return sum % 10 == 0;
    }
}
