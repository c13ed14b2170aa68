package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.SharedData;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clips of people as the camera: the face is there in nearly every frame, and its lengths are those of a face. */
@BrowserTest
class ClipTest {
    private static final int FRAMES = 150;
    private static final double MIN_FOUND_SHARE = 0.95;

    @Test
    void followsTheTurningSampleHead(Chromium chromium) {
        follow(chromium, Path.of("../face-model/samples/turning-head.mjpeg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hands-learn", "hands-please", "head-turn"})
    void followsRecordedPeople(String clip, Chromium chromium) {
        follow(chromium, SharedData.require("video/" + clip + ".mjpeg"));
    }

    private static void follow(Chromium chromium, Path clip) {
        try (TestServer server = TestServer.of(TestServer.engineFiles());
                TestPage page = chromium.open(Camera.file(clip), server.url("/"))) {
            Map<?, ?> seen = (Map<?, ?>) page.evaluate("""
                    async frames => {
                      const { load, openCamera } = await import('/eyewearml.js');
                      const [engine, camera] = [await load(), await openCamera({ width: 640, height: 480 })];
                      let found = 0;
                      let face;
                      for (let i = 0; i < frames; i++) {
                        const now = await new Promise(resolve => camera.video.requestVideoFrameCallback(resolve));
                        const result = engine.track(camera.video, now);
                        if (result.found) { found++; face = result; }
                      }
                      const { pdMm, pdUncertaintyMm, faceWidthMm } = face ?? {};
                      camera.stop();
                      engine.close();
                      return { found, pdMm, pdUncertaintyMm, faceWidthMm };
                    }""", FRAMES);
            System.out.println(clip.getFileName() + ": " + seen);
            assertTrue(((Number) seen.get("found")).intValue() >= MIN_FOUND_SHARE * FRAMES, seen.toString());
            assertBetween(50, 75, seen.get("pdMm"));
            assertBetween(115, 170, seen.get("faceWidthMm"));
        }
    }

    private static void assertBetween(double least, double most, Object value) {
        double number = ((Number) value).doubleValue();
        assertTrue(number >= least && number <= most, number + " is not between " + least + " and " + most);
    }
}
