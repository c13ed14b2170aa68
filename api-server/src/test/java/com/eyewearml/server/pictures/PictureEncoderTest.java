package com.eyewearml.server.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is encoded is looked at by a browser, which has decoders of its own. */
class PictureEncoderTest {
    private static final int TOLERANCE = 12;

    /** Width, height and the colours of some points, as the browser sees them. */
    private static List<List<Integer>> seen(byte[] file, String mediaType, List<List<Integer>> points) {
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")))) {
            Page page = browser.newPage();
            @SuppressWarnings("unchecked")
            List<List<Integer>> seen = (List<List<Integer>>) page.evaluate("""
                    async ({url, points}) => {
                        const image = new Image();
                        image.src = url;
                        await image.decode();
                        const canvas = document.createElement('canvas');
                        canvas.width = image.naturalWidth;
                        canvas.height = image.naturalHeight;
                        const context = canvas.getContext('2d');
                        context.drawImage(image, 0, 0);
                        return [[canvas.width, canvas.height], ...points.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data])];
                    }
                    """, Map.of("url", "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(file), "points", points));
            return seen;
        }
    }

    private static void assertColour(Color expected, List<Integer> rgba) {
        int[] channels = {expected.getRed(), expected.getGreen(), expected.getBlue()};
        for (int c = 0; c < 3; c++) {
            assertTrue(Math.abs(channels[c] - rgba.get(c)) <= TOLERANCE, expected + " is seen as " + rgba);
        }
    }

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void scalesAndKeepsColours(PictureFormat format) {
        byte[] file = PictureEncoder.encode(TestPictures.flag(1200, 800), 321, 215, format);
        List<List<Integer>> seen = seen(file, format.mediaType(), List.of(List.of(10, 10), List.of(100, 150), List.of(300, 150)));
        assertEquals(List.of(321, 215), seen.getFirst());
        assertColour(new Color(30, 160, 30), seen.get(1));
        assertColour(new Color(200, 30, 30), seen.get(2));
        assertColour(new Color(30, 30, 200), seen.get(3));
    }

    @Test
    void transparencyStaysInWebpAndBecomesWhiteInJpeg() {
        BufferedImage clear = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB);
        List<Integer> webp = seen(PictureEncoder.encode(clear, 100, 50, PictureFormat.WEBP), "image/webp", List.of(List.of(50, 25))).get(1);
        assertEquals(0, webp.get(3));
        List<Integer> jpeg = seen(PictureEncoder.encode(clear, 100, 50, PictureFormat.JPEG), "image/jpeg", List.of(List.of(50, 25))).get(1);
        assertColour(Color.WHITE, jpeg);
    }

    @Test
    void newFormatsAreSmaller() {
        BufferedImage photo = TestPictures.gradient(1600, 1067);
        int jpeg = PictureEncoder.encode(photo, 960, 640, PictureFormat.JPEG).length;
        int webp = PictureEncoder.encode(photo, 960, 640, PictureFormat.WEBP).length;
        int avif = PictureEncoder.encode(photo, 960, 640, PictureFormat.AVIF).length;
        assertTrue(webp < jpeg && avif < jpeg, "JPEG " + jpeg + ", WebP " + webp + ", AVIF " + avif + " bytes");
    }

    @Test
    void readerTurnsAsTheCameraSays() {
        PictureReader reader = new PictureReader();
        // The flag's green corner, top left in the file, is seen where the orientation puts it.
        Map<Integer, int[]> greenAt = Map.of(1, new int[] {0, 0}, 2, new int[] {1, 0}, 3, new int[] {1, 1}, 4, new int[] {0, 1},
                5, new int[] {0, 0}, 6, new int[] {1, 0}, 7, new int[] {1, 1}, 8, new int[] {0, 1});
        greenAt.forEach((orientation, corner) -> {
            PictureReader.Picture picture = reader.read(new ByteArrayInputStream(TestPictures.turned(TestPictures.flag(400, 200), orientation)), 400);
            assertEquals(orientation > 4 ? new PictureSize(200, 400) : new PictureSize(400, 200), picture.size());
            int x = corner[0] == 0 ? 10 : picture.pixels().getWidth() - 11;
            int y = corner[1] == 0 ? 10 : picture.pixels().getHeight() - 11;
            Color seen = new Color(picture.pixels().getRGB(x, y));
            assertColour(new Color(30, 160, 30), List.of(seen.getRed(), seen.getGreen(), seen.getBlue()));
        });
    }
}
