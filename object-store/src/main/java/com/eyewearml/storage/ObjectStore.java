package com.eyewearml.storage;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Objects that never change, under their own hash. Whole or not there at all. Safe for use by many threads.
 *
 * <p>Taking one in has two steps, because nobody knows its name before its last byte:
 * <pre>{@code
 * try (IncomingObject incoming = store.receive(content, maxBytes)) {
 *     store.put(shopId, incoming);
 * }
 * }</pre>
 */
public interface ObjectStore extends AutoCloseable {
    /**
     * Takes content to its end, with bounded memory, into a file of this process. Close what is returned.
     *
     * @param content  is read to its end, not closed
     * @param maxBytes most it may have
     * @throws ObjectTooLargeException where it has more; the rest of it is not read
     * @throws StorageFullException    where there is no room
     * @throws StorageException        where it cannot be read or written
     */
    IncomingObject receive(InputStream content, long maxBytes);

    /**
     * Keeps what was received, for a shop. An object that is there already stays as it is.
     *
     * @throws StorageFullException where there is no room; nothing is kept then
     * @throws StorageException     where it cannot be kept; nothing is kept then
     */
    void put(UUID shopId, IncomingObject incoming);

    /** Length of an object in bytes; empty where it is not there. */
    OptionalLong size(ObjectKey key);

    /** Bytes of an object, to be closed by whoever reads them; empty where it is not there. */
    Optional<InputStream> get(ObjectKey key);

    /**
     * Some bytes of an object, like {@link #get(ObjectKey)}.
     *
     * @param first offset of the first byte
     * @param last  offset of the last byte, within the object
     */
    Optional<InputStream> get(ObjectKey key, long first, long last);

    /** Takes an object away; does nothing where it is not there. */
    void delete(ObjectKey key);

    /** Shops that have objects. */
    List<UUID> shops();

    /** All objects of a shop, read as they are asked for; to be closed. */
    Stream<StoredObject> list(UUID shopId);

    /**
     * Address at which anybody may read an object until {@code validity} has passed, without asking this server.
     *
     * @param mediaType what it is to be delivered as
     * @return empty where the store has no addresses of its own
     */
    Optional<URI> presign(ObjectKey key, String mediaType, Duration validity);

    /** Lets go of what it holds open. */
    @Override
    void close();
}
