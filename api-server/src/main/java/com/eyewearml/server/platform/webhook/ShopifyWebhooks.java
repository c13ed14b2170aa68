package com.eyewearml.server.platform.webhook;

import com.eyewearml.server.platform.Platform;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Webhooks of Shopify: base64 HMAC-SHA256 of the body under the app's client secret. */
public final class ShopifyWebhooks implements WebhookSource {
    private final List<String> clientSecrets;

    /** @param clientSecrets the current one and, while it is replaced, the previous one */
    public ShopifyWebhooks(List<String> clientSecrets) {
        this.clientSecrets = List.copyOf(clientSecrets);
    }

    @Override
    public Platform platform() {
        return Platform.SHOPIFY;
    }

    @Override
    public boolean needsStoreSecrets() {
        return false;
    }

    @Override
    public Optional<Delivery> verify(WebhookHeaders headers, byte[] body, List<String> secrets) throws DeliveryRefusedException {
        String signature = headers.require("X-Shopify-Hmac-Sha256");
        if (body.length == 0) {
            throw DeliveryRefusedException.incomplete("body");
        }
        if (!BodySignature.matches(clientSecrets, body, signature)) {
            throw DeliveryRefusedException.forged();
        }
        return Optional.of(new Delivery(headers.require("X-Shopify-Webhook-Id"), headers.find("X-Shopify-Event-Id"),
                headers.require("X-Shopify-Topic"), headers.find("X-Shopify-Triggered-At").flatMap(ShopifyWebhooks::instant), body));
    }

    /** Not signed, so an unreadable time is no time. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
