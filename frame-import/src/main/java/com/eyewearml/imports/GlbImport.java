package com.eyewearml.imports;

import com.eyewearml.gltf.GlbContents;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GlbWriter;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.imports.ImportException.Code;
import com.eyewearml.imports.axes.Orientation;
import com.eyewearml.imports.axes.SymmetryPlane;
import com.eyewearml.imports.axes.Units;
import com.eyewearml.imports.draco.DracoDecoder;
import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Components;
import com.eyewearml.imports.geometry.MadeNormals;
import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.output.Budget;
import com.eyewearml.imports.output.ImportedModel;
import com.eyewearml.imports.parts.FrameMeasure;
import com.eyewearml.imports.parts.FrameParts;
import com.eyewearml.imports.parts.MadeLenses;
import com.eyewearml.imports.parts.ModelPieces;
import com.eyewearml.imports.parts.PartFinder;
import com.eyewearml.imports.parts.Strays;
import com.eyewearml.imports.report.Finding;
import com.eyewearml.imports.report.Findings;
import com.eyewearml.imports.report.ImportReport;
import com.eyewearml.imports.report.Measurements;
import com.eyewearml.imports.report.PassedOver;
import com.eyewearml.imports.texture.TextureLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joml.Matrix4d;
import org.joml.Vector3d;

/**
 * Turns any GLB of a pair of glasses into one that the renderer takes. Pure computation: no file and no address named in the model is
 * ever opened.
 */
public final class GlbImport {
    private static final double LARGEST_MISMATCH = 0.012;
    private static final double DISAGREEMENT_MM = 1.5;
    private static final double TURN_RAD = Math.toRadians(1);
    private static final double LARGEST_TILT_RAD = Math.toRadians(25);
    private static final int MAX_COMPONENTS = 20_000;

    private final ImportRequest request;
    private final Findings findings = new Findings();
    private GltfModel model;

    private GlbImport(ImportRequest request) {
        this.request = request;
    }

    /**
     * Imports a model.
     *
     * @throws ImportException where no frame can be made of it
     */
    public static ImportResult run(byte[] file, ImportRequest request) throws ImportException {
        return new GlbImport(request).run(file);
    }

    private ImportResult run(byte[] file) throws ImportException {
        model = TextureLimit.applied(read(file), findings);
        List<Piece> pieces = withNormals(ModelPieces.of(model));
        int triangles = pieces.stream().mapToInt(Piece::triangleCount).sum();
        Budget.checkInput(file.length, triangles, findings);
        List<Piece> glasses = withoutStrays(components(pieces));
        Matrix4d upright = upright(glasses);
        List<Piece> turned = each(glasses, upright);
        double width = Box.of(turned).size().x;
        double typical = Units.TYPICAL_WIDTH_MM / width;
        FrameParts rough = PartFinder.find(each(turned, new Matrix4d().scaling(typical)), model.materials(), findings);
        FrameMeasure frame = scaled(rough, typical);
        tellTurn(new Matrix4d().rotateX(frame.tiltedByRad()).mul(upright), frame.measurements());
        Budget.Fitted fitted = Budget.fit(frame, model, findings);
        return new ImportResult(fitted.glb(), new ImportReport(findings.list(), frame.measurements(),
                new ImportReport.Size(file.length, triangles), new ImportReport.Size(fitted.glb().length, fitted.triangles())));
    }

    private GltfModel read(byte[] file) throws ImportException {
        try {
            GlbContents contents = GlbReader.read(file, new DracoDecoder());
            PassedOver.tell(contents, findings);
            return contents.model();
        } catch (GlbFormatException e) {
            Code code = switch (e.code()) {
                case NOT_GLB, WRONG_VERSION -> Code.NOT_A_GLB;
                case TRUNCATED -> Code.TRUNCATED;
                case UNSUPPORTED_EXTENSION, UNSUPPORTED_FEATURE -> Code.UNSUPPORTED;
                case TOO_LARGE -> Code.TOO_LARGE;
                default -> Code.DAMAGED;
            };
            throw new ImportException(code, e.getMessage());
        }
    }

