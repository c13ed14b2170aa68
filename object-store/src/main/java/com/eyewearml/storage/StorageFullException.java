package com.eyewearml.storage;

/** There is no room for an object. */
public final class StorageFullException extends StorageException {
    private static final long serialVersionUID = 1L;

    StorageFullException(String place, Throwable cause) {
        super(place + " is full. Make room there; nothing was kept of the object.", cause);
    }
}
