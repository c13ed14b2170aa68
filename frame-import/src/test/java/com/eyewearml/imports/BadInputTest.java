package com.eyewearml.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.EditedGlb;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.imports.ImportException.Code;
import com.eyewearml.imports.report.Finding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.joml.Matrix4d;
import org.junit.jupiter.api.Test;

/** What is no frame is refused with its reason, whatever it is; nothing else happens. */
class BadInputTest {
    private static final int JSON_LENGTH_AT = 12;
    /** Of the file and of both chunks. */
    private static final int HEADERS_BYTES = 28;

    private static DemoFrame frame() {
        return DemoCatalogue.frames().getFirst();
    }

    private static byte[] good() {
        return FrameGlb.write(FrameGenerator.generate(frame().spec(frame().variants().getFirst())));
    }

    private static ImportException refused(byte[] file) {
        ImportException e = assertThrows(ImportException.class, () -> GlbImport.run(file, ImportRequest.UNKNOWN));
        assertFalse(e.getMessage().isBlank());
        return e;
    }

    @Test
    void otherFilesAreNoGlb() {
        assertEquals(Code.NOT_A_GLB, refused(new byte[0]).code());
        assertEquals(Code.NOT_A_GLB, refused("PK\3\4 a zip file".getBytes(StandardCharsets.US_ASCII)).code());
        assertEquals(Code.NOT_A_GLB, refused("{\"asset\":{\"version\":\"2.0\"}}".getBytes(StandardCharsets.US_ASCII)).code());
    }

