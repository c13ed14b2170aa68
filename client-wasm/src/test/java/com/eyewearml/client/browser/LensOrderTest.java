package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.lens.LensForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lenses that are ordered in place of the file's. */
@BrowserTest
class LensOrderTest {
    private static final Path SAMPLE = Path.of("../face-model/samples/woman-dark-hair.jpg");
    private static final double BACKDROP = 0.5;

    private final TestServer server = TestServer.of(TestServer.engineFiles());
    private TestPage page;

    @BeforeEach
    void open(Chromium chromium) throws IOException {
        server.put("/face.jpg", Files.readAllBytes(SAMPLE)).put("/frame.glb", TestFrames.demo("lumen"));
        page = chromium.open(Camera.none(), server.url("/"));
    }

    @AfterEach
    void close() {
        page.close();
        server.close();
    }

    private void wear() throws IOException {
        page.evaluate(PageScripts.read("try-on-page.js"), Map.of("width", 640, "height", 480));
    }

    @Test
    void meetsTheTransmissionThatIsAskedFor() throws IOException {
        try (InputStream in = LensOrderTest.class.getResourceAsStream("stage-page.js")) {
            page.evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8), Map.of("width", 640, "height", 480));
        }
        for (String tint : List.of("NONE", "GREY", "BROWN", "GREEN", "BLUE", "ROSE", "YELLOW")) {
            for (double vlt : new double[] {0.85, 0.5, 0.18, 0.08}) {
                List<?> srgb = (List<?>) page.evaluate("""
                        async ([tint, vlt, backdrop]) => {
                          await test.setFrame('/frame.glb');
                          test.viewer.setLens(tint, vlt, vlt, 'NONE', true, false, NaN, 0, 0);
                          test.viewer.setGain(0);
                          test.viewer.setPlainBackdrop(backdrop, backdrop, backdrop);
                          const { data } = test.through({ focal: 2, distance: 300 });
                          const at = 4 * (640 * 240 + 320 + 56);
                          return [...data.subarray(at, at + 3)];
                        }""", List.of(tint, vlt, BACKDROP));
                double luminance = 0.2126 * linear(srgb.get(0)) + 0.7152 * linear(srgb.get(1)) + 0.0722 * linear(srgb.get(2));
                // A level of eight bits is up to 2 % of dark colours; the view is 6 degrees off the axis.
                assertEquals(vlt, luminance / BACKDROP, 0.01 * vlt + 0.003, tint + " " + vlt);
            }
        }
    }

    private static double linear(Object srgb) {
        double s = ((Number) srgb).doubleValue() / 255;
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }

    /** What a demo frame's file says of its lenses shows as the same order does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PAV-BLK|{ tint: 'grey', vltPercent: 12, polarised: true }",
        "SOL-HON|{ tint: 'brown', vltPercent: 12, bottomVltPercent: 55 }", "MER-SLV|{ tint: 'grey', vltPercent: 12, mirror: 'blue' }",
        "LUM-GLD|{ antiReflective: true }"})
    void filesShowTheLensesTheyDescribe(String sku, String order) throws IOException {
        server.put("/described.glb", TestFrames.sku(sku));
        wear();
        assertEquals(0, page.evaluate("""
                async () => {
                  const own = await test.pixels('/described.glb');
                  test.tryOn.setLens(ORDER);
                  return test.difference(own, await test.shown(), 0).count;
                }""".replace("ORDER", order)));
    }

    @Test
    void noPowerDisplacesNothing() throws IOException {
        wear();
        assertEquals(0, page.evaluate("""
                async () => {
                  await test.tryOn.setFrame('/frame.glb');
                  test.tryOn.setLens({});
                  const without = await test.shown();
                  test.tryOn.setLens({ prescription: { rightSphereD: 0, leftSphereD: 0 } });
                  return test.difference(without, await test.shown(), 0).count;
                }"""));
    }

    /**
     * Two spots beside an eye come nearer to each other or farther apart by the spectacle magnification, shape factor times power factor
     * (Rabbetts, "Bennett and Rabbetts' Clinical Visual Optics", 12.2): one distance of the skin behind the lens explains all powers.
     */
    @Test
    void theFaceBehindIsMagnifiedAsSpectaclesDo() throws IOException {
        wear();
        List<Integer> spheres = List.of(-8, -6, -4, -2, 2, 4, 6);
        List<?> apart = (List<?>) page.evaluate("""
                async spheres => {
                  const context = Object.assign(document.createElement('canvas'), { width: 640, height: 480 }).getContext('2d');
                  context.putImageData(test.source, 0, 0);
                  const { landmarks } = test.face;
                  const pupil = [landmarks[3 * 473], landmarks[3 * 473 + 1]];
                  context.fillStyle = 'rgb(0, 255, 0)';
                  for (const side of [-1, 1]) {
                    context.fillRect(Math.round(pupil[0] + 11 * side) - 1, Math.round(pupil[1] + 9) - 1, 3, 3);
                  }
                  await test.tryOn.setSource(context.canvas);
                  await test.tryOn.setFrame('/frame.glb');
                  const distance = async sphere => {
                    test.tryOn.setLens({ prescription: { rightSphereD: sphere, leftSphereD: sphere } });
                    const { data } = await test.shown();
                    const sums = [[0, 0, 0], [0, 0, 0]];
                    for (let i = 0; i < data.length; i += 4) {
                      const green = Math.max(0, data[i + 1] - Math.max(data[i], data[i + 2]) - 10);
                      const x = i / 4 % 640 + 0.5;
                      const sum = sums[x < pupil[0] ? 0 : 1];
                      sum[0] += green; sum[1] += green * x; sum[2] += green * (Math.floor(i / 4 / 640) + 0.5);
                    }
                    const [a, b] = sums.map(([weight, x, y]) => [x / weight, y / weight]);
                    return Math.hypot(a[0] - b[0], a[1] - b[1]);
                  };
                  const seen = [];
                  for (const sphere of [0, ...spheres]) {
                    seen.push(await distance(sphere));
                  }
                  return seen;
                }""", spheres);
        double plain = ((Number) apart.getFirst()).doubleValue();
        double least = Double.POSITIVE_INFINITY;
        double behindMm = 0;
        for (double distance = 5; distance < 30; distance += 0.1) {
            double worst = 0;
            for (int i = 0; i < spheres.size(); i++) {
                double seen = ((Number) apart.get(i + 1)).doubleValue() / plain;
                worst = Math.max(worst, Math.abs(seen / magnification(spheres.get(i), distance) - 1));
            }
            if (worst < least) {
                least = worst;
                behindMm = distance;
            }
        }
        assertEquals(0, least, 0.015, "magnification of " + apart + " with the skin " + behindMm + " mm behind");
        assertTrue(behindMm > 8 && behindMm < 25, "the skin is " + behindMm + " mm behind the lens");
    }

    /** In a frame of base 4 (of index 1.53) with lenses of 48 mm, to somebody far away. */
    private static double magnification(double sphereD, double behindMm) {
        double index = Math.abs(sphereD) > 6 ? 1.67 : Math.abs(sphereD) > 3 ? 1.6 : 1.5;
        double front = 4 / 0.53 * (index - 1);
        double thicknessMm = LensForm.onFront(sphereD, front / (1000 * (index - 1)), index, 48).centreThicknessMm();
        return 1 / (1 - thicknessMm / 1000 / index * front) / (1 - behindMm / 1000 * sphereD);
    }

    @Test
    void keepsTheLensThroughOtherFramesAndALostContext() throws IOException {
        server.put("/other.glb", TestFrames.demo("aldine"));
        wear();
        assertEquals(List.of(0, true, 0), page.evaluate("""
                async () => {
                  test.tryOn.setLens({ tint: 'brown', vltPercent: 15, prescription: { rightSphereD: -3, leftSphereD: -3 } });
                  const before = await test.pixels('/frame.glb');
                  await test.pixels('/other.glb');
                  const again = test.difference(before, await test.pixels('/frame.glb'), 0).count;
                  const restored = new Promise(resolve => test.tryOn.on('context-restored', resolve));
                  const lost = new Promise(resolve => test.tryOn.on('context-lost', resolve));
                  const handle = test.canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
                  handle.loseContext();
                  await lost;
                  await new Promise(resolve => setTimeout(resolve));
                  handle.restoreContext();
                  await restored;
                  const after = test.difference(before, await test.shown(), 0).count;
                  test.tryOn.setLens(null);
                  return [again, test.difference(before, await test.shown(), 20).count > 500, after];
                }"""));
        page.screenshot("lens-order");
    }

    @Test
    void wrongOrdersAreRefusedByField() throws IOException {
        wear();
        List<?> messages = (List<?>) page.evaluate("""
                () => {
                  const refused = lens => { try { test.tryOn.setLens(lens); return 'accepted'; } catch (e) { return `${e.name}: ${e.message}`; } };
                  return [
                    undefined, { colour: 'red' }, { tint: 'red' }, { tint: 3 }, { vltPercent: 2 }, { vltPercent: '50' }, { bottomVltPercent: 50 },
                    { mirror: 'green' }, { antiReflective: 1 }, { polarised: 'yes' }, { photochromic: 0.5 }, { photochromic: { activation: 2 } },
                    { prescription: { rightSphereD: -6 } }, { prescription: { rightSphereD: -21, leftSphereD: 0 } }, { vltPercent: NaN },
                  ].map(refused);
                }""");
        List<String> starts = List.of("TypeError: lens", "TypeError: lens has no field colour", "RangeError: tint", "TypeError: tint",
                "RangeError: vltPercent", "TypeError: vltPercent", "TypeError: bottomVltPercent", "RangeError: mirror",
                "TypeError: antiReflective", "TypeError: polarised", "TypeError: photochromic", "RangeError: photochromic.activation",
                "TypeError: prescription.leftSphereD", "RangeError: prescription.rightSphereD", "RangeError: vltPercent");
        for (int i = 0; i < starts.size(); i++) {
            assertTrue(((String) messages.get(i)).startsWith(starts.get(i)), messages.get(i) + " should begin " + starts.get(i));
        }
    }

    @Test
    void photochromicLensesDarkenFasterThanTheyFade() throws IOException {
        wear();
        List<?> seen = (List<?>) page.evaluate("""
                () => [
                  test.tryOn.photochromicActivation({ from: 0, sun: 1, seconds: 30 }),
                  1 - test.tryOn.photochromicActivation({ from: 1, sun: 0, seconds: 40 }),
                ]""");
        assertEquals(0.5, ((Number) seen.get(1)).doubleValue(), 1e-9);
        assertTrue(((Number) seen.get(0)).doubleValue() > 0.5, "darkened to " + seen.get(0));
    }
}
