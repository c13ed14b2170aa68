package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.MotionJpeg;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.gltf.GlbFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Temples of a frame on a head that turns: what shows of them grows and shrinks smoothly and hangs together. */
@BrowserTest
class TempleOcclusionTest {
    private static final Path CLIP = Path.of("../face-model/samples/turning-head.mjpeg");
    /** Largest change from one look to the next, as a share of the most that ever shows; the head turns by up to 9 degrees between them. */
    private static final double LARGEST_CHANGE = 0.4;
    private static final int STEP = 2;

    @Test
    void templesComeAndGoWithoutPopping(Chromium chromium) throws IOException, GlbFormatException {
        List<byte[]> frames = MotionJpeg.frames(Files.readAllBytes(CLIP));
        try (TestServer server = TestServer.of(TestServer.engineFiles())) {
            for (int i = 0; i < frames.size(); i++) {
                server.put("/look" + i + ".jpg", frames.get(i));
            }
            server.put("/frame.glb", TestFrames.greenTemples("corvus"));
            try (TestPage page = chromium.open(Camera.none(), server.url("/"))) {
                List<?> looks = (List<?>) page.evaluate(script(), Map.of("count", frames.size() / 2 + 1, "step", STEP));
                assertSmooth(looks);
            }
        }
    }

    private static String script() throws IOException {
        try (InputStream in = TempleOcclusionTest.class.getResourceAsStream("temples-page.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertSmooth(List<?> looks) {
        double most = looks.stream().mapToDouble(look -> number(look, "pixels")).max().orElseThrow();
        assertTrue(most > 400, "temples show on the turned head: at most " + most + " pixels");
        double before = number(looks.getFirst(), "pixels");
        for (Object look : looks) {
            double now = number(look, "pixels");
            assertTrue(Math.abs(now - before) < LARGEST_CHANGE * most, "from " + before + " to " + look + " of at most " + most);
            assertTrue(number(look, "pieces") <= 2, "one piece for each temple: " + look);
            before = now;
        }
    }

    private static double number(Object look, String name) {
        return ((Number) ((Map<?, ?>) look).get(name)).doubleValue();
    }
}
