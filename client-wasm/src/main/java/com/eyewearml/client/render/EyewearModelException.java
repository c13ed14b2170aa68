package com.eyewearml.client.render;

/** A glTF file that is no frame; the message says what was expected. */
public final class EyewearModelException extends RuntimeException {
    EyewearModelException(String message) {
        super(message);
    }
}
