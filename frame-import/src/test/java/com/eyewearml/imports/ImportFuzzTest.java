package com.eyewearml.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.EditedGlb;
import com.eyewearml.gltf.GlbReader;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Damages valid files, plain, textured, compressed by Draco and by meshopt: each is imported into a file that reads, or refused with a
 * message. Runs {@code -Dfuzz.seconds=20} from {@code -Dfuzz.seed=1}; the heap is that of the test's process. A failure names the seed of
 * its file, with which the run starts again.
 */
class ImportFuzzTest {
    private static final long SECONDS = Long.getLong("fuzz.seconds", 20);
    private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);
    private static final int SECONDS_PER_FILE = 60;

    private static List<byte[]> corpus() throws Exception {
        List<DemoFrame> frames = DemoCatalogue.frames();
        byte[] plain = demo(frames.get(1));
        byte[] textured = demo(frames.get(0));
        try (InputStream draco = ImportFuzzTest.class.getResourceAsStream("/draco/aether.glb")) {
            return List.of(plain, textured, draco.readAllBytes(), GlbImport.run(textured, ImportRequest.UNKNOWN).glb());
        }
    }

    private static byte[] demo(DemoFrame frame) {
        return FrameGlb.write(FrameGenerator.generate(frame.spec(frame.variants().getFirst())));
    }

    /** Found by the test below: a compressed view without a stride divided by zero. */
    @Test
    void compressedViewsNeedAStride() throws Exception {
        byte[] file = EditedGlb.of(corpus().getLast(), root -> root.get("bufferViews").asArray().get(0).asObject().get("extensions").asObject()
                .get("EXT_meshopt_compression").asObject().remove("byteStride"));
        assertEquals(ImportException.Code.DAMAGED, assertThrows(ImportException.class, () -> GlbImport.run(file, ImportRequest.UNKNOWN)).code());
    }

    @Test
    @Timeout(value = 24, unit = TimeUnit.HOURS)
    void damagedFilesAreImportedOrRefused() throws Exception {
        List<byte[]> corpus = corpus();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        int imported = 0;
        int refused = 0;
        for (long seed = FIRST_SEED; System.nanoTime() < end; seed++) {
            Random random = new Random(seed);
            byte[] damaged = damaged(corpus.get(random.nextInt(corpus.size())), random);
            long start = System.nanoTime();
            try {
                GlbReader.parse(GlbImport.run(damaged, ImportRequest.UNKNOWN).glb());
                imported++;
            } catch (ImportException e) {
                assertFalse(e.getMessage().isBlank());
                refused++;
            } catch (Exception | Error e) {
                throw new AssertionError("the file of -Dfuzz.seed=" + seed + " is neither imported nor refused", e);
            }
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(SECONDS_PER_FILE), "the file of -Dfuzz.seed=" + seed + " takes too long");
        }
        System.out.println("fuzzed imports: " + imported + " imported, " + refused + " refused");
        assertTrue(refused > 0);
    }

    private static byte[] damaged(byte[] good, Random random) {
        int json = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        byte[] damaged = good.clone();
        switch (random.nextInt(5)) {
            case 0 -> flip(damaged, 20, 20 + json, random);
            case 1 -> flip(damaged, 28 + json, good.length, random);
            case 2 -> {
                int[] lengths = {8, 12, 20 + json};
                ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(lengths[random.nextInt(3)],
                        random.nextBoolean() ? random.nextInt() : random.nextInt(good.length));
            }
            case 3 -> damaged = Arrays.copyOf(damaged, random.nextInt(good.length));
            default -> {
                EditedGlb edited = EditedGlb.open(good);
                for (int i = 0; i <= random.nextInt(4); i++) {
                    mutate(edited.root(), random);
                }
                damaged = edited.glb();
            }
        }
        return damaged;
    }

    private static void flip(byte[] bytes, int from, int to, Random random) {
        for (int i = 0; i <= random.nextInt(8); i++) {
            bytes[from + random.nextInt(to - from)] = (byte) random.nextInt(256);
        }
    }

    /** Walks down at random and puts an extreme value, another kind of value or nothing where it arrives. */
    private static void mutate(JsonObject root, Random random) {
        JsonValue at = root;
        while (true) {
            if (at.isObject() && !at.asObject().isEmpty()) {
                JsonObject object = at.asObject();
                String name = object.names().get(random.nextInt(object.size()));
                JsonValue child = object.get(name);
                if (random.nextInt(4) == 0 || !child.isObject() && !child.isArray()) {
                    if (random.nextInt(5) == 0) {
                        object.remove(name);
                    } else {
                        object.set(name, strange(random));
                    }
                    return;
                }
                at = child;
            } else if (at.isArray() && !at.asArray().isEmpty()) {
                JsonArray array = at.asArray();
                int index = random.nextInt(array.size());
                if (random.nextInt(5) == 0 || !array.get(index).isObject() && !array.get(index).isArray()) {
                    array.set(index, strange(random));
                    return;
                }
                at = array.get(index);
            } else {
                return;
            }
        }
    }

    private static JsonValue strange(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> Json.value(-1);
            case 1 -> Json.value(0);
            case 2 -> Json.value(1e30);
            case 3 -> Json.value(2147483647);
            case 4 -> Json.value("x");
            case 5 -> Json.NULL;
            case 6 -> new JsonArray();
            case 7 -> new JsonObject();
            case 8 -> Json.value(random.nextInt(10));
            default -> Json.value(random.nextDouble() * 5);
        };
    }
}
