package com.eyewearml.server.platform.webhook;

import java.util.Optional;

/** Headers of a webhook request, by name without regard to case. */
public interface WebhookHeaders {
    /** The first value of a header. */
    Optional<String> find(String name);

    /** @throws DeliveryRefusedException where it is missing or blank */
    default String require(String name) throws DeliveryRefusedException {
        return find(name).filter(value -> !value.isBlank()).orElseThrow(() -> DeliveryRefusedException.incomplete("header " + name));
    }
}
