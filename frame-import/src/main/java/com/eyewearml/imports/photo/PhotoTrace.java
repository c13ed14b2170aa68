package com.eyewearml.imports.photo;

import com.eyewearml.frame.BridgeStyle;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameFinish;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameModel;
import com.eyewearml.frame.FramePart;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.FrameSpecException;
import com.eyewearml.frame.RimType;
import com.eyewearml.frame.SizeMarking;
import com.eyewearml.frame.Surface;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.frame.build.FrontOutlines;
import com.eyewearml.frame.build.FrontSurface;
import com.eyewearml.frame.build.LensOutlines;
import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import com.eyewearml.imports.ImportResult;
import com.eyewearml.imports.output.CompressedGlb;
import com.eyewearml.imports.report.Finding;
import com.eyewearml.imports.report.Findings;
import com.eyewearml.imports.report.ImportReport;
import com.eyewearml.imports.report.Measurements;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Makes a first 3D model of a frame from a product photograph, straight from the front on a plain background, and the printed size. */
public final class PhotoTrace {
    private static final double USUAL_SIDES_MM = 20;
    /** How far the visible opening lies inside the lens's edge. */
    private static final double INSET_MM = 0.7;
    /** Fronts of frames that stand on their rims and temple tips lean back from an upright camera about so much. */
    private static final double STANCE_RAD = Math.toRadians(10);
    /** Share of the opening's height that the front's thickness hides at that lean. */
    private static final double HIDDEN_MM = 0.4;
    private static final double USUAL_HEIGHT_SHARE = 0.8;
    private static final double CAMERA_MM = 700;
    private static final double TILT_DEG = 8;
    private static final double WRAP_DEG = 5;
    private static final double BASE_CURVE = 4;
    private static final double SUN_BASE_CURVE = 6;
    private static final double WIRE_MM = 2.4;
    private static final double DISAGREEMENT_MM = 3;

    private PhotoTrace() {
    }

    /**
     * Traces a picture.
     *
     * @param picture      PNG or JPEG
     * @param size         as printed
     * @param totalWidthMm widest extent of the front; 0 to take it from the picture
     * @throws ImportException where no frame can be made of it
     */
    public static ImportResult run(byte[] picture, SizeMarking size, double totalWidthMm) throws ImportException {
        Findings findings = new Findings();
        FrameModel frame = frame(picture, size, totalWidthMm, findings);
        byte[] glb = CompressedGlb.write(FrameGlb.model(frame));
        FrameDimensions d = frame.spec().dimensions();
        Measurements measurements = new Measurements(d.lensWidthMm(), d.lensHeightMm(), d.dblMm(), d.templeLengthMm(), d.totalWidthMm(),
                d.pantoscopicTiltRad(), d.wrapAngleRad(), frame.spec().baseCurveDioptres());
        int triangles = frame.parts().stream().flatMap(part -> part.surfaces().stream()).mapToInt(s -> s.mesh().triangleCount()).sum();
        return new ImportResult(glb, new ImportReport(findings.list(), measurements, new ImportReport.Size(picture.length, 0),
                new ImportReport.Size(glb.length, triangles)));
    }

