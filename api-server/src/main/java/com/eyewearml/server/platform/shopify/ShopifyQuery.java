package com.eyewearml.server.platform.shopify;

import static com.eyewearml.server.platform.QueryParameters.form;

import com.eyewearml.server.platform.QueryParameters;
import com.eyewearml.server.security.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Verifies queries that Shopify signed with the app's client secret: those of the admin and of OAuth callbacks by {@code hmac}, those
 * of the app proxy by {@code signature}. Both are HMAC-SHA256 in hexadecimal digits and at most 90 seconds old.
 */
public final class ShopifyQuery {
    private static final long TOLERANCE_SECONDS = 90;
    private static final Set<String> SIGNATURES = Set.of("hmac", "signature");

    private final byte[] clientSecret;
    private final Clock clock;

    /** @param clientSecret as text, prefix included */
    public ShopifyQuery(String clientSecret, Clock clock) {
        this.clientSecret = clientSecret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /** Whether the admin or an OAuth redirect sent this query now. */
    public boolean isOfAdmin(QueryParameters query) {
        String message = signed(query, "&", (name, values) -> values.stream().map(value -> form(name) + "=" + form(value))
                .collect(Collectors.joining("&")));
        return verified(query, "hmac", message);
    }

    /** Whether the app proxy of a shop sent this query now. Method, path and body are not signed. */
    public boolean isOfProxy(QueryParameters query) {
        String message = signed(query, "", (name, values) -> name + "=" + String.join(",", values));
        return verified(query, "signature", message) && Stream.of("hmac", "shop").allMatch(name -> atMostOnce(query, name));
    }

    private static boolean atMostOnce(QueryParameters query, String name) {
        return query.sorted().getOrDefault(name, List.of()).size() <= 1;
    }

    private interface Joiner {
        String join(String name, List<String> values);
    }

    private static String signed(QueryParameters query, String separator, Joiner joiner) {
        return query.sorted().entrySet().stream().filter(entry -> !SIGNATURES.contains(entry.getKey()))
                .map(entry -> joiner.join(entry.getKey(), entry.getValue())).collect(Collectors.joining(separator));
    }

    private boolean verified(QueryParameters query, String signatureName, String message) {
        String expected = HexFormat.of().formatHex(Secrets.hmacSha256(clientSecret, message.getBytes(StandardCharsets.UTF_8)));
        return query.single(signatureName).filter(signature -> Secrets.same(expected, signature)).isPresent()
                && query.single("timestamp").flatMap(ShopifyQuery::seconds)
                        .filter(sent -> Math.abs(clock.instant().getEpochSecond() - sent) <= TOLERANCE_SECONDS).isPresent();
    }

    private static Optional<Long> seconds(String text) {
        return text.matches("[0-9]{1,12}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
