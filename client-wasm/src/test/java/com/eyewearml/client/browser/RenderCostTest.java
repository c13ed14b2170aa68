package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Transmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a displayed picture costs, and that a still one stays as it is. */
@BrowserTest
class RenderCostTest {
    private static final Path SAMPLE = Path.of("../face-model/samples/woman-dark-hair.jpg");
    private static final int MOST_DRAWS = 20;

    private final TestServer server = TestServer.of(TestServer.engineFiles());
    private TestPage page;

    @BeforeEach
    void open(Chromium chromium) throws IOException {
        server.put("/face.jpg", Files.readAllBytes(SAMPLE));
        page = chromium.open(Camera.none(), server.url("/"));
        page.evaluate(PageScripts.read("try-on-page.js"), Map.of("width", 640, "height", 480));
        page.evaluate(PageScripts.read("count-draws.js"));
    }

    @AfterEach
    void close() {
        page.close();
        server.close();
    }

    @Test
    void drawsPartsOfOneMaterialTogether() {
        server.put("/one.glb", TestFrames.row(materials(1, 0))).put("/four.glb", TestFrames.row(materials(4, 0)));
        int none = drawsOfAPicture(null);
        assertEquals(drawsOfAPicture("/one.glb") + 3, drawsOfAPicture("/four.glb"));
        assertTrue(none <= 2, none + " draws for the picture alone");
        server.put("/demo.glb", TestFrames.demo("aldine"));
        assertTrue(drawsOfAPicture("/demo.glb") <= 12, "draws of a demo frame: " + drawsOfAPicture("/demo.glb"));
    }

    @Test
    void keepsToTheBudgetWithManyMaterials() {
        server.put("/frame.glb", TestFrames.row(materials(6, 3)));
        int draws = drawsOfAPicture("/frame.glb");
        assertTrue(draws <= MOST_DRAWS, draws + " draws");
    }

    @Test
    void aStillSceneStaysAsItIs() {
        server.put("/frame.glb", TestFrames.demo("fathom"));
        assertEquals(List.of(0, 0), page.evaluate("""
                async () => {
                  const first = await test.pixels('/frame.glb');
                  const second = await test.shown();
                  return [test.difference(first, second, 0).count, test.difference(first, await test.shown(), 0).count];
                }"""));
    }

    private int drawsOfAPicture(String frame) {
        return ((Number) page.evaluate("""
                async frame => {
                  await test.tryOn.setFrame(frame ?? null);
                  test.draws = 0;
                  await test.tryOn.snapshot();
                  return test.draws;
                }""", frame)).intValue();
    }

    private static List<GltfMaterial> materials(int opaque, int transmissive) {
        List<GltfMaterial> materials = new ArrayList<>();
        for (int i = 0; i < opaque + transmissive; i++) {
            GltfMaterial material = GltfMaterial.opaque("material " + i, new float[] {0.1f * i, 0.5f, 0.5f, 1}, 0, 0.3f);
            materials.add(i < opaque ? material : material.withTransmission(
                    new Transmission(0.9f, 0.002f, new float[] {0.9f, 0.8f, 0.7f}, 0.01f), 1.5f));
        }
        return materials;
    }
}
