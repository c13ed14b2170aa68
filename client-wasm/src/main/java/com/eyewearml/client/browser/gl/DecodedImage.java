package com.eyewearml.client.browser.gl;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** An {@code ImageBitmap}. */
public interface DecodedImage extends JSObject {
    @JSProperty
    int getWidth();

    @JSProperty
    int getHeight();
}
