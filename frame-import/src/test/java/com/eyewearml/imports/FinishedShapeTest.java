package com.eyewearml.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonObject;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.EditedGlb;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.imports.report.Finding.Code;
import com.eyewearml.imports.report.Measurements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Matrix4d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an import adds of its own: surfaces that close cuts, normals, and the kind of frame. */
class FinishedShapeTest {
    static List<DemoFrame> frames() {
        return DemoCatalogue.frames();
    }

    /** One of acetate, of metal, without rims. */
    static List<DemoFrame> framesOfAllKinds() {
        return frames().stream().filter(frame -> List.of("aldine", "lumen", "aether").contains(frame.slug())).toList();
    }

    private static byte[] demo(DemoFrame frame) {
        return FrameGlb.write(FrameGenerator.generate(frame.spec(frame.variants().getFirst())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void theKindOfFrameIsTold(DemoFrame frame) throws Exception {
        GltfModel model = GlbReader.parse(GlbImport.run(demo(frame), ImportRequest.UNKNOWN).glb());
        JsonObject extras = model.nodes().getFirst().extras().get(FrameGlb.EXTRAS).asObject();
        assertEquals(frame.rimType().name(), extras.getString("rimType", ""));
        assertEquals(frame.shape().name(), extras.getString("shape", ""));
    }

    /** Lugs that hang on the temples belong to the width of the front all the same. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("framesOfAllKinds")
    void templesThatHangOnTheFrontChangeNoSize(DemoFrame frame) throws Exception {
        byte[] joined = MerchantFile.of(frame).inOnePiece().baked(new Matrix4d().scaling(100)).glb();
        Measurements m = GlbImport.run(joined, ImportRequest.of(frame.dimensions().totalWidthMm(), 0, 0)).report().measurements();
        assertEquals(frame.dimensions().lensWidthMm(), m.lensWidthMm(), 0.5);
        assertEquals(frame.dimensions().lensHeightMm(), m.lensHeightMm(), 0.5);
        assertEquals(frame.dimensions().dblMm(), m.dblMm(), 0.5);
    }

    /** Where front and temples were one mesh, the temples' ends and the front's hinges are closed: no edge in the cut has one triangle. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void cutsAreClosed(DemoFrame frame) throws Exception {
        byte[] welded = MerchantFile.of(frame).merged().baked(new Matrix4d().scaling(100)).glb();
        ImportResult result = GlbImport.run(welded, ImportRequest.of(frame.dimensions().totalWidthMm(), 0, 0));
        if (!result.report().has(Code.TEMPLES_CUT)) {
            return;
        }
        GltfModel model = GlbReader.parse(result.glb());
        for (GltfNode node : model.nodes()) {
            if (node.mesh() >= 0 && node.name().startsWith("temple")) {
                double open = openLength(model.meshes().get(node.mesh()).primitives());
                assertTrue(open < 0.3, node.name() + " has open edges of " + open + " mm in front");
            }
        }
    }

    /** Length of edges with one triangle in the foremost millimetre, in millimetres. */
    private static double openLength(List<GltfPrimitive> primitives) {
        Map<String, double[]> edges = new HashMap<>();
        double front = -1e9;
        for (GltfPrimitive p : primitives) {
            for (int i = 2; i < p.positionsM().length; i += 3) {
                front = Math.max(front, p.positionsM()[i]);
            }
        }
        for (GltfPrimitive p : primitives) {
            for (int i = 0; i < p.indices().length; i++) {
                int next = i % 3 == 2 ? i - 2 : i + 1;
                String from = place(p, p.indices()[i]);
                String to = place(p, p.indices()[next]);
                if (!from.equals(to) && p.positionsM()[3 * p.indices()[i] + 2] > front - 1e-3 && p.positionsM()[3 * p.indices()[next] + 2] > front - 1e-3) {
                    double length = 0;
                    for (int axis = 0; axis < 3; axis++) {
                        double d = p.positionsM()[3 * p.indices()[i] + axis] - p.positionsM()[3 * p.indices()[next] + axis];
                        length += d * d;
                    }
                    double signed = 1000 * Math.sqrt(length);
                    edges.computeIfAbsent(from.compareTo(to) < 0 ? from + to : to + from, key -> new double[2])[0] += from.compareTo(to) < 0 ? 1 : -1;
                    edges.get(from.compareTo(to) < 0 ? from + to : to + from)[1] = signed;
                }
            }
        }
        return edges.values().stream().filter(edge -> edge[0] != 0).mapToDouble(edge -> edge[1]).sum();
    }

    private static String place(GltfPrimitive p, int vertex) {
        return Math.round(p.positionsM()[3 * vertex] * 2e4) + "," + Math.round(p.positionsM()[3 * vertex + 1] * 2e4) + ","
                + Math.round(p.positionsM()[3 * vertex + 2] * 2e4) + ";";
    }

    @Test
    void missingNormalsAreMade() throws Exception {
        DemoFrame frame = frames().getFirst();
        byte[] without = EditedGlb.of(demo(frame), root -> root.get("meshes").asArray().forEach(mesh -> mesh.asObject().get("primitives").asArray()
                .forEach(primitive -> primitive.asObject().get("attributes").asObject().remove("NORMAL"))));
        ImportResult made = GlbImport.run(without, ImportRequest.UNKNOWN);
        assertTrue(made.report().has(Code.NORMALS_MADE));
        assertFalse(GlbImport.run(demo(frame), ImportRequest.UNKNOWN).report().has(Code.NORMALS_MADE));
        GltfModel model = GlbReader.parse(made.glb());
        GltfModel original = GlbReader.parse(demo(frame));
        GltfPrimitive lens = model.meshes().get(1).primitives().getFirst();
        GltfPrimitive truth = original.meshes().get(1).primitives().getFirst();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < lens.positionsM().length; i += 30) {
            int nearest = 0;
            double best = 1e9;
            for (int k = 0; k < truth.positionsM().length; k += 3) {
                double d = 0;
                double facing = 0;
                for (int axis = 0; axis < 3; axis++) {
                    d += Math.pow(1000 * (lens.positionsM()[i + axis] - truth.positionsM()[k + axis]), 2);
                    facing += lens.normals()[i + axis] * truth.normals()[k + axis];
                }
                if (d - 0.1 * facing < best) {
                    best = d - 0.1 * facing;
                    nearest = k;
                }
            }
            double dot = 0;
            for (int axis = 0; axis < 3; axis++) {
                dot += lens.normals()[i + axis] * truth.normals()[nearest + axis];
            }
            sum += Math.toDegrees(Math.acos(Math.min(1, dot)));
            count++;
        }
        assertTrue(sum / count < 3, "normals differ by " + sum / count + " degrees");
    }
}
