package com.eyewearml.server.platform.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The server's side of OAuth 1.0a (RFC 5849 sections 3.1 to 3.4) as Magento checks it, written apart from our signer. */
final class OAuth1 {
    private OAuth1() { }

    /** Protocol parameters of a header {@code Authorization}; empty where it is none of OAuth. */
    static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new TreeMap<>();
        if (header != null && header.startsWith("OAuth ")) {
            for (String part : header.substring("OAuth ".length()).split(",")) {
                String[] pair = part.strip().split("=", 2);
                parameters.put(decode(pair[0]), decode(pair[1].substring(1, pair[1].length() - 1)));
            }
        }
        return parameters;
    }

    /** Signature that a request must have. */
    static String signature(String method, String address, String rawQuery, Map<String, String> protocol, String consumerSecret,
                            String tokenSecret) {
        List<String> pairs = new ArrayList<>();
        protocol.forEach((name, value) -> {
            if (!name.equals("oauth_signature")) {
                pairs.add(encode(name) + "=" + encode(value));
            }
        });
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&")) {
                String[] parts = pair.split("=", 2);
                pairs.add(encode(decode(parts[0])) + "=" + encode(decode(parts.length < 2 ? "" : parts[1])));
            }
        }
        pairs.sort(null);
        String message = method + "&" + encode(address) + "&" + encode(String.join("&", pairs));
        return Hs256.base64(encode(consumerSecret) + "&" + encode(tokenSecret), message);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** RFC 3986 section 2: all bytes but the unreserved characters. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean unreserved = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
            encoded.append(unreserved ? String.valueOf(c) : "%" + Character.toUpperCase(Character.forDigit(c >> 4, 16))
                    + Character.toUpperCase(Character.forDigit(c & 15, 16)));
        }
        return encoded.toString();
    }
}
