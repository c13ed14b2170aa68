package com.eyewearml.client.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.TestPage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures that somebody looked at. {@code -Dgoldens=rewrite} writes them anew, to be looked at before they are committed. */
final class GoldenPicture {
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("goldens"));
    private static final Path SOURCES = Path.of("src/test/resources/com/eyewearml/client/golden/pictures");

    private GoldenPicture() { }

    /**
     * Compares with the golden picture of that name; without one, fails.
     *
     * @param largestDifference most by which a channel may differ without counting as failing, of 255
     * @param failingShare      share of the pixels that may
     */
    static void check(String name, BufferedImage actual, int largestDifference, double failingShare) throws IOException {
        if (REWRITE) {
            Image.write(actual, SOURCES.resolve(name + ".png"));
            return;
        }
        try (InputStream in = GoldenPicture.class.getResourceAsStream("pictures/" + name + ".png")) {
            assertNotNull(in, "there is no golden picture of " + name + "; write it by -Dgoldens=rewrite");
            compare(name, ImageIO.read(in), actual, largestDifference, failingShare);
        }
    }

    private static void compare(String name, BufferedImage golden, BufferedImage actual, int largestDifference, double failingShare)
            throws IOException {
        assertEquals(golden.getWidth(), actual.getWidth());
        assertEquals(golden.getHeight(), actual.getHeight());
        BufferedImage difference = new BufferedImage(golden.getWidth(), golden.getHeight(), BufferedImage.TYPE_INT_RGB);
        int failing = 0;
        for (int i = 0; i < golden.getWidth() * golden.getHeight(); i++) {
            int x = i % golden.getWidth();
            int y = i / golden.getWidth();
            int most = Image.largestDifference(golden.getRGB(x, y), actual.getRGB(x, y));
            failing += most > largestDifference ? 1 : 0;
            difference.setRGB(x, y, Math.min(255, 8 * most) * 0x10101);
        }
        double share = (double) failing / (golden.getWidth() * golden.getHeight());
        if (share > failingShare) {
            Image.write(golden, TestPage.ARTIFACTS.resolve(name + "-golden.png"));
            Image.write(actual, TestPage.ARTIFACTS.resolve(name + "-actual.png"));
            Image.write(difference, TestPage.ARTIFACTS.resolve(name + "-difference.png"));
        }
        assertTrue(share <= failingShare, name + ": " + 100 * share + " % of the pixels differ by more than " + largestDifference
                + " levels, at most " + 100 * failingShare + " % may; see " + TestPage.ARTIFACTS);
    }
}
