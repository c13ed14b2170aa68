package com.eyewearml.server.platform.simulator;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 as the platforms use it, written apart from the server's own. */
public final class Hs256 {
    private Hs256() { }

    /** A signed JSON web token. */
    public static String sign(Map<String, Object> claims, String secret) {
        String signed = url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + url(Json.createObjectBuilder(claims).build().toString());
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(secret, signed));
    }

    private static String url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Base64 of a text's signature. */
    public static String base64(String secret, String message) {
        return Base64.getEncoder().encodeToString(mac(secret, message));
    }

    /** Hexadecimal digits of a text's signature. */
    public static String hex(String secret, String message) {
        return HexFormat.of().formatHex(mac(secret, message));
    }

    private static byte[] mac(String secret, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
