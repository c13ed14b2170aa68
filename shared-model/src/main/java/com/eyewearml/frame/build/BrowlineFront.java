package com.eyewearml.frame.build;

import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.geometry.Contour;

/** Acetate brows over metal rims. */
final class BrowlineFront {
    private BrowlineFront() {
    }

    static FrontParts parts(FrameSpec spec, Contour lens, FrontSurface surface) {
        return AcetateFront.parts(spec, lens, surface);
    }
}
