package com.eyewearml.frame.build;

import com.eyewearml.frame.FrameFinish;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameMaterial.Kind;
import com.eyewearml.frame.FrameModel;
import com.eyewearml.frame.FramePart;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.RimType;
import com.eyewearml.frame.Surface;
import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.geometry.SolidBuilder;
import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/**
 * Builds the geometry of a frame from its specification: front, lenses and temples, each of closed bodies, at true size, symmetric in x.
 * The left half is built, the right one is its mirror image.
 */
public final class FrameGenerator {
    private static final double TEMPLE_SPACING_MM = 3.6;
    private static final Vector3dc ORIGIN = new Vector3d();

    private FrameGenerator() {
    }

    /** Builds the frame; deterministic. A specification that exists can be built. */
    public static FrameModel generate(FrameSpec spec) {
        return generate(spec, FrontOutlines.of(spec));
    }

    /** Builds the frame with outlines of its own, as traced from a picture; the shape then only gives proportions. Deterministic. */
    public static FrameModel generate(FrameSpec spec, FrontOutlines outlines) {
        FrontSurface surface = new FrontSurface(spec);
        Contour lens = outlines.lens();
        FrontParts front = front(spec, outlines, surface);
        HingePlace hinge = front.hinge();
        Contour edge = Lenses.outline(lens);
        SolidBuilder leftLens = Lenses.left(edge, surface);
        Vector3d rightHinge = new Vector3d(-hinge.middle().x, hinge.middle().y, hinge.middle().z);
        return new FrameModel(spec,
                new FramePart("front", ORIGIN, ORIGIN, front.surfaces()),
                lens("lens_right", spec, mirrored(leftLens), edge),
                lens("lens_left", spec, leftLens, edge),
                new FramePart("temple_right", rightHinge, new Vector3d(hinge.axis()).negate(), temple(spec, front, true)),
                new FramePart("temple_left", hinge.middle(), hinge.axis(), temple(spec, front, false)));
    }

    private static FrontParts front(FrameSpec spec, FrontOutlines outlines, FrontSurface surface) {
        boolean plate = spec.rimType() == RimType.FULL && spec.finish().front().kind() == Kind.ACETATE;
        return plate ? AcetateFront.parts(spec, outlines, surface)
                : MetalFront.parts(spec, outlines.lens(), surface);
    }

    private static FramePart lens(String name, FrameSpec spec, SolidBuilder body, Contour outline) {
        return new FramePart(name, ORIGIN, ORIGIN, List.of(LensLook.surface(body, spec.lens(), outline)));
    }

    private static List<Surface> temple(FrameSpec spec, FrontParts front, boolean right) {
        HingePlace hinge = front.hinge();
        FrameFinish finish = spec.finish();
        TempleLine line = new TempleLine(spec.dimensions().templeLengthMm(), hinge.templeBase(), spec.dimensions().pantoscopicTiltRad());
        List<Surface> surfaces = new ArrayList<>();
        List<SolidBuilder> metal = new ArrayList<>();
        metal.add(Hinges.temple(hinge));
        boolean acetate = finish.temples().kind() == Kind.ACETATE;
        if (acetate) {
            FrontSurface surface = new FrontSurface(spec);
            SolidBuilder body = Temples.acetate(line, front.endHeightMm(), (x, y) -> AcetateFront.backZ(surface, x, y),
                    TEMPLE_SPACING_MM);
            surfaces.add(part(body, hinge, right, finish.temples()));
            Vector3d inner = new Vector3d(hinge.templeBase()).sub(Temples.ACETATE_THICKNESS_MM / 2, 0, 0);
            metal.add(Hinges.leaf(new Vector3d(line.backwards()).mul(0.8).add(inner), line.backwards(), line.up(0), 9, 1.7));
        } else {
            metal.add(Temples.metal(line));
            surfaces.add(part(Temples.sleeve(line, TEMPLE_SPACING_MM), hinge, right, finish.tips()));
        }
        surfaces.add(part(SolidBuilder.of(metal), hinge, right, acetate ? finish.trim() : finish.temples()));
        return surfaces;
    }

    /** A left temple's body relative to its hinge, mirrored for the right one. */
    private static Surface part(SolidBuilder body, HingePlace hinge, boolean right, FrameMaterial material) {
        SolidBuilder moved = new SolidBuilder();
        moved.add(body, false);
        moved.transform(p -> p.sub(hinge.middle()));
        return Materials.surface(right ? mirrored(moved) : moved, material);
    }

    private static SolidBuilder mirrored(SolidBuilder body) {
        SolidBuilder mirrored = new SolidBuilder();
        mirrored.add(body, true);
        return mirrored;
    }
}
