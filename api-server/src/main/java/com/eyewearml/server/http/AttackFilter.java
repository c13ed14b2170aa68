package com.eyewearml.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.RoutingRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Turns away requests that probe for holes, in the spirit of the OWASP core rules for web application firewalls: a second line before
 * parameters are bound, text is escaped and paths are looked up in tables, not a substitute for these. Looks at path, query, user
 * agent, referrer and forwarding headers, as sent and decoded twice; never at bodies, cookies or credentials.
 */
public final class AttackFilter {
    private static final int DECODINGS = 2;
    private static final HeaderName ORIGINAL_URL = HeaderNames.create("X-Original-URL");
    private static final HeaderName REWRITE_URL = HeaderNames.create("X-Rewrite-URL");
    private static final List<HeaderName> SHOWN_TO_BACKENDS = List.of(HeaderNames.USER_AGENT, HeaderNames.REFERER,
            HeaderNames.X_FORWARDED_FOR, HeaderNames.X_FORWARDED_HOST, HeaderNames.create("X-Api-Version"));

    private final AttackRules rules = AttackRules.read();

    /** @throws RequestException with {@code REQUEST_REFUSED}, naming the rule */
    void require(RoutingRequest req) {
        find(req).ifPresent(rule -> {
            throw new RequestException(ErrorCode.REQUEST_REFUSED, "Rule " + rule + " turned it away. If it was harmless, tell whoever runs "
                    + "this server its requestId.");
        });
    }

    private Optional<String> find(RoutingRequest req) {
        if (req.headers().contains(ORIGINAL_URL) || req.headers().contains(REWRITE_URL)) {
            return Optional.of("path-override");
        }
        return inAddress(AttackRules.Place.PATH, req.prologue().uriPath().rawPath())
                .or(() -> inAddress(AttackRules.Place.QUERY, req.prologue().query().rawValue()))
                .or(() -> inHeaders(req));
    }

    private Optional<String> inHeaders(RoutingRequest req) {
        for (HeaderName name : SHOWN_TO_BACKENDS) {
            if (req.headers().contains(name)) {
                AttackRules.Place place = name.equals(HeaderNames.USER_AGENT) ? AttackRules.Place.AGENT : AttackRules.Place.HEADER;
                Optional<String> rule = rules.find(place, req.headers().get(name).get());
                if (rule.isPresent()) {
                    return rule;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> inAddress(AttackRules.Place place, String raw) {
        String text = raw;
        Optional<String> rule = rules.find(place, text);
        for (int i = 0; i < DECODINGS && rule.isEmpty() && (text.indexOf('%') >= 0 || text.indexOf('+') >= 0); i++) {
            Optional<String> decoded = decoded(place, text);
            if (decoded.isEmpty()) {
                // Of a query, a per cent sign that stands for itself is a fault of the sender's, no attack.
                return place == AttackRules.Place.PATH && i == 0 ? Optional.of("encoding") : Optional.empty();
            }
            text = decoded.get();
            rule = rules.find(place, text);
        }
        return rule;
    }

    private static Optional<String> decoded(AttackRules.Place place, String text) {
        try {
            return Optional.of(URLDecoder.decode(place == AttackRules.Place.PATH ? text.replace("+", "%2B") : text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
