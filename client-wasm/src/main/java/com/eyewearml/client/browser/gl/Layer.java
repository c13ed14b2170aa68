package com.eyewearml.client.browser.gl;

/** What of a part a draw puts down; the shaders number them alike. */
enum Layer {
    /** Everything at once, for opaque parts. */
    WHOLE,
    /** What the part lets through of the light behind it. */
    FILTER,
    /** The part's own light. */
    LIGHT,
    /** What lies behind a lens of some power, where the lens shows it. */
    BEHIND
}
