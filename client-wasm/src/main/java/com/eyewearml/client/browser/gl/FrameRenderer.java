package com.eyewearml.client.browser.gl;

import com.eyewearml.lens.LensOptics;

/** Draws a frame, on a face or alone. */
public interface FrameRenderer {
    /** Replaces the lenses of all frames; null for those of their files. */
    void setLens(LensOptics lens);

    /** Puts a frame on the graphics card, so that showing it takes no time. */
    void prepare(DecodedFrame frame);

    /** Frees a frame; the one that is shown, once it no longer is. */
    void forget(DecodedFrame frame);

    /** Frees everything on the graphics card. */
    void delete();
}
