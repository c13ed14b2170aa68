package com.eyewearml.server.uploads;

import com.eyewearml.storage.IncomingObject;

/**
 * A file that was received and is not yet kept; goes away when closed.
 *
 * @param kind   told by its first bytes, which says nothing of the rest
 * @param object its bytes
 */
public record Upload(FileKind kind, IncomingObject object) implements AutoCloseable {
    @Override
    public void close() {
        object.close();
    }
}
