package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.fit.Adjustment;
import com.eyewearml.fit.FramePlacement;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.TextureUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Glasses on a still picture. */
@BrowserTest
class TryOnTest {
    private static final Path SAMPLE = Path.of("../face-model/samples/woman-dark-hair.jpg");
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    /** Where the marker is expected and where it is seen, within a pixel and the frame's own size. */
    private static final double POSITION_TOLERANCE_PX = 1;

    private final TestServer server = TestServer.of(TestServer.engineFiles());
    private TestPage page;

    @BeforeEach
    void open(Chromium chromium) throws IOException {
        server.put("/face.jpg", Files.readAllBytes(SAMPLE))
                .put("/frame.glb", TestFrames.demo("aldine"));
        page = chromium.open(Camera.none(), server.url("/"));
        page.evaluate(PageScripts.read("try-on-page.js"), Map.of("width", WIDTH, "height", HEIGHT));
    }

    @AfterEach
    void close() {
        page.close();
        server.close();
    }

    @Test
    void drawsPointsWhereThePinholeCameraSeesThem() throws IOException {
        for (float[] pointMm : List.of(new float[] {-20, 30, 45}, new float[] {25, -10, 40}, new float[] {0, 5, 60})) {
            byte[] glb = TestFrames.marker(pointMm[0], pointMm[1], pointMm[2]);
            Map<?, ?> seen = (Map<?, ?>) page.evaluate("""
                    async glb => {
                      const without = await test.pixels(null);
                      const frame = Uint8Array.fromBase64(glb).buffer;
                      const difference = test.difference(without, await test.pixels(frame), 60);
                      const { pose, verticalFovRad, headShapeMm } = test.face;
                      return { ...difference, pose: [...pose], verticalFovRad, headShapeMm: [...headShapeMm] };
                    }""", Base64.getEncoder().encodeToString(glb));
            double[] expected = project(seen, pointMm);
            assertEquals(expected[0], number(seen, "x"), POSITION_TOLERANCE_PX, "x of " + Arrays.toString(pointMm));
            assertEquals(expected[1], number(seen, "y"), POSITION_TOLERANCE_PX, "y of " + Arrays.toString(pointMm));
        }
    }

    @Test
    void hidesWhatLiesBehindTheHead() {
        server.put("/marker.glb", TestFrames.marker(0, 0, -130));
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("""
                async () => test.difference(await test.pixels(null), await test.pixels('/marker.glb'), 12)""");
        assertEquals(0, number(seen, "count"));
    }

    @Test
    void showsThePictureItselfWithoutAFrame() {
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("""
                async () => test.difference(test.source, await test.pixels(null), 2)""");
        assertEquals(0, number(seen, "count"));
    }

    @Test
    void fillsTheCanvasAsSoonAsCssSaysSo() {
        assertEquals(List.of(true, false, true), page.evaluate("""
                async () => {
                  test.canvas.style = 'width: 480px; height: 480px; object-fit: contain';
                  while (test.canvas.width !== test.canvas.height) {
                    await new Promise(requestAnimationFrame);
                  }
                  const emptyAbove = [];
                  for (const fit of ['contain', 'cover', 'contain']) {
                    test.canvas.style.objectFit = fit;
                    const { data, width } = await test.shown();
                    emptyAbove.push(data.subarray(4 * (10 * width + 240), 4 * (10 * width + 240) + 3).every(value => value === 0));
                  }
                  return emptyAbove;
                }"""));
    }

    @Test
    void forgetsThePictureBefore() {
        assertEquals(List.of(0, 0, 0), page.evaluate("""
                async () => {
                  const empty = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
                  empty.getContext('2d');
                  await test.tryOn.setSource(empty).catch(e => e.code);
                  const { data } = await test.shown();
                  return [...data.subarray(4 * (640 * 240 + 320), 4 * (640 * 240 + 320) + 3)];
                }"""));
    }

    @Test
    void keepsTheFrameThroughALostContext() throws IOException {
        server.put("/plate.glb", TestFrames.plate(false, List.of(TexturesTest.glowing(TextureUse.of(0))), List.of(),
                List.of(TexturesTest.quarters())));
        loseTheContextWith("/frame.glb");
        loseTheContextWith("/plate.glb");
        page.screenshot("try-on-restored");
    }

