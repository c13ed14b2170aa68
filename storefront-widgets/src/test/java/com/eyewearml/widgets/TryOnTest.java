package com.eyewearml.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of a shopper with a photo: wear, change, take a picture, put into the bag, leave. */
@BrowserTest
class TryOnTest {
    private final ShopWindow window = new ShopWindow();

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void wearsChangesSnapsAndBuysByKeyboardAlone(Chromium chromium) throws IOException {
        byte[] portrait = Faces.portrait();
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            dialog.choosePhoto("me.jpg", "image/jpeg", portrait);
            dialog.awaitEvent("ready");
            int first = dialog.picture();
            dialog.test().screenshot("dialog-photo");

            dialog.page().keyboard().press("ArrowRight");
            assertEquals(worn(window, 1), dialog.awaitEvent("frame-loaded"));
            assertNotEquals(first, dialog.picture(), "another frame is drawn");
            assertEquals(1, dialog.test().evaluate("() => performance.getEntriesByType('navigation').length"), "without reloading");

            dialog.button("Take a picture").focus();
            dialog.page().keyboard().press("Enter");
            dialog.awaitEvent("snapshot");
            Download download = dialog.page().waitForDownload(() -> dialog.page().getByText("Save").click());
            assertEquals(window.frame(1).slug() + "-gold.jpg", download.suggestedFilename());
            assertTrue(ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(download.path()))).getWidth() > 300, "a picture was saved");

            dialog.button("Add to bag").focus();
            dialog.page().keyboard().press("Space");
            Map<String, Object> bought = dialog.awaitEvent("add-to-cart");
            assertEquals(window.frame(1).variants().getFirst().sku(), bought.get("sku"));

            dialog.page().keyboard().press("Escape");
            dialog.awaitEvent("close");
            dialog.awaitOpen(false);
        }
    }

    @Test
    void nothingOfTheFaceLeavesThePage(Chromium chromium) throws IOException {
        byte[] portrait = Faces.portrait();
        try (Dialog dialog = Dialog.visit(chromium, Camera.denied(), window)) {
            List<Request> requests = new ArrayList<>();
            dialog.page().onRequest(requests::add);
            dialog.tryOn().click();
            dialog.awaitChoice();
            dialog.choosePhoto("me.jpg", "image/jpeg", portrait);
            dialog.awaitEvent("ready");
            dialog.page().keyboard().press("ArrowRight");
            dialog.awaitEvent("frame-loaded");
            dialog.button("Take a picture").click();
            dialog.awaitEvent("snapshot");
            dialog.page().keyboard().press("Escape");

            String origin = window.server().url("/");
            for (Request request : requests) {
                if (request.url().startsWith("blob:" + origin)) {
                    continue;
                }
                assertEquals("GET", request.method(), request.url());
                assertTrue(request.url().startsWith(origin), "leaves the origin: " + request.url());
                assertEquals(-1, request.url().indexOf('?'), "carries parameters: " + request.url());
            }
            Set<String> details = new TreeSet<>(dialog.detailNames());
            assertEquals(new TreeSet<>(Set.of("frame", "sku")), details, "events tell which frame, nothing else");
            assertEquals(List.of(), dialog.test().evaluate("() => Object.keys(localStorage).filter(key => localStorage[key].length > 10)"),
                    "nothing longer than a word is stored");
        }
    }

    @Test
    void hasNoSeriousAccessibilityViolation(Chromium chromium) throws IOException {
        byte[] portrait = Faces.portrait();
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            assertAccessible(dialog, "choice");
            dialog.choosePhoto("blank.png", "image/png", Photos.blank(320, 240));
            dialog.awaitHeading("No face in this photo");
            assertAccessible(dialog, "failure");
            dialog.choosePhoto("me.jpg", "image/jpeg", portrait);
            dialog.awaitEvent("ready");
            assertAccessible(dialog, "mirror");
            dialog.button("Take a picture").click();
            dialog.awaitEvent("snapshot");
            assertAccessible(dialog, "snapshot");
        }
    }

    private static void assertAccessible(Dialog dialog, String screen) {
        List<String> violations = new AxeBuilder(dialog.page()).analyze().getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getNodes()).toList();
        assertEquals(List.of(), violations, screen);
    }

    private static Map<String, Object> worn(ShopWindow window, int frame) {
        return Map.of("frame", window.frame(frame).slug(), "sku", window.frame(frame).variants().getFirst().sku());
    }
}
