package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A frame alone, as a shopper turns it. */
@BrowserTest
class FrameViewerTest {
    private static final String OPEN = """
            async () => {
              const { FrameViewer } = await import('/eyewearml.js');
              const canvas = document.createElement('canvas');
              canvas.style.cssText = 'width:400px;height:300px;display:block';
              document.body.append(canvas, Object.assign(document.createElement('div'), { style: 'height:3000px' }));
              globalThis.views = [];
              globalThis.viewer = await FrameViewer.create({ canvas, label: 'Aldine in 3D' });
              viewer.on('view', view => views.push(view));
              await viewer.setFrame('/frame.glb');
              globalThis.rest = async () => {
                for (let seen = -1; seen !== views.length;) {
                  seen = views.length;
                  await new Promise(resolve => setTimeout(resolve, 150));
                }
              };
              await rest();
            }""";

    private final TestServer server = TestServer.of(TestServer.engineFiles());
    private TestPage page;

    @BeforeEach
    void open(Chromium chromium) {
        server.put("/frame.glb", TestFrames.demo("aldine")).fail("/landmarker.ewml", 404).fail("/detector.ewml", 404);
        page = chromium.open(Camera.none(), server.url("/"));
        page.evaluate(OPEN);
    }

    @AfterEach
    void close() {
        page.close();
        server.close();
    }

    /** Hash of the picture at rest. */
    private int picture() {
        return (int) page.evaluate("""
                async () => {
                  await rest();
                  const bytes = new Uint8Array(await (await viewer.snapshot({ type: 'image/png' })).arrayBuffer());
                  return bytes.reduce((hash, byte) => (31 * hash + byte) | 0, 7);
                }""");
    }

    @Test
    void keysTurnAndHomeReturns() {
        int before = picture();
        page.page().keyboard().press("Tab");
        page.page().keyboard().press("ArrowRight");
        int turned = picture();
        assertNotEquals(before, turned);
        page.page().keyboard().press("+");
        assertNotEquals(turned, picture(), "nearer");
        page.page().keyboard().press("Home");
        assertEquals(before, picture());
        assertEquals(List.of(true, true, true), page.evaluate("() => views.filter(view => view.settled).map(() => true)"));
    }

    @Test
    void aPointerTurnsAndTheFrameGlidesToRest() {
        int before = picture();
        page.page().mouse().move(200, 150);
        page.page().mouse().down();
        page.page().mouse().move(100, 150);
        page.page().mouse().up();
        assertNotEquals(before, picture());
        assertTrue((double) page.evaluate("() => views.at(-1).yawDeg * 1.0000001") > 60, "dragging to the left shows the wearer's left");
    }

