package com.eyewearml.client.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Scenes as the renderer draws them, against pictures that somebody looked at. {@code -Dgoldens=rewrite} writes the pictures anew, to be
 * looked at before they are committed; a missing one fails.
 */
@BrowserTest
class GoldenTest {
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("goldens"));
    private static final Path SOURCES = Path.of("src/test/resources/com/eyewearml/client/golden/pictures");

    @TestFactory
    List<DynamicTest> everySceneLooksAsItDid(Chromium chromium) {
        List<DynamicTest> tests = new ArrayList<>();
        TestServer server = TestServer.of(TestServer.engineFiles());
        StagePage stage = new StagePage(chromium, server);
        for (Scene scene : Scene.all()) {
            tests.add(DynamicTest.dynamicTest(scene.name(), () -> check(scene, stage.draw(scene))));
        }
        tests.add(DynamicTest.dynamicTest("no errors in the page", () -> {
            stage.close();
            server.close();
        }));
        return tests;
    }

    private static void check(Scene scene, BufferedImage actual) throws IOException {
        if (REWRITE) {
            Image.write(actual, SOURCES.resolve(scene.name() + ".png"));
        }
        for (Scene.Expectation expectation : scene.expectations()) {
            assertEquals(expectation.luminance(), luminance(actual, expectation), expectation.tolerance(), expectation.source());
        }
        try (InputStream in = GoldenTest.class.getResourceAsStream("pictures/" + scene.name() + ".png")) {
            assertTrue(in != null || REWRITE, "there is no golden picture of " + scene.name() + "; write it by -Dgoldens=rewrite");
            if (!REWRITE) {
                compare(scene, ImageIO.read(in), actual);
            }
        }
    }

    private static double luminance(BufferedImage picture, Scene.Expectation region) {
        double sum = 0;
        for (int y = region.fromY(); y < region.toY(); y++) {
            for (int x = region.fromX(); x < region.toX(); x++) {
                int rgb = picture.getRGB(x, y);
                sum += 0.2126 * Image.linear(rgb >> 16 & 255) + 0.7152 * Image.linear(rgb >> 8 & 255) + 0.0722 * Image.linear(rgb & 255);
            }
        }
        return sum / ((region.toX() - region.fromX()) * (region.toY() - region.fromY()));
    }

    private static void compare(Scene scene, BufferedImage golden, BufferedImage actual) throws IOException {
        assertEquals(golden.getWidth(), actual.getWidth());
        assertEquals(golden.getHeight(), actual.getHeight());
        BufferedImage difference = new BufferedImage(golden.getWidth(), golden.getHeight(), BufferedImage.TYPE_INT_RGB);
        int failing = 0;
        for (int i = 0; i < golden.getWidth() * golden.getHeight(); i++) {
            int x = i % golden.getWidth();
            int y = i / golden.getWidth();
            int most = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                most = Math.max(most, Math.abs((golden.getRGB(x, y) >> shift & 255) - (actual.getRGB(x, y) >> shift & 255)));
            }
            failing += most > scene.largestDifference() ? 1 : 0;
            difference.setRGB(x, y, Math.min(255, 8 * most) * 0x10101);
        }
        double share = (double) failing / (golden.getWidth() * golden.getHeight());
        if (share > scene.failingShare()) {
            Image.write(golden, TestPage.ARTIFACTS.resolve(scene.name() + "-golden.png"));
            Image.write(actual, TestPage.ARTIFACTS.resolve(scene.name() + "-actual.png"));
            Image.write(difference, TestPage.ARTIFACTS.resolve(scene.name() + "-difference.png"));
        }
        assertTrue(share <= scene.failingShare(), scene.name() + ": " + 100 * share + " % of the pixels differ by more than "
                + scene.largestDifference() + " levels, at most " + 100 * scene.failingShare() + " % may; see " + TestPage.ARTIFACTS);
    }

    /** A scene that changes must not pass for one that does not. */
    @Test
    void scenesDifferFromEachOther(Chromium chromium) throws IOException {
        List<Scene> scenes = Scene.all();
        assertTrue(scenes.size() >= 10, "at least ten scenes, found " + scenes.size());
        assertEquals(scenes.size(), scenes.stream().map(Scene::name).distinct().count());
    }
}