    private List<Piece> withNormals(List<Piece> pieces) {
        List<Piece> complete = pieces.stream().map(piece -> MadeNormals.complete(piece) ? piece : MadeNormals.add(piece)).toList();
        long made = pieces.stream().filter(piece -> !MadeNormals.complete(piece)).count();
        if (made > 0) {
            findings.check(Finding.Code.NORMALS_MADE, (made == pieces.size() ? "The file has no normals" : "Parts of the file have no normals")
                    + "; they were made from the triangles, with creases where these bend by more than 40°. Check the gloss, or export normals.");
        }
        return complete;
    }

    private static List<Piece> components(List<Piece> pieces) throws ImportException {
        List<Piece> components = new ArrayList<>();
        for (Piece piece : pieces) {
            components.addAll(Components.of(piece));
            if (components.size() > MAX_COMPONENTS) {
                throw new ImportException(Code.TOO_LARGE, "the model falls apart into more than " + MAX_COMPONENTS
                        + " loose surfaces; merge vertices by distance in your 3D program and export it again");
            }
        }
        if (components.isEmpty()) {
            throw new ImportException(Code.EMPTY, "all triangles of the file are without area; export the frame as a mesh");
        }
        return components;
    }

    private List<Piece> withoutStrays(List<Piece> components) {
        List<Piece> strays = new ArrayList<>();
        List<Piece> glasses = Strays.without(components, strays);
        if (!strays.isEmpty()) {
            findings.check(Finding.Code.STRAY_PARTS_REMOVED, "Removed " + strays.size() + (strays.size() == 1 ? " part that is" : " parts that "
                    + "are") + " not the glasses: " + names(strays) + ".");
        }
        return glasses;
    }

    private static String names(List<Piece> pieces) {
        return String.join(", ", pieces.stream().map(p -> p.names().isEmpty() ? "unnamed" : "“" + p.names() + "”").distinct().limit(5).toList());
    }

    private Matrix4d upright(List<Piece> glasses) throws ImportException {
        SymmetryPlane plane = SymmetryPlane.find(glasses);
        if (!(plane.mismatch() < LARGEST_MISMATCH)) {
            throw new ImportException(Code.NOT_SYMMETRIC, String.format(Locale.ROOT, "the model's two sides differ by %.1f %% of its size; expected "
                    + "a pair of glasses with both temples opened, and nothing else in the file", 100 * plane.mismatch()));
        }
        Matrix4d upright = Orientation.find(glasses, plane);
        return upright;
    }

    /** Small turns are the tilt that a front has in a file whose temples are level. */
    private void tellTurn(Matrix4d turn, Measurements measurements) {
        Vector3d x = turn.transformDirection(new Vector3d(1, 0, 0));
        Vector3d y = turn.transformDirection(new Vector3d(0, 1, 0));
        double angle = Math.max(x.angle(new Vector3d(1, 0, 0)), y.angle(new Vector3d(0, 1, 0)));
        if (angle > LARGEST_TILT_RAD) {
            findings.done(Finding.Code.TURNED_UPRIGHT, String.format(Locale.ROOT,
                    "Turned the model by up to %.0f° so that it looks forwards and stands upright.", Math.toDegrees(angle)));
        } else if (angle > TURN_RAD) {
            findings.done(Finding.Code.TILT_STRAIGHTENED, String.format(Locale.ROOT,
                    "Stood the front upright, by %.1f°; the temples lean %.1f° from it (pantoscopic tilt).", Math.toDegrees(angle),
                    Math.toDegrees(measurements.pantoscopicTiltRad())));
        }
    }

    private static List<Piece> each(List<Piece> pieces, Matrix4d transform) {
        return pieces.stream().map(piece -> piece.transformed(transform)).toList();
    }

