package com.eyewearml.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.RimType;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.imports.report.Finding.Code;
import com.eyewearml.imports.report.Measurements;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joml.Matrix4d;
import org.joml.Quaternionf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every demo frame, disguised in many ways, comes back with its dimensions, its orientation and its parts. */
class GlbImportTest {
    private static final double SIZE_MM = 0.5;
    private static final double POSITION_MM = 0.6;

    static List<DemoFrame> frames() {
        return DemoCatalogue.frames();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void zUpCentimetresWithForeignNames(DemoFrame frame) throws Exception {
        MerchantFile file = MerchantFile.of(frame).renamed("Fassung", "Glas_rechts", "Glas_links", "Bügel_rechts", "Bügel_links")
                .baked(new Matrix4d().translation(3, -7, 2).scale(100).rotateX(Math.PI / 2));
        ImportResult result = GlbImport.run(file.glb(), ImportRequest.UNKNOWN);
        assertRecovered(frame, result, 0.7);
        assertTrue(result.report().has(Code.PARTS_BY_NAME));
        assertTrue(result.report().has(Code.UNIT_RECOGNISED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void askewInInchesWithoutNamesAmongStrays(DemoFrame frame) throws Exception {
        MerchantFile file = MerchantFile.of(frame).withoutNames()
                .baked(new Matrix4d().scaling(1000 / 25.4).rotateXYZ(0.7, -1.9, 2.6).translate(0.2, 0, 0.1))
                .withSquare("", 0, -0.035, -0.06, 0.3).withSquare("", 0.15, 0.1, 0.05, 0.012);
        ImportResult result = GlbImport.run(file.glb(), ImportRequest.UNKNOWN);
        assertRecovered(frame, result, 1);
        assertTrue(result.report().has(Code.STRAY_PARTS_REMOVED));
        assertTrue(result.report().has(Code.PARTS_BY_SHAPE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void oneMeshOfUnknownScaleLyingOnItsBack(DemoFrame frame) throws Exception {
        MerchantFile file = MerchantFile.of(frame).merged().baked(new Matrix4d().scaling(370).rotateY(Math.PI / 2).rotateX(-Math.PI / 2));
        FrameDimensions d = frame.dimensions();
        // In one mesh, the lug that joins metal temples to an acetate front is welded to the temple and counts as its beginning.
        double templeMm = frame.slug().equals("atelier") ? 7 : 1;
        ImportResult byWidth = GlbImport.run(file.glb(), ImportRequest.of(d.totalWidthMm(), 0, 0));
        assertRecovered(frame, byWidth, templeMm);
        ImportResult byMarking = GlbImport.run(file.glb(new Quaternionf().rotateXYZ(1, 2, 3), 0.01f),
                ImportRequest.of(0, d.lensWidthMm(), d.dblMm()));
        assertDimensions(frame, byMarking.report().measurements(), templeMm);
        assertTrue(GlbImport.run(file.glb(), ImportRequest.UNKNOWN).report().has(Code.UNIT_UNKNOWN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void lensesAreMadeFromTheRims(DemoFrame frame) throws Exception {
        MerchantFile file = MerchantFile.of(frame).without(name -> name.startsWith("lens")).baked(new Matrix4d().scaling(1000));
        boolean closed = frame.rimType() == RimType.FULL || frame.rimType() == RimType.BROWLINE;
        if (!closed && frame.rimType() == RimType.RIMLESS) {
            ImportException e = assertThrows(ImportException.class,
                    () -> GlbImport.run(file.glb(), ImportRequest.UNKNOWN));
            assertTrue(e.getMessage().contains("lens"), e.getMessage());
            return;
        }
        ImportResult result = GlbImport.run(file.glb(), ImportRequest.of(frame.dimensions().totalWidthMm(), 0, 0));
        assertTrue(result.report().has(Code.LENSES_MADE));
        Measurements m = result.report().measurements();
        assertEquals(frame.dimensions().lensWidthMm(), m.lensWidthMm(), 1.5);
        assertEquals(frame.dimensions().lensHeightMm(), m.lensHeightMm(), 1.5);
        assertEquals(frame.dimensions().dblMm(), m.dblMm(), 1.5);
    }

    private static void assertRecovered(DemoFrame frame, ImportResult result, double templeMm) throws Exception {
        assertDimensions(frame, result.report().measurements(), templeMm);
        GltfModel model = GlbReader.parse(result.glb());
        assertEquals(List.of("frame", "front", "lens_right", "lens_left", "temple_right", "temple_left"),
                model.nodes().stream().map(GltfNode::name).toList());
        assertSameShape(frame, model, templeMm);
    }

    private static void assertDimensions(DemoFrame frame, Measurements m, double templeMm) {
        FrameDimensions d = frame.dimensions();
        assertEquals(d.lensWidthMm(), m.lensWidthMm(), SIZE_MM, "A");
        assertEquals(d.lensHeightMm(), m.lensHeightMm(), SIZE_MM, "B");
        assertEquals(d.dblMm(), m.dblMm(), SIZE_MM, "DBL");
        assertEquals(d.totalWidthMm(), m.totalWidthMm(), SIZE_MM, "total width");
        assertEquals(d.templeLengthMm(), m.templeLengthMm(), templeMm, "temple length");
        assertEquals(Math.toDegrees(d.pantoscopicTiltRad()), Math.toDegrees(m.pantoscopicTiltRad()), 0.5, "tilt");
        assertEquals(Math.toDegrees(d.wrapAngleRad()), Math.toDegrees(m.wrapAngleRad()), 0.5, "wrap");
    }

    /** Boxes of the parts where the generator puts them, in frame coordinates: that fixes orientation, origin and who is who. */
    private static void assertSameShape(DemoFrame frame, GltfModel model, double templeMm) throws Exception {
        Map<String, double[]> expected = new TreeMap<>();
        for (MerchantFile.Part part : MerchantFile.of(frame).parts()) {
            extend(expected, part.name(), part.triangles(), new float[3]);
        }
        Map<String, double[]> actual = new TreeMap<>();
        for (GltfNode node : model.nodes()) {
            if (node.mesh() >= 0) {
                for (GltfPrimitive p : model.meshes().get(node.mesh()).primitives()) {
                    extend(actual, node.name(), p, node.translationM());
                }
            }
        }
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, box) -> {
            for (int i = 0; i < 6; i++) {
                // Barrels of the hinges may count to either side.
                double slack = name.startsWith("lens") ? 0 : Math.max(3.5, templeMm);
                assertEquals(box[i], actual.get(name)[i], POSITION_MM + slack, name + " box " + i);
            }
        });
    }

    private static void extend(Map<String, double[]> boxes, String name, GltfPrimitive p, float[] translation) {
        double[] box = boxes.computeIfAbsent(name, n -> new double[] {1e9, 1e9, 1e9, -1e9, -1e9, -1e9});
        for (int i = 0; i < p.positionsM().length; i++) {
            double mm = 1000 * (p.positionsM()[i] + translation[i % 3]);
            box[i % 3] = Math.min(box[i % 3], mm);
            box[3 + i % 3] = Math.max(box[3 + i % 3], mm);
        }
    }
}
