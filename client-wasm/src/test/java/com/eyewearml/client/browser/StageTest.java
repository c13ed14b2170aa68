package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A frame alone, seen through given cameras. */
@BrowserTest
class StageTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    /** The marker is 3 mm wide. */
    private static final double POSITION_TOLERANCE_PX = 1;

    private final TestServer server = TestServer.of(TestServer.engineFiles());
    private TestPage page;

    @BeforeEach
    void open(Chromium chromium) throws IOException {
        server.put("/frame.glb", TestFrames.demo("aldine"));
        page = chromium.open(Camera.none(), server.url("/"));
        try (InputStream in = StageTest.class.getResourceAsStream("stage-page.js")) {
            page.evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8), Map.of("width", WIDTH, "height", HEIGHT));
        }
    }

    @AfterEach
    void close() {
        page.close();
        server.close();
    }

    @Test
    void drawsPointsWhereTheGivenCameraSeesThem() {
        server.put("/marker.glb", TestFrames.marker(-30, 12, 5));
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("""
                async () => {
                  await test.setFrame('/marker.glb');
                  test.viewer.setPlainBackdrop(0, 0, 0);
                  return test.centreOf(test.through({ focal: 2, distance: 300 }), (r, g) => g > 40 && r < 20);
                }""");
        // focal is in half heights of the canvas
        double pxPerMm = 2 * HEIGHT / 2.0 / (300 - 5);
        assertEquals(WIDTH / 2.0 - 30 * pxPerMm, ((Number) seen.get("x")).doubleValue(), POSITION_TOLERANCE_PX);
        assertEquals(HEIGHT / 2.0 - 12 * pxPerMm, ((Number) seen.get("y")).doubleValue(), POSITION_TOLERANCE_PX);
    }

    @Test
    void aPlainBackdropIsItsColourEverywhere() {
        assertEquals(List.of(188, 188, 188), page.evaluate("""
                async () => {
                  test.viewer.setPlainBackdrop(0.5, 0.5, 0.5);
                  const { data } = test.through({ focal: 2, distance: 300 });
                  return data.some((value, i) => i % 4 < 3 && value !== 188) ? 'differs' : [...data.subarray(0, 3)];
                }"""));
    }

    @Test
    void aStillStageDoesNotFlicker() {
        assertEquals(0, page.evaluate("""
                async () => {
                  await test.setFrame('/frame.glb');
                  const first = test.orbit(0.6, 0.2);
                  const second = test.orbit(0.6, 0.2);
                  return first.data.filter((value, i) => value !== second.data[i]).length;
                }"""));
    }

    @Test
    void theFrameCastsASoftShadowOnThePaper() {
        int shaded = (int) page.evaluate("""
                async () => {
                  const empty = test.orbit(0.6, 0.25);
                  await test.setFrame('/frame.glb');
                  const resting = test.orbit(0.6, 0.25);
                  let shaded = 0;
                  for (let i = 0; i < empty.data.length; i += 4) {
                    const darker = [0, 1, 2].map(c => empty.data[i + c] - resting.data[i + c]);
                    if (Math.min(...darker) >= 2 && Math.max(...darker) <= Math.min(...darker) + 6 && Math.max(...darker) < 60) {
                      shaded++;
                    }
                  }
                  return shaded;
                }""");
        page.screenshot("stage-aldine");
        assertTrue(shaded > 8000, shaded + " pixels of paper in the shadow");
    }
}
