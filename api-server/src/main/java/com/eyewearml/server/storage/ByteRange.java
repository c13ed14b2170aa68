package com.eyewearml.server.storage;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a content.
 *
 * @param first offset of the first byte
 * @param last  offset of the last byte
 */
record ByteRange(long first, long last) {
    private static final Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /**
     * Reads a {@code Range} header (RFC 9110, 14.2). One that asks for several parts, or cannot be read, is passed over, as that allows.
     *
     * @throws RequestException with {@code RANGE_NOT_SATISFIABLE} where it lies beyond the content
     */
    static Optional<ByteRange> parse(String header, long length) {
        Matcher match = SINGLE.matcher(header);
        if (!match.matches() || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (match.group(1).isEmpty()) {
            long suffix = Long.parseLong(match.group(2));
            if (suffix == 0) {
                throw beyond(length);
            }
            return Optional.of(new ByteRange(Math.max(0, length - suffix), length - 1));
        }
        long first = Long.parseLong(match.group(1));
        long last = match.group(2).isEmpty() ? length - 1 : Math.min(Long.parseLong(match.group(2)), length - 1);
        if (!match.group(2).isEmpty() && Long.parseLong(match.group(2)) < first) {
            return Optional.empty();
        }
        if (first >= length) {
            throw beyond(length);
        }
        return Optional.of(new ByteRange(first, last));
    }

    private static RequestException beyond(long length) {
        return new RequestException(ErrorCode.RANGE_NOT_SATISFIABLE, "The range lies beyond the content's " + length + " bytes.");
    }
}
