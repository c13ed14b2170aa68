package com.eyewearml.server.platform.webhook;

import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.bigcommerce.BigCommerceAdapter;
import com.eyewearml.server.security.Secrets;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Webhooks in the form of the Standard Webhooks specification: BigCommerce's, and those of our module for Magento. */
public final class StandardWebhooks implements WebhookSource {
    private final Platform platform;
    private final List<String> appSecrets;
    private final String topicField;
    private final Clock clock;

    private StandardWebhooks(Platform platform, List<String> appSecrets, String topicField, Clock clock) {
        this.platform = platform;
        this.appSecrets = List.copyOf(appSecrets);
        this.topicField = topicField;
        this.clock = clock;
    }

    /** @param clientSecrets the app's current one and, while it is replaced, the previous one */
    public static StandardWebhooks ofBigCommerce(List<String> clientSecrets, Clock clock) {
        return new StandardWebhooks(Platform.BIGCOMMERCE, clientSecrets, "scope", clock);
    }

    /** Signed with a secret of each store. */
    public static StandardWebhooks ofMagento(Clock clock) {
        return new StandardWebhooks(Platform.MAGENTO, List.of(), "topic", clock);
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public Optional<Delivery> verify(WebhookHeaders headers, byte[] body, List<String> secrets) throws DeliveryRefusedException {
        StandardWebhook signed = new StandardWebhook(headers.require("webhook-id"), headers.require("webhook-timestamp"),
                headers.require("webhook-signature"));
        if (!signed.signs(appSecrets.isEmpty() ? secrets : appSecrets, body, clock)) {
            throw DeliveryRefusedException.forged();
        }
        // Besides the signature, BigCommerce sends back what our subscription told it.
        if (platform == Platform.BIGCOMMERCE && !secrets.isEmpty()) {
            String told = headers.find(BigCommerceAdapter.HOOK_HEADER).orElse("");
            if (secrets.stream().noneMatch(secret -> Secrets.same(secret, told))) {
                throw DeliveryRefusedException.forged();
            }
        }
        JsonObject event = json(body);
        return Optional.of(new Delivery(signed.id(), Optional.ofNullable(event.getString("hash", null)), event.getString(topicField, ""),
                Optional.of(Instant.ofEpochSecond(Long.parseLong(signed.timestamp()))), body));
    }

    private static JsonObject json(byte[] body) throws DeliveryRefusedException {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw DeliveryRefusedException.incomplete("JSON object as its body");
        }
    }
}
