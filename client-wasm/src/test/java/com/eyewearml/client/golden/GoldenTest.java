package com.eyewearml.client.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestServer;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Scenes as the renderer draws them, against pictures that somebody looked at. {@code -Dgoldens=rewrite} writes the pictures anew, to be
 * looked at before they are committed; a missing one fails.
 */
@BrowserTest
class GoldenTest {
    @TestFactory
    List<DynamicTest> everySceneLooksAsItDid(Chromium chromium) {
        List<DynamicTest> tests = new ArrayList<>();
        TestServer server = TestServer.of(TestServer.engineFiles());
        StagePage stage = new StagePage(chromium, server);
        for (Scene scene : Scene.all()) {
            tests.add(DynamicTest.dynamicTest(scene.name(), () -> check(scene, stage.draw(scene))));
        }
        tests.add(DynamicTest.dynamicTest("after the context was lost and restored", () -> {
            stage.loseContexts();
            Scene scene = Scene.all().getFirst();
            check(scene, stage.draw(scene));
        }));
        tests.add(DynamicTest.dynamicTest("no errors in the page", () -> {
            stage.close();
            server.close();
        }));
        return tests;
    }

    private static void check(Scene scene, BufferedImage actual) throws IOException {
        GoldenPicture.check(scene.name(), actual, scene.largestDifference(), scene.failingShare());
        for (Scene.Expectation expectation : scene.expectations()) {
            assertEquals(expectation.luminance(), Image.luminance(actual, expectation.regionPx()), expectation.tolerance(),
                    expectation.source());
        }
    }

    @TestFactory
    List<DynamicTest> everyFrameLooksAsItDidOnItsFace(Chromium chromium) {
        List<DynamicTest> tests = new ArrayList<>();
        TestServer server = TestServer.of(TestServer.engineFiles());
        WornPage page = new WornPage(chromium, server);
        for (WornScene scene : WornScene.all()) {
            tests.add(DynamicTest.dynamicTest(scene.name(), () -> check(scene, page)));
        }
        tests.add(DynamicTest.dynamicTest("no errors in the page", () -> {
            page.close();
            server.close();
        }));
        return tests;
    }

    private static void check(WornScene scene, WornPage page) throws IOException {
        BufferedImage actual = page.draw(scene, true);
        GoldenPicture.check(scene.name(), actual, scene.largestDifference(), scene.failingShare());
        BufferedImage photograph = page.photograph(scene);
        for (Rectangle region : scene.photograph()) {
            for (int i = 0; i < region.width * region.height; i++) {
                int x = region.x + i % region.width;
                int y = region.y + i / region.width;
                assertTrue(Image.largestDifference(photograph.getRGB(x, y), actual.getRGB(x, y)) <= 2,
                        () -> "the head hides the frame at " + x + ", " + y);
            }
        }
        BufferedImage unshaded = page.draw(scene, false);
        for (WornScene.Shade shade : scene.shaded()) {
            double left = Image.luminance(actual, shade.regionPx()) / Image.luminance(unshaded, shade.regionPx());
            assertTrue(left >= shade.least() && left <= shade.most(), () -> "the frame leaves " + left + " of the light at "
                    + shade.regionPx() + ", expected " + shade.least() + " to " + shade.most());
        }
    }
}
