package com.eyewearml.server.platform.contract;

import com.eyewearml.server.platform.Platform;
import java.net.URI;
import java.util.List;

/**
 * A shop platform with one store, as a real HTTP server that checks what the real one checks. It plays the merchant's browser too. Its
 * clock is the tests'.
 */
public interface ShopPlatformSimulator extends AutoCloseable {
    /** Which platform. */
    Platform platform();

    /** The store, as connections name it. */
    String store();

    /** The merchant installs the app, or installs it again; ours answers at that address. Returns once the merchant sees the app. */
    void install(URI ours);

    /** The merchant removes the app: its credentials are void, webhooks end, and whatever the platform tells about it is sent. */
    void uninstall();

    /** The platform takes our credentials no more and tells nobody. */
    void revoke();

    /** Adds a product, or changes it where it has that id; now is when it changed. Ours is told as far as it asked to be. */
    void put(SimulatedProduct product);

    /** Adds many products of which ours is told nothing. */
    void fill(List<SimulatedProduct> products);

    /** Removes a product; ours is told. */
    void delete(String productId);

    /** What the store sells, by id. */
    List<SimulatedProduct> products();

    /** Keeps webhooks back from now on, to be sent by {@link #deliver}; or sends them as they arise again. */
    void holdWebhooks(boolean hold);

    /** All webhooks that arose so far, sent or kept back, the oldest first. */
    List<SimulatedWebhook> webhooks();

    /**
     * Sends a webhook, again or for the first time, with all its platform's headers and a signature of now.
     *
     * @return HTTP status of ours
     */
    int deliver(SimulatedWebhook webhook);

    /** Sends a webhook signed by somebody who does not know the secret. */
    int forge(SimulatedWebhook webhook);

    /** Sends again what ours did not accept and is due by the clock, as often as the platform does; returns how many were sent. */
    int retryDue();

    /** Webhook subscriptions of ours, to see that none is there twice. */
    List<String> subscriptions();

    /** The next requests to its interface fail. */
    void failNext(Failure failure, int requests);

    /** Requests to its interface so far, installations not counted. */
    int requests();

    @Override
    void close();
}
