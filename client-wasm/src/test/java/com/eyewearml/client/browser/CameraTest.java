package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.microsoft.playwright.Browser.NewContextOptions;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BrowserTest
class CameraTest {
    private static final String CODE = """
            async () => {
              const { openCamera, EngineError } = await import('/eyewearml.js');
              try {
                const camera = await openCamera();
                camera.stop();
                return 'opened';
              } catch (e) {
                if (!(e instanceof EngineError)) throw e;
                return [e.code, e.nextStep];
              }
            }""";

    private final TestServer server = TestServer.of(TestServer.engineFiles());
    @TempDir
    static Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void noCamera(Chromium chromium) {
        assertEquals(List.of("CAMERA_NOT_FOUND", "use-photo"), code(chromium, Camera.none(), server.url("/")));
    }

    @Test
    void denied(Chromium chromium) {
        assertEquals(List.of("CAMERA_DENIED", "allow-camera"), code(chromium, Camera.denied(), server.url("/")));
    }

    @Test
    void insecurePage(Chromium chromium) {
        assertEquals(List.of("INSECURE_CONTEXT", "use-photo"), code(chromium, Camera.none(), server.insecureUrl("/")));
    }

    @Test
    void browserInsideAnApp(Chromium chromium) {
        NewContextOptions app = new NewContextOptions().setUserAgent("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) "
                + "AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 300.0.0.29.110");
        try (TestPage page = chromium.open(Camera.denied(), server.url("/"), app)) {
            assertEquals(List.of("IN_APP_BROWSER", "open-in-browser"), page.evaluate(CODE));
        }
    }

    /** What browsers reject with in states that a test cannot bring about. */
    @ParameterizedTest
    @CsvSource({"NotReadableError,CAMERA_IN_USE,retry", "AbortError,CAMERA_IN_USE,retry",
        "OverconstrainedError,CAMERA_NOT_FOUND,use-photo", "SecurityError,CAMERA_DENIED,allow-camera"})
    void rejections(String name, String code, String nextStep, Chromium chromium) {
        try (TestPage page = chromium.open(Camera.none(), server.url("/"))) {
            page.evaluate("name => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('why', name)); }",
                    name);
            assertEquals(List.of(code, nextStep), page.evaluate(CODE));
        }
    }

    @Test
    void showsTheClipAndSwitchesOff(Chromium chromium) throws IOException {
        Path clip = Files.write(folder.resolve("green.mjpeg"), greenFrame());
        try (TestPage page = chromium.open(Camera.file(clip), server.url("/"))) {
            Object seen = page.evaluate("""
                    async () => {
                      const { openCamera } = await import('/eyewearml.js');
                      const camera = await openCamera({ width: 640, height: 480 });
                      const { video } = camera;
                      const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d');
                      canvas.drawImage(video, 0, 0);
                      const [r, g, b] = canvas.getImageData(320, 240, 1, 1).data;
                      const seen = [video.videoWidth, video.videoHeight, g > r + 100 && g > b + 100, camera.active];
                      camera.stop();
                      return [...seen, camera.active];
                    }""");
            assertEquals(List.of(640, 480, true, true, false), seen);
        }
    }

    private Object code(Chromium chromium, Camera camera, String url) {
        try (TestPage page = chromium.open(camera, url)) {
            return page.evaluate(CODE);
        }
    }

    private static byte[] greenFrame() throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.GREEN);
        g.fillRect(0, 0, 640, 480);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
