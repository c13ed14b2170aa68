package com.eyewearml.server.platform.contract;

import java.time.Instant;

/**
 * A webhook of a simulated store.
 *
 * @param id          by which the platform and ours know it again
 * @param topic       in the platform's words
 * @param address     where ours asked for it
 * @param triggeredAt when the event happened
 * @param body        to be signed
 */
public record SimulatedWebhook(String id, String topic, String address, Instant triggeredAt, String body) { }
