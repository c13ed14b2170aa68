package com.eyewearml.server.platform;

import java.util.UUID;

/**
 * A store of a platform that a shop of ours is connected to.
 *
 * @param id          of the connection
 * @param shopId      our shop
 * @param platform    where the store is
 * @param store       its immutable name there
 * @param webhookPath unguessable part of the address its webhooks go to
 * @param state       whether it works
 */
public record Connection(UUID id, UUID shopId, Platform platform, String store, String webhookPath, State state) {
    /** Whether a connection works. The names are those in the database. */
    public enum State {
        /** Begun, not proven. */
        PENDING,
        ACTIVE,
        /** The platform refuses our credentials: the merchant must connect again. */
        RECONNECT,
        UNINSTALLED
    }
}