    static FrameModel frame(byte[] bytes, SizeMarking size, double totalWidthMm, Findings findings) throws ImportException {
        Photograph picture = Photograph.decode(bytes);
        Backdrop backdrop = new Backdrop(picture);
        double boxes = 2.0 * size.lensWidthMm() + size.dblMm();
        double expected = totalWidthMm > 0 ? totalWidthMm : boxes + USUAL_SIDES_MM;
        TracedFront traced = TracedFront.of(picture, backdrop, size.lensWidthMm() / expected, (size.lensWidthMm() + size.dblMm()) / 2.0 / expected);
        FrontColours colours = FrontColours.of(picture, backdrop, traced);
        double baseCurve = colours.lens().sun() ? SUN_BASE_CURVE : BASE_CURVE;
        try {
            FrameDimensions usual = dimensions(size, USUAL_HEIGHT_SHARE * size.lensWidthMm(), boxes + USUAL_SIDES_MM);
            FrontSurface surface = new FrontSurface(new FrameSpec(FrameShape.PANTO, RimType.FULL, BridgeStyle.SADDLE, usual, baseCurve,
                    FrameFinish.acetate(FrameMaterial.ACETATE_BLACK, FrameMaterial.METAL_SILVER), colours.lens()));
            double mm = (boxes / 2 - INSET_MM) * (1 + surface.z(boxes / 2, 0) / CAMERA_MM) / traced.lens().maxX();
            double centreY = (traced.lens().minY() + traced.lens().maxY()) / 2;
            double heightMm = ((traced.lens().maxY() - traced.lens().minY()) * mm + HIDDEN_MM) / Math.cos(STANCE_RAD) + 2 * INSET_MM;
            boolean wire = wireThickness(traced, mm) < WIRE_MM;
            FrameFinish finish = finish(colours, wire);
            Contour outer = placed(traced.outer(), centreY, mm, surface);
            double measured = 2 * outer.maxX();
            double total = totalWidthMm > 0 ? totalWidthMm : measured;
            tell(findings, measured, totalWidthMm);
            FrameDimensions dimensions = dimensions(size, heightMm, total);
            Contour lens = placed(traced.lens(), centreY, mm, surface)
                    .fittedTo(dimensions.boxCentreMm(), 0, dimensions.lensWidthMm(), dimensions.lensHeightMm());
            FrameShape shape = nearest(lens, dimensions);
            FrameSpec spec = new FrameSpec(shape, RimType.FULL, BridgeStyle.SADDLE, dimensions, baseCurve, finish, colours.lens());
            double middleY = (outer.minY() + outer.maxY()) / 2;
            FrontOutlines outlines = new FrontOutlines(lens, wire ? null : outer.fittedTo(0, middleY, total, outer.maxY() - outer.minY()));
            tell(findings, shape, wire, colours);
            return coloured(FrameGenerator.generate(spec, outlines), finish.front(), colours);
        } catch (FrameSpecException e) {
            throw (ImportException) new ImportException(Code.IMPOSSIBLE_SIZE, "picture and size do not make a frame: " + e.getMessage()
                    + ". Check the printed size, and that the picture shows the frame straight from the front").initCause(e);
        } catch (IllegalStateException e) {
            throw (ImportException) new ImportException(Code.NO_FRAME_IN_PICTURE, "the outline of the frame could not be followed all around; use a "
                    + "sharper picture or one with more contrast").initCause(e);
        }
    }

    private static FrameDimensions dimensions(SizeMarking size, double heightMm, double totalMm) {
        return FrameDimensions.ofDegrees(size.lensWidthMm(), heightMm, size.dblMm(), size.templeLengthMm(), totalMm, TILT_DEG, WRAP_DEG);
    }

    /** From pixels to millimetres; what lies behind the lens plane is seen smaller from a usual distance. */
    private static Contour placed(Contour pixels, double centreY, double mm, FrontSurface surface) {
        double[] x = new double[pixels.size()];
        double[] y = new double[pixels.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = pixels.x()[i] * mm;
            y[i] = (pixels.y()[i] - centreY) * mm / Math.cos(STANCE_RAD);
            double nearer = 1 - surface.z(x[i], y[i]) / CAMERA_MM;
            x[i] *= nearer;
            y[i] *= nearer;
        }
        return new Contour(x, y);
    }

    /** Median width of the rim. */
    private static double wireThickness(TracedFront traced, double mm) {
        Contour lens = traced.lens();
        double[] widths = new double[lens.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = -traced.outer().signedDistance(lens.x()[i], lens.y()[i]) * mm;
        }
        Arrays.sort(widths);
        return widths[widths.length / 3];
    }

    private static FrameFinish finish(FrontColours colours, boolean wire) {
        if (wire) {
            return FrameFinish.metal(FrameMaterial.METAL_SILVER, FrameMaterial.ACETATE_BLACK);
        }
        FrameMaterial acetate = colours.crystal() ? FrameMaterial.ACETATE_CRYSTAL
                : colours.tortoise() ? FrameMaterial.ACETATE_HAVANA : FrameMaterial.ACETATE_NAVY;
        return FrameFinish.acetate(acetate, FrameMaterial.METAL_SILVER);
    }

