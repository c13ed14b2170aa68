package com.eyewearml.client.browser.gl;

/** The graphics driver cannot run the renderer; the message carries the driver's own. */
public final class ShaderException extends RuntimeException {
    ShaderException(String message) {
        super(message);
    }
}
