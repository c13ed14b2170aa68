package com.eyewearml.client.browser.gl;

/** Texture formats of OpenGL ES 3.0 that TeaVM's binding leaves out. */
final class Formats {
    static final int RGBA8 = 0x8058;

    private Formats() { }
}