    private void loseTheContextWith(String frame) {
        assertEquals(List.of("lost GL_CONTEXT_LOST", "GL_CONTEXT_LOST", "restored", 0), page.evaluate("""
                async frame => {
                  const log = [];
                  const before = await test.pixels(frame);
                  const lost = new Promise(resolve => test.tryOn.on('context-lost', resolve));
                  const restored = new Promise(resolve => test.tryOn.on('context-restored', resolve));
                  const handle = test.canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
                  handle.loseContext();
                  log.push('lost ' + (await lost).code);
                  log.push(await test.tryOn.snapshot().catch(e => e.code));
                  // A context can be restored only after the event of its loss has been dealt with.
                  await new Promise(resolve => setTimeout(resolve));
                  handle.restoreContext();
                  await restored;
                  log.push('restored');
                  log.push(test.difference(before, await test.shown(), 0).count);
                  return log;
                }""", frame));
    }

    @Test
    void refusesDamagedFramesAndKeepsThePresentOne() {
        byte[] glb = TestFrames.demo("lumen");
        Random random = new Random(17);
        for (int i = 0; i < 12; i++) {
            server.put("/cut" + i + ".glb", Arrays.copyOf(glb, i == 0 ? 0 : random.nextInt(glb.length)));
        }
        byte[] version = glb.clone();
        version[4] = 1;
        server.put("/version.glb", version).put("/text.glb", "not a frame".getBytes()).fail("/missing.glb", 404);
        List<?> seen = (List<?>) page.evaluate("""
                async () => {
                  const before = await test.pixels('/frame.glb');
                  const code = url => test.tryOn.setFrame(url).then(() => 'accepted', e => e.code);
                  const codes = [];
                  for (let i = 0; i < 12; i++) codes.push(await code(`/cut${i}.glb`));
                  codes.push(await code('/version.glb'), await code('/text.glb'), await code('/missing.glb'));
                  codes.push(test.difference(before, await test.shown(), 0).count);
                  return codes;
                }""");
        for (Object code : seen.subList(0, 12)) {
            assertTrue(List.of("FRAME_TRUNCATED", "FRAME_INVALID").contains(code), "code " + code);
        }
        assertEquals(List.of("FRAME_VERSION", "FRAME_INVALID", "ASSET_UNAVAILABLE", 0), seen.subList(12, 16));
    }

    @Test
    void theLastOfSeveralFramesCounts() {
        server.put("/other.glb", TestFrames.demo("lumen"));
        assertEquals(List.of(0, true), page.evaluate("""
                async () => {
                  const expected = await test.pixels('/frame.glb');
                  await Promise.all([test.tryOn.setFrame('/other.glb'), test.tryOn.setFrame('/frame.glb')]);
                  const same = test.difference(expected, await test.shown(), 0).count;
                  return [same, test.difference(expected, await test.pixels('/other.glb'), 30).count > 100];
                }"""));
    }

    @Test
    void leavesThePicturesLightOutAndBringsItBack() {
        assertEquals(List.of(true, 0, "TypeError"), page.evaluate("""
                async () => {
                  const matched = await test.pixels('/frame.glb');
                  test.tryOn.setRealism(false);
                  const plain = await test.shown();
                  test.tryOn.setRealism(true);
                  const again = test.difference(matched, await test.shown(), 0).count;
                  let thrown = 'nothing';
                  try { test.tryOn.setRealism('on'); } catch (e) { thrown = e.constructor.name; }
                  return [test.difference(matched, plain, 3).count > 100, again, thrown];
                }"""));
    }

    @Test
    void theGlassesCanBeTakenOffForALook() {
        assertEquals(List.of(0, 0, "TypeError"), page.evaluate("""
                async () => {
                  const without = await test.pixels(null);
                  const worn = await test.pixels('/frame.glb');
                  test.tryOn.showGlasses(false);
                  const off = test.difference(without, await test.shown(), 0).count;
                  test.tryOn.showGlasses(true);
                  const on = test.difference(worn, await test.shown(), 0).count;
                  try { test.tryOn.showGlasses('no'); } catch (e) { return [off, on, e.name]; }
                  return [off, on, 'accepted'];
                }"""));
    }

    @Test
    void aFrameOnceOnIsBackBeforeTheCallReturns() {
        server.put("/other.glb", TestFrames.demo("lumen"));
        assertEquals(List.of(0, true), page.evaluate("""
                async () => {
                  const expected = await test.pixels('/frame.glb');
                  await test.pixels('/other.glb');
                  let loaded = false;
                  test.tryOn.on('frame-loaded', () => { loaded = true; });
                  test.tryOn.setFrame('/frame.glb');
                  const atOnce = loaded;
                  return [test.difference(expected, await test.shown(), 0).count, atOnce];
                }"""));
    }

