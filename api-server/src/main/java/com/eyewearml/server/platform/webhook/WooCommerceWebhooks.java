package com.eyewearml.server.platform.webhook;

import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.security.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Webhooks of WooCommerce: base64 HMAC-SHA256 of the body under a secret of the store. Its delivery id names a second, not a delivery,
 * so the key is made of webhook, topic and body.
 */
public final class WooCommerceWebhooks implements WebhookSource {
    private static final String SIGNATURE = "X-WC-Webhook-Signature";

    @Override
    public Platform platform() {
        return Platform.WOOCOMMERCE;
    }

    @Override
    public Optional<Delivery> verify(WebhookHeaders headers, byte[] body, List<String> secrets) throws DeliveryRefusedException {
        if (headers.find(SIGNATURE).isEmpty() && isPing(body)) {
            return Optional.empty();
        }
        if (!BodySignature.matches(secrets, body, headers.require(SIGNATURE))) {
            throw DeliveryRefusedException.forged();
        }
        String topic = headers.require("X-WC-Webhook-Topic");
        String key = headers.require("X-WC-Webhook-ID") + "/" + topic + "/" + HexFormat.of().formatHex(Secrets.sha256(body));
        return Optional.of(new Delivery(key, headers.find("X-WC-Webhook-Delivery-ID"), topic, Optional.empty(), body));
    }

    /** What a store sends when a webhook is created: {@code webhook_id=7}, unsigned. */
    private static boolean isPing(byte[] body) {
        return body.length < 40 && new String(body, StandardCharsets.US_ASCII).matches("webhook_id=[0-9]+");
    }
}
