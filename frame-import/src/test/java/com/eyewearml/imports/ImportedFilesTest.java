package com.eyewearml.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.EditedGlb;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GlbWriter;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.gltf.KhronosValidator;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.joml.Matrix4d;
import org.junit.jupiter.api.Test;

/** What an import writes: valid glTF, compressed without a difference one could see. */
class ImportedFilesTest {
    private static final double GRID_M = 1.0 / (1 << 17);

    @Test
    void importedFramesAreValid() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        for (DemoFrame frame : DemoCatalogue.frames()) {
            byte[] file = FrameGlb.write(FrameGenerator.generate(frame.spec(frame.variants().getFirst())));
            GltfModel imported = GlbReader.parse(GlbImport.run(file, ImportRequest.UNKNOWN).glb());
            // The validator cannot look into meshopt's streams, so what they hold is stored plainly for it, too.
            files.put("plain-" + frame.slug(), GlbWriter.write(imported));
            files.put(frame.slug(), GlbImport.run(file, ImportRequest.UNKNOWN).glb());
        }
        DemoFrame first = DemoCatalogue.frames().getFirst();
        files.put("merged", GlbImport.run(MerchantFile.of(first).merged().baked(new Matrix4d().scaling(100)).glb(), ImportRequest.UNKNOWN).glb());
        KhronosValidator.assertValid(files);
    }

    @Test
    void framesFromDracoFilesAreValid() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : new String[] {"aether", "aether-sequential"}) {
            byte[] glb;
            try (InputStream in = ImportedFilesTest.class.getResourceAsStream("/draco/" + name + ".glb")) {
                glb = GlbImport.run(in.readAllBytes(), ImportRequest.UNKNOWN).glb();
            }
            files.put(name, glb);
            files.put("plain-" + name, GlbWriter.write(GlbReader.parse(glb)));
        }
        KhronosValidator.assertValid(files);
    }

    @Test
    void compressionHalvesTheFileAndMovesNothing() throws Exception {
        for (DemoFrame frame : DemoCatalogue.frames().subList(0, 4)) {
            byte[] file = FrameGlb.write(FrameGenerator.generate(frame.spec(frame.variants().getFirst())));
            byte[] glb = GlbImport.run(file, ImportRequest.UNKNOWN).glb();
            GltfModel read = GlbReader.parse(glb);
            assertTrue(glb.length < 0.6 * GlbWriter.write(read).length, frame.slug());
            assertTrue(EditedGlb.open(glb).root().get("extensionsRequired").toString().contains("EXT_meshopt_compression"));
            for (var mesh : read.meshes()) {
                for (GltfPrimitive p : mesh.primitives()) {
                    for (float value : p.positionsM()) {
                        assertEquals(Math.rint(value / GRID_M), value / GRID_M, 1e-9, "on the grid that the bounds were taken on");
                    }
                    for (int i = 0; i < p.normals().length; i += 3) {
                        assertEquals(1, Math.hypot(Math.hypot(p.normals()[i], p.normals()[i + 1]), p.normals()[i + 2]), 1e-3);
                    }
                }
            }
        }
    }
}
