package com.eyewearml.server.frames;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import java.text.Normalizer;
import java.util.Locale;

/** Codes and names by which frames are known. */
final class Codes {
    static final int MAX_SKU = 64;

    private Codes() { }

    /** @throws RequestException where a SKU is too long or has characters that none has */
    static void requireSku(String sku) {
        if (sku.length() > MAX_SKU || sku.chars().anyMatch(Character::isISOControl) || !sku.equals(sku.strip())) {
            throw new RequestException(ErrorCode.INVALID_INPUT, "A SKU has up to " + MAX_SKU + " characters and no blanks around it.");
        }
    }

    /** @throws RequestException where it is neither empty nor 8 to 14 digits */
    static void requireGtin(String gtin) {
        if (!gtin.isEmpty() && !gtin.matches("[0-9]{8,14}")) {
            throw new RequestException(ErrorCode.INVALID_INPUT, "A GTIN has 8 to 14 digits, not \"" + gtin + "\".");
        }
    }

    /** A name as addresses have it: lower-case letters, digits and hyphens; {@code frame} where nothing is left. */
    static String slug(String name) {
        String plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "frame" : plain.substring(0, Math.min(plain.length(), 60)).replaceAll("-+$", "");
    }
}
