package com.eyewearml.server.platform.webhook;

import com.eyewearml.server.platform.Platform;
import java.util.List;
import java.util.Optional;

/** How a platform sends webhooks. */
public interface WebhookSource {
    /** Where they come from. */
    Platform platform();

    /** Whether a secret of the store signs, or proves something besides; where not, none is looked up. */
    default boolean needsStoreSecrets() {
        return true;
    }

    /**
     * Verifies a request and reads its headers. The body is bytes until its signature was verified.
     *
     * @param secrets the store's current secret and, while it is replaced, the previous one; empty where the app's own secret signs
     * @return empty for a request that wants an answer and nothing else, such as a ping
     * @throws DeliveryRefusedException where it is forged or incomplete
     */
    Optional<Delivery> verify(WebhookHeaders headers, byte[] body, List<String> secrets) throws DeliveryRefusedException;
}
