package com.eyewearml.frame.build;

import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameMaterial.Kind;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.geometry.OutlineTracer;
import com.eyewearml.frame.geometry.Plate;
import com.eyewearml.frame.geometry.SolidBuilder;
import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;

/** A front milled from an acetate plate. */
final class AcetateFront {
    static final double THICKNESS_MM = 4;
    /** How far the front face stands out over the lens. */
    static final double PROUD_MM = 1;
    /** How deep the lens sits in its groove. */
    static final double GROOVE_MM = 0.6;
    private static final double EDGE_RADIUS_MM = 1.0;
    private static final double INNER_EDGE_RADIUS_MM = 0.5;
    private static final double EDGE_SETBACK_MM = 0.3;
    private static final double METAL_LUG_MM = 5;
    /** Distance of outline points. */
    static final double SPACING_MM = 2.3;
    private static final double WIDTH_TOLERANCE_MM = 0.01;

    private AcetateFront() {
    }

    static double backZ(FrontSurface surface, double x, double y) {
        return surface.z(x, y) + PROUD_MM - THICKNESS_MM;
    }

    /** The whole front with pads and the front's half of the hinges. */
    static FrontParts parts(FrameSpec spec, FrontOutlines outlines, FrontSurface surface) {
        FrameDimensions dimensions = spec.dimensions();
        Contour lens = outlines.lens();
        AcetateStyle style = outlines.style(spec);
        List<SolidBuilder> metal = new ArrayList<>();
        HingePlace hinge = addHinge(spec, style, surface, metal);
        double padY = -0.06 * dimensions.lensHeightMm();
        double padX = lens.xAt(padY, -1) - 1.9;
        SolidBuilder pad = NosePads.moulded(new Vector3d(padX, padY, backZ(surface, padX, padY) - 0.6));
        SolidBuilder acetate = SolidBuilder.of(List.of(plate(spec, outlines, surface, SPACING_MM), pad.withMirrorImage()));
        return new FrontParts(List.of(Materials.surface(acetate, spec.finish().front()),
                Materials.surface(SolidBuilder.of(metal).withMirrorImage(), spec.finish().trim())), hinge, templeHeightMm(style));
    }

    /** Height of an acetate temple where it takes up the end piece. */
    static double templeHeightMm(AcetateStyle style) {
        return style.endHeightMm() - 0.6;
    }

    /** Adds the metal behind the left end piece, barrels and where needed a lug, and tells where the temple begins. */
    static HingePlace addHinge(FrameSpec spec, AcetateStyle style, FrontSurface surface, List<SolidBuilder> metal) {
        FrameDimensions dimensions = spec.dimensions();
        double hingeY = style.hingeShare() * dimensions.lensHeightMm() / 2;
        boolean acetateTemples = spec.finish().temples().kind() == Kind.ACETATE;
        double halfThickness = (acetateTemples ? Temples.ACETATE_THICKNESS_MM : Temples.METAL_THICKNESS_MM) / 2;
        double x = dimensions.totalWidthMm() / 2 - EDGE_SETBACK_MM - halfThickness;
        Vector3d base = new Vector3d(x, hingeY, backZ(surface, x, hingeY));
        if (!acetateTemples) {
            Vector3d back = new TempleLine(dimensions.templeLengthMm(), base, dimensions.pantoscopicTiltRad()).backwards();
            Vector3d inPlate = new Vector3d(base).add(0, 0, THICKNESS_MM / 2);
            base = new Vector3d(back).mul(METAL_LUG_MM).add(base);
            metal.add(WireParts.lug(inPlate, base, halfThickness));
        }
        HingePlace hinge = HingePlace.of(base, halfThickness, acetateTemples ? 1.25 : 1, dimensions.pantoscopicTiltRad());
        metal.add(Hinges.front(hinge));
        return hinge;
    }

    private static SolidBuilder plate(FrameSpec spec, FrontOutlines outlines, FrontSurface surface, double spacingMm) {
        Plate.Outline outer = outlines.outer() == null ? outer(spec, outlines.lens(), spacingMm) : OutlineTracer.half(outlines.outer(), spacingMm, 0.26, EDGE_RADIUS_MM, 3);
        Contour opening = outlines.lens().resampled(spacingMm, 0.2).offset(-GROOVE_MM);
        SolidBuilder half = Plate.build(outer, List.of(Plate.Outline.of(opening, false, INNER_EDGE_RADIUS_MM, 1)),
                (x, y) -> surface.z(x, y) + PROUD_MM, (x, y) -> backZ(surface, x, y), 4);
        return half.withMirrorImage();
    }

    /** The blending pushes the end piece out a little; its end is moved back until the total width is right. */
    private static Plate.Outline outer(FrameSpec spec, Contour lens, double spacingMm) {
        AcetateStyle style = AcetateStyle.of(spec.shape());
        Contour coarse = lens.resampled(0.8, 0.1);
        double wanted = spec.dimensions().totalWidthMm() / 2;
        double endX = wanted;
        while (true) {
            FrontField field = new FrontField(spec, coarse, style, endX);
            Plate.Outline outline = OutlineTracer.half(field, field.bridgeY(), spacingMm, 0.26, EDGE_RADIUS_MM, 3);
            double excess = new Contour(outline.x(), outline.y()).maxX() - wanted;
            if (Math.abs(excess) < WIDTH_TOLERANCE_MM) {
                return outline;
            }
            endX -= excess;
        }
    }
}
