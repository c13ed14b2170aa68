package com.eyewearml.storage;

import java.time.Instant;

/**
 * An object as a listing tells of it.
 *
 * @param key    its name
 * @param bytes  its length
 * @param keptAt when the store took it, by the store's clock
 */
public record StoredObject(ObjectKey key, long bytes, Instant keptAt) { }
