package com.eyewearml.frame.build;

import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.geometry.Plate;
import com.eyewearml.frame.geometry.SolidBuilder;
import java.util.List;

/** The left lens: a plano meniscus of constant thickness on the front's surface, with a safety bevel. */
final class Lenses {
    static final double THICKNESS_MM = 2;
    private static final double BEVEL_MM = 0.3;

    private Lenses() {
    }

    /** The points of the lens edge. */
    static Contour outline(Contour lens) {
        return lens.resampled(2, 0.16);
    }

    static SolidBuilder left(Contour outline, FrontSurface surface) {
        return Plate.build(Plate.Outline.of(outline, true, BEVEL_MM, 1), List.of(), surface::z, (x, y) -> surface.z(x, y) - THICKNESS_MM,
                6);
    }
}
