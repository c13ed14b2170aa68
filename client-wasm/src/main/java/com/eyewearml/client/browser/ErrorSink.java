package com.eyewearml.client.browser;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** JavaScript function that throws the typed error of a code; the error passes unchanged through the Java frames above. */
@JSFunctor
public interface ErrorSink extends JSObject {
    /**
     * @param code name of an error code of the SDK
     * @param detail what was wrong, expected and to do
     */
    void raise(String code, String detail);
}
