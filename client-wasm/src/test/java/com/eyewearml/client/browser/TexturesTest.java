package com.eyewearml.client.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfMaterial.Specular;
import com.eyewearml.gltf.TextureSlot;
import com.eyewearml.gltf.TextureUse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Textures of a frame's materials, seen on a plate straight in front of the camera. */
@BrowserTest
class TexturesTest {
    private static final int TOLERANCE_LEVELS = 2;
    private static final int RED = 0xc80000;
    private static final int GREEN = 0x00c800;
    private static final int BLUE = 0x0000c8;
    private static final int GREY = 0x646464;

    private final TestServer server = TestServer.of(TestServer.engineFiles());
    private TestPage page;

    @BeforeEach
    void open(Chromium chromium) throws IOException {
        page = chromium.open(Camera.none(), server.url("/"));
        page.evaluate(PageScripts.read("stage-page.js"), Map.of("width", 640, "height", 480));
    }

    @AfterEach
    void close() {
        page.close();
        server.close();
    }

    @Test
    void showTheirColoursTheRightWayUp() throws IOException {
        server.put("/plate.glb", TestFrames.plate(false, List.of(glowing(TextureUse.of(0))), List.of(), List.of(quarters())));
        assertEquals(List.of(RED, GREEN, BLUE, GREY), quartersOf("/plate.glb", 0));
    }

    @Test
    void areTransformed() throws IOException {
        TextureUse turned = new TextureUse(0, 0, 1, new float[] {-1, 0, 1, 0, 1, 0});
        server.put("/plate.glb", TestFrames.plate(false, List.of(glowing(turned)), List.of(), List.of(quarters())));
        assertEquals(List.of(GREEN, RED, GREY, BLUE), quartersOf("/plate.glb", 0));
    }

    @Test
    void changeWithTheVariant() throws IOException {
        GltfMaterial plain = GltfMaterial.opaque("dark", new float[] {0, 0, 0, 1}, 0, 1).withSpecular(new Specular(0, new float[3]));
        server.put("/plate.glb", TestFrames.plate(false, List.of(plain, glowing(TextureUse.of(0))), List.of("lit"), List.of(quarters())));
        assertEquals(List.of(0, 0, 0, 0), quartersOf("/plate.glb", 0));
        assertEquals(List.of(RED, GREEN, BLUE, GREY), quartersOf("/plate.glb", 1));
    }

    /** The studio is brighter above than below. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tiltNormalsUpWhereGreenIsHigh(boolean tangents) throws IOException {
        GltfMaterial white = GltfMaterial.opaque("white", new float[] {0.5f, 0.5f, 0.5f, 1}, 0, 1)
                .withTextures(Map.of(TextureSlot.NORMAL, TextureUse.of(0)));
        byte[] upLeftDownRight = png(0x80dada, 0x8026da, 0x80dada, 0x8026da);
        server.put("/plate.glb", TestFrames.plate(tangents, List.of(white), List.of(), List.of(upLeftDownRight)));
        List<Integer> seen = quartersOf("/plate.glb", 0);
        assertTrue((seen.get(0) & 255) > (seen.get(1) & 255) + 15, "left " + (seen.get(0) & 255) + ", right " + (seen.get(1) & 255));
    }

    @Test
    void thatCannotBeDecodedAreAFrameThatCannotBeUsed() {
        server.put("/plate.glb", TestFrames.plate(false, List.of(glowing(TextureUse.of(0))), List.of(), List.of(new byte[] {1, 2, 3})));
        assertEquals("FRAME_INVALID", page.evaluate("() => test.setFrame('/plate.glb').then(() => 'accepted', e => e.code)"));
    }

    /** Colours in the middle of the quarters: upper left, upper right, lower left, lower right; grey levels within the tolerance. */
    private List<Integer> quartersOf(String frame, int look) {
        List<?> seen = (List<?>) page.evaluate("""
                async ([frame, look]) => {
                  await test.setFrame(frame);
                  test.viewer.setLook(look);
                  test.viewer.setPlainBackdrop(0, 0, 0);
                  const { data } = test.through({ focal: 2, distance: 200 });
                  const pxPerMm = 2 * 240 / 200;
                  return [[-20, 10], [20, 10], [-20, -10], [20, -10]].map(([x, y]) => {
                    const at = 4 * (640 * Math.round(240 - y * pxPerMm) + Math.round(320 + x * pxPerMm));
                    return [...data.subarray(at, at + 3)];
                  });
                }""", List.of(frame, look));
        return seen.stream().map(TexturesTest::snapped).toList();
    }

    /** The colour of the picture, if it is one of them. */
    private static Integer snapped(Object channels) {
        List<?> c = (List<?>) channels;
        int r = ((Number) c.get(0)).intValue();
        int g = ((Number) c.get(1)).intValue();
        int b = ((Number) c.get(2)).intValue();
        for (int known : new int[] {RED, GREEN, BLUE, GREY, 0}) {
            if (Math.abs((known >> 16) - r) <= TOLERANCE_LEVELS && Math.abs((known >> 8 & 255) - g) <= TOLERANCE_LEVELS
                    && Math.abs((known & 255) - b) <= TOLERANCE_LEVELS) {
                return known;
            }
        }
        return r << 16 | g << 8 | b;
    }

    /** Sends out the texture's light and reflects none. */
    static GltfMaterial glowing(TextureUse use) {
        GltfMaterial black = GltfMaterial.opaque("glowing", new float[] {0, 0, 0, 1}, 0, 1);
        return new GltfMaterial(black.name(), black.baseColour(), 0, 1, black.ior(), black.transmission(), black.clearcoat(),
                new Specular(0, new float[3]), black.iridescence(), new float[] {1, 1, 1}, black.alpha(), false,
                Map.of(TextureSlot.EMISSION, use));
    }

    static byte[] quarters() throws IOException {
        return png(RED, GREEN, BLUE, GREY);
    }

    private static byte[] png(int upperLeft, int upperRight, int lowerLeft, int lowerRight) throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            boolean right = i % 16 >= 8;
            image.setRGB(i % 16, i / 16, i < 128 ? right ? upperRight : upperLeft : right ? lowerRight : lowerLeft);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
