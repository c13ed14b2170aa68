package com.eyewearml.frame.build;

import com.eyewearml.frame.BridgeStyle;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameFinish;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.RimType;
import com.eyewearml.frame.Surface;
import com.eyewearml.frame.geometry.Bodies;
import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.geometry.SolidBuilder;
import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;

/** A front of wire and bar: full rim, upper half rim, or none. */
final class MetalFront {
    private static final double RIM_SPACING_MM = 2.5;
    private static final double END_RUN_MM = 6;
    private static final double BARREL_MM = 1;
    private static final double DRILL_INSET_MM = 3.2;

    private final FrameSpec spec;
    private final FrameDimensions dimensions;
    private final Contour lens;
    private final FrontSurface surface;
    private final List<SolidBuilder> metal = new ArrayList<>();

    private MetalFront(FrameSpec spec, Contour lens, FrontSurface surface) {
        this.spec = spec;
        this.lens = lens;
        this.surface = surface;
        dimensions = spec.dimensions();
    }

    /** The whole front with pads and the front's half of the hinges. */
    static FrontParts parts(FrameSpec spec, Contour lens, FrontSurface surface) {
        return new MetalFront(spec, lens, surface).build();
    }

    private FrontParts build() {
        List<Surface> surfaces = new ArrayList<>();
        boolean brows = spec.rimType() == RimType.BROWLINE;
        HingePlace hinge = brows ? AcetateFront.addHinge(spec, AcetateStyle.of(spec.shape()), surface, metal) : endPiece();
        addRims(surfaces);
        addBridges();
        addPads(surfaces);
        FrameFinish finish = spec.finish();
        surfaces.addFirst(Materials.surface(SolidBuilder.of(metal).withMirrorImage(), brows ? finish.trim() : finish.front()));
        if (brows) {
            SolidBuilder brow = Brow.left(spec, lens, surface, AcetateFront.SPACING_MM);
            surfaces.addFirst(Materials.surface(brow.withMirrorImage(), finish.front()));
        }
        return new FrontParts(surfaces, hinge, AcetateFront.templeHeightMm(AcetateStyle.of(spec.shape())));
    }

    private double height(double share) {
        return share * dimensions.lensHeightMm() / 2;
    }

    private void addRims(List<Surface> surfaces) {
        switch (spec.rimType()) {
            case FULL, BROWLINE -> metal.add(WireParts.rim(lens, surface, RIM_SPACING_MM));
            case SEMI_RIMLESS -> {
                metal.add(WireParts.upperBar(lens, surface, height(-0.15), height(0.1), RIM_SPACING_MM));
                surfaces.add(Materials.surface(WireParts.thread(lens, surface).withMirrorImage(), Materials.nylon()));
            }
            case RIMLESS -> {
                metal.add(WireParts.screw(nasalX(bridgeY()) + DRILL_INSET_MM, bridgeY(), surface));
                metal.add(WireParts.screw(lens.xAt(hingeY(), 1) - DRILL_INSET_MM, hingeY(), surface));
            }
        }
    }

    private double hingeY() {
        return height(spec.rimType() == RimType.RIMLESS ? 0.3 : MetalStyle.of(spec.shape()).hingeShare());
    }

    private double bridgeY() {
        return height(MetalStyle.of(spec.shape()).bridgeShare());
    }

    private double nasalX(double y) {
        return lens.xAt(y, -1);
    }

    /** Where bars meet the lens edge; of a rimless frame behind the lens, at the screw. */
    private Vector3d joint(double y, int side) {
        double x = lens.xAt(y, side);
        if (spec.rimType() == RimType.RIMLESS) {
            double inset = x - side * (DRILL_INSET_MM + 0.8);
            return new Vector3d(inset, y, surface.z(inset, y) - Lenses.THICKNESS_MM - 0.6);
        }
        double rim = x + side * 0.4;
        return new Vector3d(rim, y, WireParts.rimZ(surface, rim, y));
    }

    private HingePlace endPiece() {
        double halfThickness = Temples.METAL_THICKNESS_MM / 2;
        Vector3d start = joint(hingeY(), 1);
        double x = dimensions.totalWidthMm() / 2 - halfThickness;
        Vector3d back = new TempleLine(dimensions.templeLengthMm(), start, dimensions.pantoscopicTiltRad()).backwards();
        Vector3d base = new Vector3d(x, start.y, start.z - 0.25 * (x - start.x)).add(new Vector3d(back).mul(END_RUN_MM));
        metal.add(WireParts.endPiece(start, base, back, halfThickness));
        if (spec.rimType() == RimType.FULL) {
            metal.add(Bodies.barrel(new Vector3d(start).add(1, 0, -1.2), new Vector3d(0, 1, 0), 1.05, 4.4, 12));
        }
        HingePlace hinge = HingePlace.of(base, halfThickness, BARREL_MM, dimensions.pantoscopicTiltRad());
        metal.add(Hinges.front(hinge));
        return hinge;
    }

    private void addBridges() {
        MetalStyle style = MetalStyle.of(spec.shape());
        metal.add(WireParts.bridge(joint(bridgeY(), -1), style.bridgeRiseMm(), 1.6, 1.15, 0.95));
        if (spec.bridge() == BridgeStyle.DOUBLE) {
            metal.add(WireParts.bridge(joint(height(style.browBarShare()), -1), 0.7, 0.8, 0.9, 0.8));
        }
    }

    private void addPads(List<Surface> surfaces) {
        double padY = height(-0.22);
        double armY = Math.max(padY + 2, height(-0.02));
        Vector3d pad = new Vector3d(dimensions.dblMm() / 2 - 0.6, padY, -6.2);
        Vector3d root = joint(spec.rimType() == RimType.RIMLESS ? bridgeY() : armY, -1);
        metal.add(NosePads.arm(root, pad));
        surfaces.add(Materials.surface(NosePads.silicone(pad).withMirrorImage(), Materials.silicone()));
    }
}
