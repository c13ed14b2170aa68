package com.eyewearml.server.storefront;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** SKUs or GTINs that a storefront asks for. */
final class AskedCodes {
    static final int MOST = 100;
    static final int LONGEST = 64;

    private AskedCodes() { }

    /**
     * Codes of {@code ?skus=A,B&skus=C}, each once, in the order of their characters, so that the same question has one form.
     *
     * @throws RequestException where there are none, too many, or one is too long or has characters that no code has
     */
    static List<String> parse(Collection<String> parameters) {
        TreeSet<String> codes = new TreeSet<>();
        for (String parameter : parameters) {
            for (String code : parameter.split(",")) {
                String bare = code.strip();
                if (!bare.isEmpty()) {
                    codes.add(checked(bare));
                }
            }
        }
        if (codes.isEmpty() || codes.size() > MOST) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "skus has " + codes.size() + " codes, expected 1 to " + MOST
                    + " SKUs or GTINs separated by commas.");
        }
        return new ArrayList<>(codes);
    }

    /** @throws RequestException where it is too long or has characters that no code has */
    static String checked(String code) {
        if (code.length() > LONGEST) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "A SKU or GTIN has at most " + LONGEST + " characters, one has " + code.length() + ".");
        }
        if (code.chars().anyMatch(Character::isISOControl)) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "A SKU or GTIN contains a control character.");
        }
        return code;
    }
}