    @Test
    void showsTheVariantsOfTheFrame() throws IOException {
        List<GltfMaterial> looks = List.of(TexturesTest.glowing(TextureUse.of(0)),
                GltfMaterial.opaque("green", new float[] {0, 1, 0, 1}, 0, 1));
        server.put("/plate.glb", TestFrames.plate(false, looks, List.of("green"), List.of(TexturesTest.quarters())));
        assertEquals(List.of(List.of("green"), true, 0, "RangeError"), page.evaluate("""
                async () => {
                  const first = await test.pixels('/plate.glb');
                  test.tryOn.setVariant('green');
                  const changed = test.difference(first, await test.shown(), 30).count > 100;
                  test.tryOn.setVariant(null);
                  let refused;
                  try { test.tryOn.setVariant('red'); } catch (e) { refused = e.name; }
                  return [test.tryOn.variants, changed, test.difference(first, await test.shown(), 0).count, refused];
                }"""));
    }

    @Test
    void saysSoWhereThereIsNoFace() {
        assertEquals("NO_FACE", page.evaluate("""
                async () => test.tryOn.setSource(new ImageData(320, 240)).catch(e => e.code)"""));
    }

    @Test
    void theShopperMovesTheFrameDownTheNoseAndBack() {
        server.put("/marker.glb", TestFrames.marker(0, 0, 45));
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("""
                async () => {
                  const without = await test.pixels(null);
                  const placed = await test.pixels('/marker.glb');
                  test.tryOn.adjust({ alongNoseMm: 10 });
                  const lower = await test.shown();
                  const adjustment = test.tryOn.adjustment;
                  const refused = [{ alongNoseMm: 99 }, { tiltDeg: NaN }, { tiltDeg: '3x' }, { rollDeg: 5 }].map(wish => {
                    try {
                      test.tryOn.adjust(wish);
                      return 'accepted';
                    } catch (e) {
                      return e.name;
                    }
                  });
                  test.tryOn.resetAdjustment();
                  return {
                    down: test.difference(without, lower, 60).y - test.difference(without, placed, 60).y,
                    adjustment, refused,
                    back: test.difference(placed, await test.shown(), 0).count,
                  };
                }""");
        assertTrue(number(seen, "down") > 8, "pixels down: " + seen);
        assertEquals(Map.of("alongNoseMm", 10, "tiltDeg", 0, "rollDeg", 0), seen.get("adjustment"));
        assertEquals(List.of("RangeError", "RangeError", "RangeError", "RangeError"), seen.get("refused"));
        assertEquals(0, number(seen, "back"));
    }

    @Test
    void everythingAfterCloseIsATypedError() {
        assertEquals(List.of("CLOSED", "CLOSED", "CLOSED"), page.evaluate("""
                async () => {
                  test.tryOn.close();
                  test.tryOn.close();
                  const code = promise => promise.then(() => 'done', e => e.code);
                  return [await code(test.tryOn.setFrame(null)), await code(test.tryOn.snapshot()), await code(test.tryOn.setMode('live'))];
                }"""));
    }

    /** Frame to head by the optician's rules on the JVM, head to camera by the engine's pose, camera to picture by a pinhole. */
    private static double[] project(Map<?, ?> seen, float[] pointMm) throws IOException {
        FramePlacement placement =
                new FramePlacement(HeadModel.parse(Files.readAllBytes(TestServer.engineFiles().resolve("head.ewhd"))));
        placement.place(floats(seen, "headShapeMm"), TestFrames.MARKER_WORN, Adjustment.NONE);
        Vector3f p = new Vector3f(pointMm);
        new Matrix4f().set(placement.frameToHead()).transformPosition(p);
        new Matrix4f().set(floats(seen, "pose")).transformPosition(p);
        double focalPx = HEIGHT / 2.0 / Math.tan(number(seen, "verticalFovRad") / 2);
        return new double[] {WIDTH / 2.0 + focalPx * p.x / -p.z, HEIGHT / 2.0 - focalPx * p.y / -p.z};
    }

    private static double number(Map<?, ?> values, String name) {
        return ((Number) values.get(name)).doubleValue();
    }

    private static float[] floats(Map<?, ?> values, String name) {
        List<?> list = (List<?>) values.get(name);
        float[] floats = new float[list.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = ((Number) list.get(i)).floatValue();
        }
        return floats;
    }
}
