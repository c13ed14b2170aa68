package com.eyewearml.server.platform.webhook;

import com.eyewearml.server.security.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/**
 * Verifies deliveries signed as the Standard Webhooks specification says, which BigCommerce and our Magento module follow: HMAC-SHA256
 * over {@code id.timestamp.body}, given as a list of {@code v1,base64}.
 *
 * @param id        header {@code webhook-id}
 * @param timestamp header {@code webhook-timestamp}, seconds since 1970
 * @param signature header {@code webhook-signature}; entries of other versions are passed over
 */
public record StandardWebhook(String id, String timestamp, String signature) {
    private static final long TOLERANCE_SECONDS = 300;
    private static final String VERSION = "v1,";

    /** Whether one of the secrets signed these bytes within five minutes of now. */
    public boolean signs(List<String> secrets, byte[] body, Clock clock) {
        return recent(clock) && secrets.stream().anyMatch(secret -> {
            String expected = of(secret, body);
            return List.of(signature.split(" ")).stream().anyMatch(entry -> entry.startsWith(VERSION)
                    && Secrets.same(expected, entry.substring(VERSION.length())));
        });
    }

    private boolean recent(Clock clock) {
        return timestamp.matches("[0-9]{1,12}")
                && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) <= TOLERANCE_SECONDS;
    }

    private String of(String secret, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return Base64.getEncoder().encodeToString(Secrets.hmacSha256(secret.getBytes(StandardCharsets.UTF_8), message));
    }
}
