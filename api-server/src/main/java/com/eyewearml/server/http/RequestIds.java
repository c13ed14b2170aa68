package com.eyewearml.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Names of requests: the client's or its proxy's where well-formed, otherwise made here. */
final class RequestIds {
    /** Carries the name, both ways. */
    static final HeaderName HEADER = HeaderNames.create("X-Request-Id");
    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;
    private static final HexFormat HEX = HexFormat.of();

    private RequestIds() { }

    static String of(Optional<String> brought) {
        return brought.filter(RequestIds::isWellFormed).orElseGet(RequestIds::make);
    }

    /** Letters, digits, hyphens and underscores: whatever else somebody sends is not repeated in answers and logs. */
    private static boolean isWellFormed(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST && text.chars().allMatch(c ->
                c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_');
    }

    /** 128 bits; they tell requests apart and keep no secret. */
    private static String make() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }
}
