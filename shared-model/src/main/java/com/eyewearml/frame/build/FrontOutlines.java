package com.eyewearml.frame.build;

import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.geometry.Contour;

/**
 * Outlines of a front that a frame is built to, in frame coordinates, projected along z.
 *
 * @param lens  outline of the left lens, finely sampled; its box is A by B about the box centre of the dimensions
 * @param outer outline of the whole front, symmetric in x and as wide as the total width; null where the lens shape's own proportions are
 *              to be used. Only acetate fronts follow it
 */
public record FrontOutlines(Contour lens, Contour outer) {
    /** What the lens shape prescribes. */
    static FrontOutlines of(FrameSpec spec) {
        return new FrontOutlines(LensOutlines.left(spec.shape(), spec.dimensions()), null);
    }

    /** Proportions of the front: of the lens shape, its end pieces where the outline has them. */
    AcetateStyle style(FrameSpec spec) {
        AcetateStyle style = AcetateStyle.of(spec.shape());
        if (outer == null) {
            return style;
        }
        double x = outer.maxX() - AcetateStyle.END_INSET_MM;
        double low = outer.yAt(x, -1);
        double high = outer.yAt(x, 1);
        return style.withEnd((low + high) / spec.dimensions().lensHeightMm(), high - low);
    }
}
