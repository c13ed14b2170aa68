package com.eyewearml.client.browser;

import org.teavm.jso.JSExportClasses;

/** Entry point of the compiled module; lists every class that JavaScript may construct. */
@JSExportClasses({EngineExports.class, TryOnExports.class, NetworkExports.class, ViewerExports.class})
public final class Main {
    private Main() { }

    /** Called once by the loader. */
    public static void main(String[] args) { }
}
