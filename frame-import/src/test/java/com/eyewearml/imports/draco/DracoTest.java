package com.eyewearml.imports.draco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.EditedGlb;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.imports.GlbImport;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportRequest;
import com.eyewearml.imports.ImportResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What Google's encoder wrote comes back. {@code aether.glb} is the demo frame of that name, compressed by {@code encode.cjs} beside it
 * (three.js 0.181, edgebreaker), {@code aether-sequential.glb} the same by the other method.
 */
class DracoTest {
    private static final String LIBRARY = "/META-INF/resources/webjars/three/0.181.1/examples/jsm/libs/draco/gltf/";
    /** Positions have 14 bits, so half a step of the largest part (a temple of 150 mm) is 5 micrometres. */
    private static final double POSITION_M = 20e-6;

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = DracoTest.class.getResourceAsStream(name)) {
            assertNotNull(in, name);
            return in.readAllBytes();
        }
    }

    private static DemoFrame frame() {
        return DemoCatalogue.frames().stream().filter(frame -> frame.slug().equals("aether")).findFirst().orElseThrow();
    }

    private static byte[] original() {
        return FrameGlb.write(FrameGenerator.generate(frame().spec(frame().variants().getFirst())));
    }

    @Test
    void namesOfTheModuleAreThoseOfItsWrapper() throws IOException {
        String wrapper = new String(resource(LIBRARY + "draco_wasm_wrapper.js"), StandardCharsets.UTF_8).replace("\n", "");
        for (DracoExport export : DracoExport.values()) {
            Matcher call = Pattern.compile("a\\._(\\w+)=a\\.asm\\." + Pattern.quote(export.exported()) + "\\)").matcher(wrapper);
            assertEquals(export == DracoExport.START, !call.find(), export.name());
            assertTrue(export == DracoExport.START || call.group(1).endsWith(export.function()), export.name());
        }
        assertTrue(wrapper.contains("oa.unshift(a.asm." + DracoExport.START.exported() + ")"));
    }

    @Test
    void aRecordedFileComesBack() throws Exception {
        assertSame(GlbReader.parse(original()), GlbReader.read(resource("/draco/aether.glb"), new DracoDecoder()).model());
        ImportResult result = GlbImport.run(resource("/draco/aether.glb"), ImportRequest.UNKNOWN);
        assertEquals(frame().dimensions().lensWidthMm(), result.report().measurements().lensWidthMm(), 0.5);
        assertEquals(frame().dimensions().totalWidthMm(), result.report().measurements().totalWidthMm(), 0.5);
    }

    @Test
    void theSequentialMethodComesBack() throws Exception {
        assertSame(GlbReader.parse(original()), GlbReader.read(resource("/draco/aether-sequential.glb"), new DracoDecoder()).model());
    }

    /** The same triangles; every vertex near one of the original, both ways. */
    private static void assertSame(GltfModel expected, GltfModel actual) {
        assertEquals(expected.meshes().size(), actual.meshes().size());
        for (int m = 0; m < expected.meshes().size(); m++) {
            GltfMesh mesh = actual.meshes().get(m);
            for (int p = 0; p < mesh.primitives().size(); p++) {
                GltfPrimitive was = expected.meshes().get(m).primitives().get(p);
                GltfPrimitive is = mesh.primitives().get(p);
                assertEquals(was.indices().length, is.indices().length);
                assertEquals(was.normals().length > 0, is.normals().length > 0);
                assertEquals(was.colours().length > 0, is.colours().length > 0);
                assertTrue(farthest(was, is) < POSITION_M, mesh.name() + " " + farthest(was, is));
                assertTrue(farthest(is, was) < POSITION_M, mesh.name() + " " + farthest(is, was));
            }
        }
    }

    private static double farthest(GltfPrimitive from, GltfPrimitive to) {
        double farthest = 0;
        for (int i = 0; i < from.positionsM().length; i += 3) {
            double nearest = Double.MAX_VALUE;
            for (int k = 0; k < to.positionsM().length; k += 3) {
                double dx = from.positionsM()[i] - to.positionsM()[k];
                double dy = from.positionsM()[i + 1] - to.positionsM()[k + 1];
                double dz = from.positionsM()[i + 2] - to.positionsM()[k + 2];
                nearest = Math.min(nearest, dx * dx + dy * dy + dz * dz);
            }
            farthest = Math.max(farthest, Math.sqrt(nearest));
        }
        return farthest;
    }

    @Test
    void damagedStreamsAreRefusedOrRead() throws IOException {
        byte[] good = resource("/draco/aether.glb");
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            byte[] damaged = good.clone();
            for (int k = 0; k <= random.nextInt(6); k++) {
                damaged[8000 + random.nextInt(good.length - 8000)] = (byte) random.nextInt(256);
            }
            try {
                GlbReader.read(damaged, new DracoDecoder());
            } catch (GlbFormatException e) {
                refused++;
            }
        }
        assertTrue(refused > 5, refused + " of 60 refused");
    }

    @Test
    void refusalsSayWhatToDo() throws IOException {
        byte[] noStream = EditedGlb.of(resource("/draco/aether.glb"), root -> root.get("meshes").asArray().forEach(mesh ->
                mesh.asObject().get("primitives").asArray().forEach(primitive -> {
                    int view = primitive.asObject().get("extensions").asObject().get("KHR_draco_mesh_compression").asObject().getInt("bufferView", 0);
                    root.get("bufferViews").asArray().get(view).asObject().set("byteLength", 10);
                })));
        ImportException e = assertThrows(ImportException.class, () -> GlbImport.run(noStream, ImportRequest.UNKNOWN));
        assertEquals(ImportException.Code.DAMAGED, e.code());
        assertTrue(e.getMessage().contains("Draco"), e.getMessage());
    }
}
