package com.eyewearml.server.platform;

import java.time.Instant;
import java.util.Optional;

/** What a platform tells by webhook. Creating and changing are one thing: events come late, twice and out of order. */
public sealed interface PlatformEvent {
    /**
     * A product is new or changed; it is read again from the store.
     *
     * @param updatedAt the change it is about, where the event tells
     */
    record ProductUpserted(String productId, Optional<Instant> updatedAt) implements PlatformEvent { }

    /** A product is gone. */
    record ProductDeleted(String productId) implements PlatformEvent { }

    /** A catalogue that an import waits for can be read. */
    record CatalogueReady() implements PlatformEvent { }

    /** The store removed the app: its credentials are void. */
    record Uninstalled() implements PlatformEvent { }

    /** All that is kept of the store must be erased. */
    record ShopRedact() implements PlatformEvent { }

    /** What is kept of one of its customers must be erased. */
    record CustomerRedact() implements PlatformEvent { }

    /** One of its customers wants to know what is kept. */
    record CustomerDataRequest() implements PlatformEvent { }

    /** Nothing we do anything about. */
    record Ignored() implements PlatformEvent { }
}
