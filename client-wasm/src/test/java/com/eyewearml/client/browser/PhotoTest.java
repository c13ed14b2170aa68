package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BrowserTest
class PhotoTest {
    private final TestServer server = TestServer.of(TestServer.engineFiles());
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

    /** Error code, or size and the colours of the top and the bottom. */
    private Object photo(byte[] file) {
        server.put("/photo", file);
        return page.evaluate("""
                async () => {
                  const { loadPhoto, EngineError } = await import('/eyewearml.js');
                  const blob = await (await fetch('/photo')).blob();
                  try {
                    const photo = await loadPhoto(blob);
                    const canvas = new OffscreenCanvas(photo.width, photo.height).getContext('2d');
                    canvas.drawImage(photo, 0, 0);
                    const colour = (x, y) => { const [r, , b] = canvas.getImageData(x, y, 1, 1).data; return r > 128 ? 'red' : b > 128 ? 'blue' : 'dark'; };
                    return [photo.width, photo.height, colour(5, 5), colour(photo.width - 6, photo.height - 6), colour(5, photo.height - 6)];
                  } catch (e) {
                    if (!(e instanceof EngineError)) throw e;
                    return e.code;
                  }
                }""");
    }

    @Test
    void opensJpegAndPngAtTheirSize() throws IOException {
        assertEquals(List.of(300, 200, "red", "blue", "blue"), photo(TestPhotos.redOverBlue("jpg", 300, 200)));
        assertEquals(List.of(300, 200, "red", "blue", "blue"), photo(TestPhotos.redOverBlue("png", 300, 200)));
    }

    /** Orientation 6: the top of the scene is on the right of the stored picture; stored 300 x 200 is shown 200 x 300. */
    @Test
    void turnsPicturesUpright() throws IOException {
        byte[] stored = TestPhotos.redOverBlue("jpg", 300, 200);
        assertEquals(List.of(200, 300, "blue", "red", "blue"), photo(TestPhotos.withOrientation(stored, 6)));
        assertEquals(List.of(300, 200, "blue", "red", "red"), photo(TestPhotos.withOrientation(stored, 3)));
    }

    @Test
    void scalesFiftyMegapixelsDown() throws IOException {
        assertEquals(List.of(2048, 1366, "dark", "dark", "dark"), photo(TestPhotos.grey("jpg", 8660, 5775)));
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        byte[] noise = new byte[5000];
        new Random(3).nextBytes(noise);
        assertEquals("PHOTO_CORRUPT", photo(new byte[0]));
        assertEquals("PHOTO_CORRUPT", photo(new byte[] {(byte) 0xff}));
        assertEquals("PHOTO_CORRUPT", photo(noise));
        assertEquals("PHOTO_CORRUPT", photo("<!doctype html><title>404</title>".getBytes(StandardCharsets.UTF_8)));
        assertEquals("PHOTO_CORRUPT", photo(TestPhotos.pngHeader(500, 500)));
        assertEquals("PHOTO_CORRUPT", photo(TestPhotos.pngHeader(0, 500)));
    }

    @Test
    void refusesTooFewAndTooManyPixelsBeforeDecoding() throws IOException {
        assertEquals("PHOTO_TOO_SMALL", photo(TestPhotos.grey("png", 1, 1)));
        assertEquals("PHOTO_TOO_SMALL", photo(TestPhotos.grey("gif", 2000, 1)));
        assertEquals("PHOTO_TOO_LARGE", photo(TestPhotos.pngHeader(100_000, 100_000)));
    }

    /** Any flipped byte gives a picture or a typed error, nothing else. */
    @Test
    void damagedFilesGiveTypedErrors() throws IOException {
        Random random = new Random(11);
        for (String format : List.of("jpg", "png", "gif")) {
            byte[] good = TestPhotos.redOverBlue(format, 120, 100);
            for (int i = 0; i < 30; i++) {
                byte[] bad = i % 2 == 0 ? good.clone() : Arrays.copyOf(good, random.nextInt(good.length));
                if (bad.length > 0) {
                    bad[random.nextInt(Math.min(bad.length, 200))] ^= (byte) (1 << random.nextInt(8));
                }
                Object result = photo(bad);
                assertTrue(result instanceof List || result.toString().startsWith("PHOTO_"), String.valueOf(result));
            }
        }
    }
}
