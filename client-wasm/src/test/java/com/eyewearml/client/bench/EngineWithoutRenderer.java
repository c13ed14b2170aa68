package com.eyewearml.client.bench;

import com.eyewearml.client.browser.EngineExports;
import com.eyewearml.client.browser.NetworkExports;
import org.teavm.jso.JSExportClasses;

/** What the compiled engine would export if it drew nothing. */
@JSExportClasses({EngineExports.class, NetworkExports.class})
public final class EngineWithoutRenderer {
    private EngineWithoutRenderer() { }

    public static void main(String[] args) { }
}
