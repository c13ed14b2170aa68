package com.eyewearml.server.platform;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The decoded parameters of a query, sorted by name (by UTF-16 code unit), each with its values in the order in which they came. */
public final class QueryParameters {
    private final SequencedMap<String, List<String>> values = new TreeMap<>();

    private QueryParameters() { }

    /** @throws IllegalArgumentException where an escape is malformed */
    public static QueryParameters parse(String rawQuery) {
        QueryParameters parameters = new QueryParameters();
        for (String pair : rawQuery.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.values.computeIfAbsent(decode(name), absent -> new ArrayList<>()).add(decode(value));
            }
        }
        return parameters;
    }

    /** @throws RequestException where the query of a request is malformed */
    public static QueryParameters of(ServerRequest req) {
        try {
            return parse(req.query().rawValue());
        } catch (IllegalArgumentException e) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "The query of the address is malformed.");
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The value of a parameter that occurs once; empty where it is absent or repeated. */
    public Optional<String> single(String name) {
        List<String> found = values.getOrDefault(name, List.of());
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** All names with their values, sorted by name. */
    public SequencedMap<String, List<String>> sorted() {
        return values;
    }

    /** Percent-encodes as RFC 3986 section 2.1 says, leaving unreserved characters (section 2.3) only. */
    public static String rfc3986(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    /** Percent-encodes as HTML forms do, except that a space is {@code %20}. */
    public static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
