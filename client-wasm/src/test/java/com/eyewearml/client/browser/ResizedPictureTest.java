package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A canvas that changes its size shows what a new one of that size shows: nothing is left of pictures before. */
@BrowserTest
class ResizedPictureTest {
    private static final Path SAMPLE = Path.of("../face-model/samples/man-brown-skin.jpg");

    @Test
    void nothingIsLeftOfASizeBefore(Chromium chromium) throws IOException {
        try (TestServer server = TestServer.of(TestServer.engineFiles()).put("/face.jpg", Files.readAllBytes(SAMPLE))
                .put("/frame.glb", TestFrames.demo("aldine"));
             TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            page.evaluate(PageScripts.read("resize-page.js"));
            assertEquals(List.of(), page.evaluate("widths => differences(widths)", List.of(900, 364, 614, 617)));
        }
    }
}
