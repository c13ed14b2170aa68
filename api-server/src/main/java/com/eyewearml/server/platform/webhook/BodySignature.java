package com.eyewearml.server.platform.webhook;

import com.eyewearml.server.security.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Verifies bodies signed alone, as Shopify and WooCommerce do: base64 of HMAC-SHA256 over the bytes as they came. */
public final class BodySignature {
    private BodySignature() { }

    /**
     * Whether one of the secrets signed these bytes.
     *
     * @param secrets   the current one and, while it is being replaced, the previous one
     * @param signature as received; anything that is no base64 of 32 bytes is simply wrong
     */
    public static boolean matches(List<String> secrets, byte[] body, String signature) {
        return secrets.stream().anyMatch(secret -> Secrets.same(of(secret, body), signature));
    }

    static String of(String secret, byte[] body) {
        return Base64.getEncoder().encodeToString(Secrets.hmacSha256(secret.getBytes(StandardCharsets.UTF_8), body));
    }
}
