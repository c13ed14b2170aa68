package com.eyewearml.storage;

/** Content that goes on beyond what its receiver takes. */
public final class ObjectTooLargeException extends StorageException {
    private static final long serialVersionUID = 1L;

    ObjectTooLargeException(long maxBytes) {
        super("the content has more than " + maxBytes + " bytes; nothing was kept of it", null);
    }
}