    /** Touches of a finger each, as the browser's own input gets them: pan, pinch and tap are told apart by the browser. */
    private void touch(CDPSession fingers, String type, double... xy) {
        JsonArray points = new JsonArray();
        for (int i = 0; i < xy.length; i += 2) {
            JsonObject point = new JsonObject();
            point.addProperty("x", xy[i]);
            point.addProperty("y", xy[i + 1]);
            point.addProperty("id", i / 2);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        fingers.send("Input.dispatchTouchEvent", event);
    }

    @Test
    void aFingerTurnsTwoZoomAndOneMovingDownScrollsThePage(Chromium chromium) {
        try (TestPage phone = chromium.open(Camera.none(), server.url("/"),
                new Browser.NewContextOptions().setHasTouch(true).setIsMobile(true).setViewportSize(400, 640))) {
            phone.evaluate("""
                    () => document.head.append(Object.assign(document.createElement('meta'), { name: 'viewport', content: 'width=device-width' }))""");
            phone.evaluate(OPEN);
            CDPSession fingers = phone.page().context().newCDPSession(phone.page());
            phone.evaluate("() => { globalThis.begin = { ...views.at(-1), scale: visualViewport.scale }; }");
            touch(fingers, "touchStart", 300, 150);
            for (int x = 290; x >= 200; x -= 10) {
                touch(fingers, "touchMove", x, 150);
            }
            touch(fingers, "touchEnd");
            phone.evaluate("() => rest()");
            assertEquals(Boolean.TRUE, phone.evaluate("() => views.at(-1).yawDeg - begin.yawDeg > 45 && views.at(-1).zoom === 1"),
                    "a quarter of the width turns by more than 45 degrees");

            touch(fingers, "touchStart", 180, 150, 220, 150);
            for (int apart = 20; apart <= 40; apart += 2) {
                touch(fingers, "touchMove", 200 - apart, 150, 200 + apart, 150);
            }
            touch(fingers, "touchEnd");
            phone.evaluate("() => rest()");
            assertEquals(2.0, ((Number) phone.evaluate("() => views.at(-1).zoom")).doubleValue(), 0.05, "twice as far apart is twice as near");
            assertEquals(Boolean.TRUE, phone.evaluate("() => visualViewport.scale === begin.scale"), "the page itself is not zoomed");

            double yawDeg = ((Number) phone.evaluate("() => views.at(-1).yawDeg")).doubleValue();
            touch(fingers, "touchStart", 200, 250);
            for (int y = 240; y >= 100; y -= 10) {
                touch(fingers, "touchMove", 200, y);
            }
            touch(fingers, "touchEnd");
            phone.page().waitForFunction("() => scrollY > 50");
            assertEquals(yawDeg, ((Number) phone.evaluate("() => views.at(-1).yawDeg")).doubleValue(), 5, "scrolling does not turn");
        }
    }

    @Test
    void theWheelScrollsThePageUntilTheViewerHasTheFocus() {
        page.page().mouse().move(200, 150);
        page.page().mouse().wheel(0, 80);
        page.page().waitForFunction("() => scrollY > 0");
        page.evaluate("() => { scrollTo(0, 0); document.querySelector('canvas').focus({ preventScroll: true }); }");
        page.page().mouse().wheel(0, -200);
        page.page().waitForFunction("() => views.at(-1)?.zoom > 1");
        assertEquals(0, page.evaluate("() => scrollY"));
    }

    @Test
    void nothingIsDrawnAtRest() {
        assertEquals(0, page.evaluate("""
                async () => {
                  const original = globalThis.requestAnimationFrame;
                  let asked = 0;
                  globalThis.requestAnimationFrame = callback => { asked++; return original(callback); };
                  await new Promise(resolve => setTimeout(resolve, 300));
                  return asked;
                }"""));
    }

    @Test
    void saysTheDimensionsAndWhereTheyLie() {
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("""
                async () => {
                  viewer.turn({ yawDeg: -views.at(-1).yawDeg, pitchDeg: -views.at(-1).pitchDeg });
                  await rest();
                  const lines = Object.fromEntries(viewer.dimensionLines().map(line => [line.name, line]));
                  const length = ({ points: [[x0, y0], [x1, y1]] }) => Math.hypot(x1 - x0, y1 - y0);
                  return { ...viewer.dimensionsMm, pxPerMm: [lines.lensWidth, lines.bridge, lines.totalWidth].map(l => length(l) / l.mm),
                    lies: lines.totalWidth.facing > 0.97 && lines.temple.facing < 0.2 };
                }""");
        assertEquals(Boolean.TRUE, seen.get("lies"));
        assertTrue(((Number) seen.get("totalWidth")).doubleValue() > 100);
        List<?> scales = (List<?>) seen.get("pxPerMm");
        double scale = ((Number) scales.getFirst()).doubleValue();
        for (Object other : scales) {
            assertEquals(scale, ((Number) other).doubleValue(), 0.02 * scale, "all in one plane");
        }
    }

    @Test
    void survivesALostContext() {
        int before = picture();
        page.evaluate("""
                async () => {
                  const restored = new Promise(resolve => viewer.on('context-restored', resolve));
                  const lost = new Promise(resolve => viewer.on('context-lost', resolve));
                  const handle = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
                  handle.loseContext();
                  await lost;
                  await new Promise(resolve => setTimeout(resolve));
                  handle.restoreContext();
                  await restored;
                }""");
        assertEquals(before, picture());
    }

    @Test
    void refusesWhatIsNoFrameAndNoVariant() {
        server.put("/text.glb", "no frame".getBytes());
        assertEquals(List.of("FRAME_INVALID", "RangeError", "CLOSED"), page.evaluate("""
                async () => {
                  const codes = [await viewer.setFrame('/text.glb').then(() => 'accepted', e => e.code)];
                  try { viewer.setVariant('nonesuch'); } catch (e) { codes.push(e.name); }
                  viewer.close();
                  viewer.close();
                  codes.push(await viewer.setFrame(null).then(() => 'accepted', e => e.code));
                  return codes;
                }"""));
    }

    @Test
    void dampersAreExactForAnyStep() {
        assertEquals(Boolean.TRUE, page.evaluate("""
                async () => {
                  const { Damper } = await import('/damper.js');
                  const once = new Damper(0);
                  const often = new Damper(0);
                  once.step(1, 100, 300);
                  for (let i = 0; i < 300; i++) often.step(1, 100, 1);
                  const closed = 1 - 4 * Math.exp(-3);
                  const still = once.value;
                  once.step(1, 100, 0);
                  once.step(1, 100, -5);
                  return Math.abs(often.value - closed) < 1e-9 && Math.abs(still - closed) < 1e-9 && once.value === still;
                }"""));
    }
}