    @Test
    void truncatedFilesAreRefusedWhereverTheyEnd() {
        byte[] good = good();
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) {
            int length = 4 + random.nextInt(good.length - 4);
            assertEquals(Code.TRUNCATED, refused(Arrays.copyOf(good, length)).code());
        }
    }

    @Test
    void foreignAddressesAreNeverOpened() {
        for (String uri : new String[] {"file:///etc/passwd", "https://example.com/a.bin", "../secret.bin"}) {
            byte[] file = edited(root -> root.get("buffers").asArray().get(0).asObject().add("uri", uri));
            assertEquals(Code.UNSUPPORTED, refused(file).code());
        }
    }

    @Test
    void contradictionsAreRefused() {
        assertEquals(Code.DAMAGED, refused(edited(root -> root.get("nodes").asArray().get(1).asObject()
                .add("children", new JsonArray().add(0)))).code());
        assertEquals(Code.TOO_LARGE, refused(edited(root -> root.get("accessors").asArray().get(0).asObject()
                .set("count", 30_000_000))).code());
        assertEquals(Code.DAMAGED, refused(edited(root -> root.get("accessors").asArray().get(0).asObject().set("count", 2_000_000))).code());
        assertEquals(Code.UNSUPPORTED, refused(edited(root -> root.add("extensionsRequired",
                new JsonArray().add("VENDOR_unheard_of")))).code());
        byte[] notFinite = good();
        JsonObject root = EditedGlb.open(notFinite).root();
        int positions = root.get("meshes").asArray().get(0).asObject().get("primitives").asArray().get(0).asObject().get("attributes").asObject()
                .getInt("POSITION", -1);
        int view = root.get("accessors").asArray().get(positions).asObject().getInt("bufferView", -1);
        ByteBuffer file = ByteBuffer.wrap(notFinite).order(ByteOrder.LITTLE_ENDIAN);
        int binary = HEADERS_BYTES + file.getInt(JSON_LENGTH_AT);
        file.putFloat(binary + root.get("bufferViews").asArray().get(view).asObject().getInt("byteOffset", 0) + 40, Float.NaN);
        assertEquals(Code.DAMAGED, refused(notFinite).code());
    }

    @Test
    void meshesShownTooOftenAreRefusedBeforeTheyAreExpanded() {
        byte[] file = edited(root -> {
            JsonArray nodes = root.get("nodes").asArray();
            JsonArray roots = new JsonArray();
            for (int i = 0; i < 5000; i++) {
                roots.add(nodes.size());
                nodes.add(new JsonObject().add("mesh", 0));
            }
            root.set("scenes", new JsonArray().add(new JsonObject().add("nodes", roots)));
        });
        assertEquals(Code.TOO_LARGE, refused(file).code());
    }

    @Test
    void whatIsNoPairOfGlassesIsRefused() throws Exception {
        assertEquals(Code.NO_TEMPLES, refused(MerchantFile.of(frame()).without(name -> name.startsWith("temple")).glb()).code());
        assertEquals(Code.NO_TEMPLES, refused(MerchantFile.of(frame()).without(name -> name.equals("temple_left")).glb()).code());
        byte[] sheared = MerchantFile.of(frame()).baked(new Matrix4d(1, 0.4, 0.3, 0, 0, 1, 0, 0, 0.5, 0, 1, 0, 0, 0, 0, 1)).glb();
        refused(sheared);
    }

    @Test
    void tooMuchIsRefusedBeforeItIsMade() {
        assertEquals(Code.TOO_LARGE, refused(edited(root -> root.get("accessors").asArray().get(0).asObject().set("count", 2_000_000_000))).code());
        byte[] meshopt = EditedGlb.of(imported(), root -> root.get("bufferViews").asArray().forEach(view -> {
            JsonValue extensions = view.asObject().get("extensions");
            if (extensions != null) {
                extensions.asObject().get("EXT_meshopt_compression").asObject().set("count", 2_000_000_000);
            }
        }));
        assertEquals(Code.TOO_LARGE, refused(meshopt).code());
        ImportException deep = refused(edited(root -> {
            JsonArray nodes = new JsonArray();
            for (int i = 0; i < 9_000; i++) {
                nodes.add(new JsonObject().add("children", new JsonArray().add(i + 1)));
            }
            root.set("nodes", nodes.add(new JsonObject().add("mesh", 0))).set("scenes", new JsonArray().add(new JsonObject().add("nodes",
                    new JsonArray().add(0))));
        }));
        assertEquals(Code.TOO_LARGE, deep.code());
    }

    @Test
    void tenMillionTrianglesAreRefusedBeforeTheyAreRead() {
        byte[] large = Arrays.copyOf(good(), 130_000_000);
        ByteBuffer.wrap(large).order(ByteOrder.LITTLE_ENDIAN).putInt(8, large.length);
        assertEquals(Code.TOO_LARGE, refused(large).code());
        // Without a view an accessor is all zeros: a small file that asks for much.
        ImportException zeros = refused(edited(root -> {
            JsonObject accessor = root.get("accessors").asArray().get(0).asObject();
            accessor.remove("bufferView");
            accessor.set("count", 30_000_000);
        }));
        assertEquals(Code.TOO_LARGE, zeros.code());
        assertTrue(zeros.getMessage().contains("30000000"), zeros.getMessage());
    }

    @Test
    void hundredthsOfTenMillionTrianglesShownAHundredTimesAreRefused() throws Exception {
        byte[] heavy = MerchantFile.of(frame()).subdivided(1).glb();
        byte[] file = EditedGlb.of(heavy, root -> {
            JsonArray nodes = root.get("nodes").asArray();
            JsonArray roots = new JsonArray();
            int meshes = root.get("meshes").asArray().size();
            for (int i = 0; i < 1500; i++) {
                roots.add(nodes.size());
                nodes.add(new JsonObject().add("mesh", i % meshes));
            }
            root.set("scenes", new JsonArray().add(new JsonObject().add("nodes", roots)));
        });
        assertEquals(Code.TOO_LARGE, refused(file).code());
    }

    @Test
    void picturesElsewhereAreNeverOpened() {
        for (String uri : new String[] {"file:///etc/passwd", "https://example.com/a.png", "..\\secret.png", "data:text/html,x"}) {
            byte[] file = edited(root -> root.get("images").asArray().get(0).asObject().set("uri", uri).remove("bufferView"));
            Code code = refused(file).code();
            assertTrue(code == Code.UNSUPPORTED || code == Code.DAMAGED, uri + " " + code);
        }
    }

    private static byte[] imported() {
        try {
            return GlbImport.run(good(), ImportRequest.UNKNOWN).glb();
        } catch (ImportException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void sizesNoGlassesHaveAreRefused() {
        assertEquals(Code.IMPOSSIBLE_SIZE, assertThrows(ImportException.class, () -> ImportRequest.of(14, 0, 0)).code());
        assertEquals(Code.IMPOSSIBLE_SIZE, assertThrows(ImportException.class, () -> ImportRequest.of(0, 52, 0)).code());
        assertEquals(Code.IMPOSSIBLE_SIZE, assertThrows(ImportException.class, () -> ImportRequest.of(Double.NaN, 0, 0)).code());
    }

    @Test
    void heavyModelsAreReduced() throws Exception {
        byte[] heavy = MerchantFile.of(frame()).subdivided(2).glb();
        ImportResult result = GlbImport.run(heavy, ImportRequest.UNKNOWN);
        assertTrue(result.report().has(Finding.Code.INPUT_OVER_BUDGET));
        assertTrue(result.report().before().triangles() > 150_000);
        assertTrue(result.report().after().triangles() <= 30_000, result.report().text());
        assertTrue(result.glb().length <= 300_000, result.glb().length + " bytes");
        assertEquals(frame().dimensions().lensWidthMm(), result.report().measurements().lensWidthMm(), 0.5);
        GlbReader.parse(result.glb());
    }

    /** The good file with its JSON changed. */
    private static byte[] edited(Consumer<JsonObject> change) {
        return EditedGlb.of(good(), change);
    }
}
