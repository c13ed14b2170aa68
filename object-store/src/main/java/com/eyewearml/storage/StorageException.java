package com.eyewearml.storage;

/** Storage that cannot do what it was asked. */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what could not be done */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