    /** The front's material takes the colour of the picture, except where it is a pattern or clear. */
    private static FrameModel coloured(FrameModel frame, FrameMaterial front, FrontColours colours) {
        if (colours.crystal() || front == FrameMaterial.ACETATE_HAVANA) {
            return frame;
        }
        return new FrameModel(frame.spec(), coloured(frame.front(), front, colours), frame.lensRight(), frame.lensLeft(),
                coloured(frame.templeRight(), front, colours), coloured(frame.templeLeft(), front, colours));
    }

    private static FramePart coloured(FramePart part, FrameMaterial front, FrontColours colours) {
        List<Surface> surfaces = part.surfaces().stream().map(surface -> {
            GltfMaterial m = surface.material();
            if (!m.name().equals(front.displayName())) {
                return surface;
            }
            float[] rgba = {colours.frame()[0], colours.frame()[1], colours.frame()[2], 1};
            return new Surface(surface.mesh(), new GltfMaterial("Front", rgba, m.metallic(), m.roughness(), m.ior(), m.transmission(), m.clearcoat(),
                    m.specular(), m.iridescence(), m.emission(), m.alpha(), m.doubleSided(), m.textures()), surface.sheet());
        }).toList();
        return new FramePart(part.name(), part.originMm(), part.hingeAxis(), surfaces);
    }

    /** The named shape whose outline is nearest on average. */
    private static FrameShape nearest(Contour lens, FrameDimensions dimensions) {
        FrameShape best = FrameShape.PANTO;
        double least = Double.MAX_VALUE;
        for (FrameShape shape : FrameShape.values()) {
            Contour other = LensOutlines.left(shape, dimensions).resampled(2, 0.2);
            double sum = 0;
            for (int i = 0; i < lens.size(); i += 8) {
                sum += Math.abs(other.signedDistance(lens.x()[i], lens.y()[i]));
            }
            if (sum < least) {
                least = sum;
                best = shape;
            }
        }
        return best;
    }

    private static void tell(Findings findings, double measuredMm, double askedMm) {
        if (askedMm == 0) {
            findings.check(Finding.Code.SCALED_TO_SIZE, String.format(Locale.ROOT, "Scaled so that the lenses have the printed size; the total width, "
                    + "%.1f mm, is measured on the picture. Give it if you know it.", measuredMm));
        } else if (Math.abs(measuredMm - askedMm) > DISAGREEMENT_MM) {
            findings.problem(Finding.Code.SIZES_DISAGREE, String.format(Locale.ROOT, "On the picture the front is %.1f mm wide at the printed size, not "
                    + "%.1f as you gave; check both, and that the picture is straight from the front.", measuredMm, askedMm));
        }
    }

    private static void tell(Findings findings, FrameShape shape, boolean wire, FrontColours colours) {
        findings.done(Finding.Code.SHAPE_TRACED, String.format(Locale.ROOT, "Traced %s; the lenses are nearest to the shape %s. Temples, pads, tilt (%.0f°), "
                + "wrap (%.0f°) and depth are usual ones, because a front view does not show them.", wire ? "the lenses of a metal frame"
                : "lenses and outer shape of an acetate frame", shape.name().toLowerCase(Locale.ROOT).replace('_', ' '), TILT_DEG, WRAP_DEG));
        findings.check(Finding.Code.COLOUR_TAKEN, String.format(Locale.ROOT, "Took the colours from the picture: %s; lenses %s. Check them, since light "
                + "and camera change colours.", colours.crystal() ? "clear" : colours.tortoise() ? "tortoise" : String.format(Locale.ROOT,
                "#%02x%02x%02x", encoded(colours.frame()[0]), encoded(colours.frame()[1]), encoded(colours.frame()[2])),
                colours.lens().sun() ? String.format(Locale.ROOT, "%s, %.0f %% of the light", colours.lens().tint().name().toLowerCase(Locale.ROOT),
                        100 * colours.lens().topTransmittance()) : "clear"));
    }

    private static int encoded(float linear) {
        double v = linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * v);
    }
}