    /** Measures at the average width, then at the width that the request or the file's unit gives. */
    private FrameMeasure scaled(FrameParts rough, double typical) throws ImportException {
        FrameParts withLenses = rough;
        if (rough.lensLeft().isEmpty()) {
            withLenses = MadeLenses.add(rough, addedLensMaterial());
            findings.check(Finding.Code.LENSES_MADE, "The file holds no lenses; clear ones were made from the openings of the rims, with a base "
                    + "curve of 4 dioptres. Lens sizes are those of the openings plus a groove of 0.6 mm.");
        }
        FrameMeasure measure = FrameMeasure.of(withLenses);
        double factor = factor(measure.measurements(), typical);
        FrameMeasure frame = FrameMeasure.of(withLenses.each(piece -> piece.transformed(new Matrix4d().scaling(factor))));
        Plausibility.check(frame.measurements(), findings);
        return frame;
    }

    private int addedLensMaterial() {
        List<GltfMaterial> materials = new ArrayList<>(model.materials());
        materials.add(GltfMaterial.opaque("lens", new float[] {1, 1, 1, 1}, 0, 0.02f)
                .withTransmission(new Transmission(1, 0, new float[] {1, 1, 1}, Float.POSITIVE_INFINITY), GltfMaterial.DEFAULT_IOR)
                .withSpecular(new Specular(0.4f, new float[] {0.65f, 1, 0.75f})));
        model = new GltfModel(model.nodes(), model.roots(), model.meshes(), materials, model.textures(), model.images(), model.variants());
        return materials.size() - 1;
    }

    /** From the average width to the true one. */
    private double factor(Measurements m, double typical) {
        if (request.totalWidthMm() > 0) {
            double factor = request.totalWidthMm() / m.totalWidthMm();
            findings.done(Finding.Code.SCALED_TO_SIZE, String.format(Locale.ROOT, "Scaled to the total width of %.1f mm you gave.",
                    request.totalWidthMm()));
            if (request.lensWidthMm() > 0 && (Math.abs(m.lensWidthMm() * factor - request.lensWidthMm()) > DISAGREEMENT_MM
                    || Math.abs(m.dblMm() * factor - request.dblMm()) > DISAGREEMENT_MM)) {
                findings.problem(Finding.Code.SIZES_DISAGREE, String.format(Locale.ROOT, "At that total width the lenses are %.1f mm wide and %.1f mm "
                        + "apart, not %.1f and %.1f as you gave; check the sizes or the model.", m.lensWidthMm() * factor, m.dblMm() * factor,
                        request.lensWidthMm(), request.dblMm()));
            }
            return factor;
        }
        if (request.lensWidthMm() > 0) {
            double factor = (2 * request.lensWidthMm() + request.dblMm()) / (2 * m.lensWidthMm() + m.dblMm());
            findings.done(Finding.Code.SCALED_TO_SIZE, String.format(Locale.ROOT, "Scaled to lens width %.1f and bridge %.1f mm as you gave.",
                    request.lensWidthMm(), request.dblMm()));
            if (Math.abs(m.lensWidthMm() * factor - request.lensWidthMm()) > DISAGREEMENT_MM) {
                findings.problem(Finding.Code.SIZES_DISAGREE, String.format(Locale.ROOT, "The model's proportions are not those of the sizes you gave: "
                        + "its lenses are %.1f mm wide and %.1f mm apart.", m.lensWidthMm() * factor, m.dblMm() * factor));
            }
            return factor;
        }
        double widthInFile = m.totalWidthMm() / typical;
        Units unit = Units.of(widthInFile);
        if (unit == null) {
            findings.problem(Finding.Code.UNIT_UNKNOWN, String.format(Locale.ROOT, "The file's front is %.4g units wide, which is no pair of glasses in any "
                    + "unit; it was scaled to an average width of %.0f mm. Import it again with its total width.", widthInFile,
                    Units.TYPICAL_WIDTH_MM));
            return Units.TYPICAL_WIDTH_MM / m.totalWidthMm();
        }
        double factor = unit.mm() / typical;
        String message = String.format(Locale.ROOT, "The file is in %s: the front is %.1f mm wide.", unit, m.totalWidthMm() * factor);
        if (unit == Units.METRE) {
            findings.done(Finding.Code.UNIT_RECOGNISED, message);
        } else {
            findings.check(Finding.Code.UNIT_RECOGNISED, message + " glTF asks for metres, so check that width.");
        }
        return factor;
    }
}
