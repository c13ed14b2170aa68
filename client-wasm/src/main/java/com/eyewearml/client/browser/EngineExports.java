package com.eyewearml.client.browser;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Uint8Array;

/** The engine as JavaScript sees it: one instance per page element, no shared state. */
public final class EngineExports {
    private final ByteBuffer picture = ByteBuffer.allocateDirect(1280 * 1280 * 4).order(ByteOrder.nativeOrder());

    @JSExport
    public EngineExports() { }

    @JSExport
    public Uint8Array picture() {
        return Uint8Array.fromJavaBuffer(picture);
    }
}
