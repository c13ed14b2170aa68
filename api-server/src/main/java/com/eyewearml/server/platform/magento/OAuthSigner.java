package com.eyewearml.server.platform.magento;

import static com.eyewearml.server.platform.QueryParameters.rfc3986;

import com.eyewearml.server.platform.QueryParameters;
import com.eyewearml.server.security.Secrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Signs requests to a Magento store: OAuth 1.0a (RFC 5849) with HMAC-SHA256 in place of HMAC-SHA1, which Magento 2.4.4 and later refuse. */
public final class OAuthSigner {
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    private final Clock clock;
    private final Supplier<String> nonces;

    /** @param nonces a new one for every request, repeated ones included */
    public OAuthSigner(Clock clock, Supplier<String> nonces) {
        this.clock = clock;
        this.nonces = nonces;
    }

    /**
     * Header {@code Authorization} of a request; a JSON body is not part of it.
     *
     * @param extra further protocol parameters, {@code oauth_verifier} for one
     */
    public String authorization(String method, URI address, OAuthKeys keys, Map<String, String> extra) {
        SequencedMap<String, String> protocol = new TreeMap<>(extra);
        protocol.put("oauth_consumer_key", keys.consumerKey());
        protocol.put("oauth_nonce", nonces.get());
        protocol.put("oauth_signature_method", "HMAC-SHA256");
        protocol.put("oauth_timestamp", Long.toString(clock.instant().getEpochSecond()));
        protocol.put("oauth_version", "1.0");
        if (!keys.token().isEmpty()) {
            protocol.put("oauth_token", keys.token());
        }
        protocol.put("oauth_signature", signature(baseString(method, address, protocol), keys));
        return "OAuth " + protocol.entrySet().stream().map(entry -> rfc3986(entry.getKey()) + "=\"" + rfc3986(entry.getValue()) + "\"")
                .collect(Collectors.joining(", "));
    }

    /** RFC 5849 section 3.4.1. */
    static String baseString(String method, URI address, Map<String, String> protocol) {
        List<String> pairs = new ArrayList<>();
        protocol.forEach((name, value) -> pairs.add(rfc3986(name) + "\n" + rfc3986(value)));
        String query = address.getRawQuery();
        if (query != null) {
            QueryParameters.parse(query).sorted().forEach(
                    (name, values) -> values.forEach(value -> pairs.add(rfc3986(name) + "\n" + rfc3986(value))));
        }
        // A line feed sorts before every encoded character, so this is the order by name, then by value.
        String parameters = pairs.stream().sorted().map(pair -> pair.replace('\n', '=')).collect(Collectors.joining("&"));
        return method.toUpperCase(Locale.ROOT) + "&" + rfc3986(baseAddress(address)) + "&" + rfc3986(parameters);
    }

    /** RFC 5849 section 3.4.1.2. */
    private static String baseAddress(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort();
        boolean usual = port == -1 || DEFAULT_PORTS.get(scheme) == port;
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port) + address.getRawPath();
    }

    private static String signature(String baseString, OAuthKeys keys) {
        byte[] key = (rfc3986(keys.consumerSecret()) + "&" + rfc3986(keys.tokenSecret())).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Secrets.hmacSha256(key, baseString.getBytes(StandardCharsets.UTF_8)));
    }
}
