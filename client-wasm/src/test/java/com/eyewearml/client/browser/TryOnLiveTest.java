package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.SharedData;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Glasses on the shopper's camera. */
@BrowserTest
class TryOnLiveTest {
    @Test
    void wearsAFrameOnTheTurningSampleHead(Chromium chromium) {
        wear(chromium, Path.of("../face-model/samples/turning-head.mjpeg"), "try-on-live");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hands-learn", "hands-please", "head-turn"})
    void wearsAFrameOnRecordedPeople(String clip, Chromium chromium) {
        wear(chromium, SharedData.require("video/" + clip + ".mjpeg"), "try-on-live-" + clip);
    }

    private static void wear(Chromium chromium, Path clip, String screenshot) {
        try (TestServer server = TestServer.of(TestServer.engineFiles()).put("/frame.glb", TestFrames.demo("aldine"));
                TestPage page = chromium.open(Camera.file(clip), server.url("/"))) {
            assertEquals("image/png", page.evaluate("""
                    async () => {
                      const { TryOn } = await import('/eyewearml.js');
                      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
                      document.body.append(canvas);
                      const tryOn = await TryOn.create({ canvas });
                      const found = new Promise((resolve, reject) => {
                        tryOn.on('face-found', resolve);
                        tryOn.on('error', reject);
                      });
                      await Promise.all([tryOn.setFrame('/frame.glb'), tryOn.setMode('live')]);
                      await found;
                      const snapshot = await tryOn.snapshot({ type: 'image/png' });
                      const bitmap = await createImageBitmap(snapshot);
                      document.body.append(Object.assign(new Image(), { src: URL.createObjectURL(snapshot), width: bitmap.width }));
                      tryOn.close();
                      return snapshot.type;
                    }"""));
            page.screenshot(screenshot);
        }
    }
}
