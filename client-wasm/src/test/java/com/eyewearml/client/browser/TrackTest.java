package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code track} makes of its arguments. */
@BrowserTest
class TrackTest {
    private final TestServer server = TestModels.server();
    private TestPage page;

    @BeforeEach
    void open(Chromium chromium) {
        page = chromium.open(Camera.none(), server.url("/"));
    }

    @AfterEach
    void close() {
        page.close();
        server.close();
    }

    @Test
    void acceptsEverySource() {
        assertEquals(List.of(false, false, false, false, false, false, false), page.evaluate("""
                async () => {
                  const { load } = await import('/eyewearml.js');
                  const engine = await load();
                  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
                  canvas.getContext('2d').fillRect(0, 0, 10, 10);
                  const offscreen = new OffscreenCanvas(1500, 1000);
                  const data = offscreen.getContext('2d').getImageData(0, 0, 1500, 1000);
                  const image = new Image();
                  image.src = canvas.toDataURL();
                  await image.decode();
                  const bitmap = await createImageBitmap(canvas);
                  const notReady = document.createElement('video');
                  const sources = [canvas, offscreen, data, image, bitmap, notReady, new Image()];
                  return sources.map((source, i) => engine.track(source, 40 * i).found);
                }"""));
    }

    @Test
    void refusesWrongArguments() {
        assertEquals(List.of("TypeError", "TypeError", "TypeError", "TypeError"), page.evaluate("""
                async () => {
                  const { load } = await import('/eyewearml.js');
                  const engine = await load();
                  const data = new ImageData(64, 64);
                  const name = f => { try { f(); return 'nothing thrown'; } catch (e) { return e.name; } };
                  return [() => engine.track('photo.jpg', 0), () => engine.track(null, 0), () => engine.track({}, 0),
                      () => engine.track(data, NaN)].map(name);
                }"""));
    }

    @Test
    void everythingAfterCloseIsATypedError() {
        assertEquals(List.of("CLOSED", "CLOSED", "nothing thrown"), page.evaluate("""
                async () => {
                  const { load } = await import('/eyewearml.js');
                  const engine = await load();
                  engine.close();
                  const code = f => { try { f(); return 'nothing thrown'; } catch (e) { return e.code; } };
                  return [() => engine.track(new ImageData(64, 64), 0), () => engine.reset(), () => engine.close()].map(code);
                }"""));
    }

    @Test
    void aPictureOfAnotherSiteIsATypedErrorAndHarmsNoLaterPicture() throws IOException {
        server.put("/other.png", TestPhotos.grey("png", 64, 64)).policy("script-src 'self' 'wasm-unsafe-eval'");
        page.page().reload();
        assertEquals(List.of("PICTURE_PROTECTED", false), page.evaluate("""
                async () => {
                  const { load } = await import('/eyewearml.js');
                  const engine = await load();
                  const image = new Image();
                  image.src = location.href.replace('127.0.0.1', 'localhost') + 'other.png';
                  await image.decode();
                  const code = f => { try { return f(); } catch (e) { return e.code; } };
                  return [code(() => engine.track(image, 0)), engine.track(new ImageData(64, 64), 40).found];
                }"""));
    }
}
