package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.client.sdk.Engine;
import com.eyewearml.client.sdk.Models;
import com.eyewearml.client.sdk.ScalarPictureVision;
import com.eyewearml.client.sdk.WorkingSize;
import com.eyewearml.face.FacePoints;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The released networks on a real face, in Chromium. */
@BrowserTest
class FaceTest {
    private static final Path SAMPLE = Path.of("../face-model/samples/woman-dark-hair.jpg");
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    /** Difference of the SIMD and the scalar networks, 1e-3 of the region a face fills. */
    private static final double LANDMARK_TOLERANCE_PX = 0.5;
    /** A picture scaled up is not quite the same to the networks: 1 % of the face's width. */
    private static final double MEAN_RESAMPLING_PX = 2;
    private static final double PD_TOLERANCE_MM = 0.2;

    private final BufferedImage picture = picture();
    private final TestServer server = TestServer.of(TestServer.engineFiles()).put("/face.png", png(picture));
    private TestPage page;

    @BeforeEach
    void open(Chromium chromium) {
        page = chromium.open(Camera.none(), server.url("/"));
        page.evaluate("""
                async () => {
                  globalThis.sdk = await import('/eyewearml.js');
                  globalThis.face = await createImageBitmap(await (await fetch('/face.png')).blob());
                  // The face drifting through frames of a video, as canvas.
                  globalThis.frame = (i, step) => {
                    const context = Object.assign(document.createElement('canvas'), { width: 640, height: 480 }).getContext('2d');
                    context.drawImage(face, step * i, 0);
                    return context.canvas;
                  };
                }""");
    }

    @AfterEach
    void close() {
        page.close();
        server.close();
    }

    @Test
    void agreesWithTheScalarEngineOnTheJvm() throws IOException {
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("""
                async () => {
                  const engine = await sdk.load();
                  const { found, landmarks, pose, pdMm, facesDetected } = engine.track(face);
                  return { found, landmarks: [...landmarks], pose: [...pose], pdMm, facesDetected };
                }""");
        Engine reference = reference();
        assertTrue(reference.trackStill());
        assertEquals(true, seen.get("found"));
        assertEquals(reference.face().facesDetected, ((Number) seen.get("facesDetected")).intValue());
        assertNear(reference.landmarksPx(), (List<?>) seen.get("landmarks"), LANDMARK_TOLERANCE_PX);
        assertEquals(reference.face().pdMm, ((Number) seen.get("pdMm")).doubleValue(), PD_TOLERANCE_MM);
        assertTrue(((Number) ((List<?>) seen.get("pose")).get(14)).doubleValue() < 0, "the head is in front of the camera");
    }

    @Test
    void twoEnginesDoNotDisturbEachOther() {
        assertEquals(true, page.evaluate("""
                async () => {
                  const steps = [2, -3];
                  const follow = async order => {
                    const engines = [await sdk.load(), await sdk.load()];
                    const results = [[], []];
                    for (const [which, i] of order) {
                      const seen = engines[which].track(frame(i, steps[which]), 40 * i);
                      results[which].push([seen.found, ...seen.landmarks, ...seen.pose, seen.pdMm, ...seen.headShapeMm]);
                    }
                    return JSON.stringify(results);
                  };
                  const frames = [0, 1, 2, 3, 4, 5];
                  const one = await follow([...frames.map(i => [0, i]), ...frames.map(i => [1, i])]);
                  const both = await follow(frames.flatMap(i => [[0, i], [1, i]]));
                  return one === both && one.includes('true') && !one.includes('null');
                }"""));
    }

    @Test
    void everyKindOfSourceGivesTheSameFace() {
        assertEquals(1, page.evaluate("""
                async () => {
                  const engine = await sdk.load();
                  const canvas = frame(0, 0);
                  const image = new Image();
                  image.src = '/face.png';
                  await image.decode();
                  const offscreen = new OffscreenCanvas(640, 480);
                  offscreen.getContext('2d').drawImage(face, 0, 0);
                  const data = canvas.getContext('2d').getImageData(0, 0, 640, 480);
                  const results = [face, canvas, image, offscreen, data].map(source => {
                    const seen = engine.track(source);
                    return JSON.stringify([seen.found, ...seen.landmarks]);
                  });
                  return new Set(results).size;
                }"""));
    }

    /** Landmarks follow the source's own size, beyond the size the engine works at. */
    @Test
    void landmarksAreInPixelsOfTheSource() {
        Number mean = (Number) page.evaluate("""
                async () => {
                  const engine = await sdk.load();
                  const small = [...engine.track(face).landmarks];
                  const context = new OffscreenCanvas(4 * 640, 4 * 480).getContext('2d');
                  context.drawImage(face, 0, 0, 4 * 640, 4 * 480);
                  const large = engine.track(context.canvas).landmarks;
                  return small.reduce((sum, value, i) => sum + Math.abs(value - large[i] / 4), 0) / small.length;
                }""");
        assertEquals(0, mean.doubleValue(), MEAN_RESAMPLING_PX);
    }

    @Test
    void forgetsTheFaceOnReset() {
        assertEquals(true, page.evaluate("""
                async () => {
                  const engine = await sdk.load();
                  const follow = () => [0, 1, 2, 3].map(i => JSON.stringify([...engine.track(frame(i, 4), 40 * i).landmarks]));
                  const first = follow();
                  engine.reset();
                  return JSON.stringify(first) === JSON.stringify(follow());
                }"""));
    }

    @Test
    void findsNoFaceInNoise() {
        assertEquals(false, page.evaluate("""
                async () => {
                  const data = new ImageData(640, 480);
                  let state = 1;
                  for (let i = 0; i < data.data.length; i++) data.data[i] = (state = state * 48271 % 2147483647) & 255;
                  return (await sdk.load()).track(data).found;
                }"""));
    }

    private Engine reference() throws IOException {
        Models models = Models.parse(released("landmarker.ewml"), released("detector.ewml"), released("head.ewhd"));
        ScalarPictureVision vision = new ScalarPictureVision(models);
        Engine engine = new Engine(vision, models.head());
        WorkingSize size = engine.begin(WIDTH, HEIGHT, true);
        assertEquals(WIDTH, size.widthPx());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int rgb = picture.getRGB(x, y);
                vision.pixels().putInt(4 * (y * WIDTH + x), Integer.reverseBytes(rgb << 8 | 255));
            }
        }
        return engine;
    }

    private static byte[] released(String name) throws IOException {
        return Files.readAllBytes(TestServer.engineFiles().resolve(name));
    }

    private static void assertNear(float[] expected, List<?> actual, double tolerance) {
        assertEquals(3 * FacePoints.COUNT, actual.size());
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], ((Number) actual.get(i)).doubleValue(), tolerance, "coordinate " + i);
        }
    }

    private static BufferedImage picture() {
        try {
            BufferedImage source = ImageIO.read(SAMPLE.toFile());
            BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            double scale = Math.min(WIDTH / (double) source.getWidth(), HEIGHT / (double) source.getHeight());
            Graphics2D g = picture.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(source, 0, 0, (int) (scale * source.getWidth()), (int) (scale * source.getHeight()), null);
            g.dispose();
            return picture;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] png(BufferedImage picture) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
