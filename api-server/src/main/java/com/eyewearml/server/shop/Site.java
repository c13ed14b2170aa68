package com.eyewearml.server.shop;

/** Addresses that every shop page refers to; all are versioned, so that browsers may keep what is behind them for ever. */
public interface Site {
    /** A style sheet, script or drawing of the shop pages. */
    String shopFile(String name);

    /** A file of the try-on dialog. */
    String widgetFile(String name);

    /** The browser engine's module; its other files lie beside it. */
    String engineUrl();

    /** The catalogue as the try-on dialog reads it. */
    String catalogueUrl();
}
