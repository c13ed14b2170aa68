package com.eyewearml.frame.build;

import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.geometry.OutlineTracer;
import com.eyewearml.frame.geometry.Plate;
import com.eyewearml.frame.geometry.SolidBuilder;
import java.util.List;

/** The acetate brow of a browline frame: the upper part of an acetate rim and its end piece, cut off along a rising line. */
final class Brow {
    private static final double OVER_LENS_MM = 0.9;
    private static final double CUT_BLEND_MM = 2.2;
    private static final double EDGE_RADIUS_MM = 0.9;
    private static final double NASAL_CUT_SHARE = 0.22;
    private static final double WIDTH_TOLERANCE_MM = 0.01;

    private Brow() {
    }

    static SolidBuilder left(FrameSpec spec, Contour lens, FrontSurface surface, double spacingMm) {
        Contour coarse = lens.resampled(0.8, 0.1);
        AcetateStyle style = AcetateStyle.of(spec.shape());
        double centreX = spec.dimensions().boxCentreMm();
        double lensTop = coarse.yAt(centreX, 1);
        double wanted = spec.dimensions().totalWidthMm() / 2;
        double endX = wanted;
        while (true) {
            FrontField field = new FrontField(spec, coarse, style, endX);
            Contour outline = OutlineTracer.closed(brow(spec, coarse, field), centreX, lensTop + style.topMm() / 2);
            double excess = outline.maxX() - wanted;
            if (Math.abs(excess) < WIDTH_TOLERANCE_MM) {
                Contour resampled = outline.resampled(spacingMm, 0.3);
                return Plate.build(Plate.Outline.of(resampled, true, EDGE_RADIUS_MM, 2), List.of(),
                        (x, y) -> surface.z(x, y) + AcetateFront.PROUD_MM, (x, y) -> AcetateFront.backZ(surface, x, y), 4);
            }
            endX -= excess;
        }
    }

    private static OutlineTracer.Field brow(FrameSpec spec, Contour lens, FrontField field) {
        double nasalX = lens.minX();
        double nasalY = NASAL_CUT_SHARE * spec.dimensions().lensHeightMm() / 2;
        double endX = spec.dimensions().totalWidthMm() / 2;
        double endY = field.hingeY() - AcetateStyle.of(spec.shape()).endHeightMm() / 2;
        double slope = (endY - nasalY) / (endX - nasalX);
        double steepness = Math.sqrt(1 + slope * slope);
        return (x, y) -> {
            double below = (nasalY + slope * (x - nasalX) - y) / steepness;
            double overLens = -lens.signedDistance(x, y) - OVER_LENS_MM;
            double cut = -FrontField.smoothMin(-field.half(x, y), -overLens, CUT_BLEND_MM / 2);
            return -FrontField.smoothMin(-cut, -below, CUT_BLEND_MM);
        };
    }
}
