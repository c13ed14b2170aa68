package com.eyewearml.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The frame in 3D, beside a product's pictures and in the dialog. */
@BrowserTest
class ViewerTest {
    private final ShopWindow window = new ShopWindow();

    @AfterEach
    void closeWindow() {
        window.close();
    }

    private static void awaitViewed(Dialog dialog) {
        dialog.page().waitForFunction("() => globalThis.viewed > 0");
        dialog.page().waitForTimeout(300);
    }

    private Dialog visit(Chromium chromium) {
        Dialog dialog = Dialog.visit(chromium, Camera.denied(), window);
        dialog.test().evaluate("""
                () => {
                  globalThis.viewed = 0;
                  document.addEventListener('eyewearml:viewed', () => { viewed++; });
                }""");
        return dialog;
    }

    @Test
    void aPictureBecomesTheFrameIn3dWithoutCameraOrNetworks(Chromium chromium) {
        try (Dialog dialog = visit(chromium)) {
            List<String> asked = new ArrayList<>();
            dialog.page().onRequest((Request request) -> asked.add(request.url()));
            dialog.button("View in 3D").click();
            awaitViewed(dialog);
            assertEquals(0, dialog.test().evaluate("() => cameraRequests"));
            assertTrue(asked.stream().noneMatch(url -> url.endsWith(".ewml")), asked.toString());
            assertEquals(0, dialog.page().locator("[data-dimension]").count());

            dialog.button("Dimensions").click();
            Locator totalWidth = dialog.page().locator("[data-dimension=totalWidth] text");
            assertEquals(Math.round(window.frame(0).dimensions().totalWidthMm()) + " mm", totalWidth.textContent());
            dialog.test().screenshot("viewer-dimensions");
            String before = totalWidth.getAttribute("x");
            dialog.page().locator("canvas").focus();
            dialog.page().keyboard().press("ArrowLeft");
            dialog.page().waitForFunction("before => document.querySelector('eyewear-viewer').shadowRoot"
                    + ".querySelector('[data-dimension=totalWidth] text').getAttribute('x') !== before", before);
            assertEquals(List.of(), new AxeBuilder(dialog.page()).analyze().getViolations().stream()
                    .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact())).map(rule -> rule.getId() + rule.getNodes()).toList());

            dialog.button("View in 3D").click();
            assertEquals(0, dialog.page().locator("canvas").count());
        }
    }

    @Test
    void theDialogShowsTheFrameIn3dWhereTheCameraIsDenied(Chromium chromium) {
        try (Dialog dialog = visit(chromium)) {
            dialog.tryOn().click();
            dialog.awaitChoice();
            dialog.test().screenshot("viewer-choice");
            dialog.page().getByText("Use the camera").click();
            dialog.awaitHeading("The camera is blocked");
            dialog.page().locator("dialog").getByText("View in 3D").first().click();
            awaitViewed(dialog);
            dialog.test().screenshot("viewer-dialog");
            int first = dialog.page().locator("eyewear-viewer canvas").screenshot().length;
            dialog.radio(window.frame(1).name()).focus();
            dialog.page().keyboard().press("Space");
            dialog.page().waitForFunction("() => viewed > 1");
            dialog.page().waitForTimeout(500);
            assertNotEquals(first, dialog.page().locator("eyewear-viewer canvas").screenshot().length, "another frame");
            dialog.button("Try it on").click();
            dialog.awaitChoice();
            assertEquals(0, dialog.page().locator("eyewear-viewer").count());
        }
    }

    private Locator matchLight(Dialog dialog) {
        return dialog.page().getByRole(AriaRole.SWITCH);
    }

    @Test
    void theLightOfThePictureCanBeLeftOutAndTheFrameMoved(Chromium chromium) throws Exception {
        byte[] portrait = Faces.portrait();
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            dialog.choosePhoto("me.jpg", "image/jpeg", portrait);
            dialog.awaitEvent("ready");
            dialog.button("Adjust").click();
            int matched = dialog.picture();
            matchLight(dialog).click();
            assertNotEquals(matched, dialog.picture(), "without the picture's light");
            matchLight(dialog).click();
            assertEquals("true", matchLight(dialog).getAttribute("aria-checked"));
            assertEquals(matched, dialog.picture());

            dialog.page().getByLabel("Along the nose").focus();
            for (int i = 0; i < 8; i++) {
                dialog.page().keyboard().press("ArrowRight");
            }
            int moved = dialog.picture();
            assertNotEquals(matched, moved, "lower on the nose");
            dialog.test().screenshot("mirror-adjust");
            assertEquals(List.of(), new AxeBuilder(dialog.page()).analyze().getViolations().stream()
                    .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact())).map(rule -> rule.getId() + rule.getNodes()).toList());
            dialog.page().setViewportSize(390, 844);
            dialog.page().waitForTimeout(500);
            dialog.test().screenshot("mirror-adjust-phone");
            dialog.page().setViewportSize(1280, 720);
            dialog.page().waitForTimeout(500);
            dialog.button("Undo").click();
            assertNotEquals(moved, dialog.picture());
            dialog.button("Reset").waitFor();
            dialog.page().getByLabel("Tilt").focus();
            dialog.page().keyboard().press("ArrowRight");
            dialog.button("Reset").click();
            assertTrue(dialog.button("Reset").isDisabled());

            dialog.page().keyboard().press("Escape");
            dialog.page().getByRole(AriaRole.SWITCH).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            dialog.awaitOpen(true);
        }
    }

    @Test
    void lensesAreChosenAndChangeThePicture(Chromium chromium) throws Exception {
        byte[] portrait = Faces.portrait();
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            dialog.choosePhoto("me.jpg", "image/jpeg", portrait);
            dialog.awaitEvent("ready");
            dialog.button("Adjust").click();
            dialog.page().getByText("Sun", new Page.GetByTextOptions().setExact(true)).click();
            int dark = dialog.picture();
            dialog.page().getByLabel("Light that passes").fill("60");
            assertNotEquals(dark, dialog.picture(), "more light passes");
            dialog.test().screenshot("mirror-lenses");
            double stageWidth = dialog.page().locator("dialog .stage").boundingBox().width;
            double sheetLeft = dialog.page().locator("dialog .sheet").boundingBox().x;
            assertTrue(sheetLeft >= dialog.page().locator("dialog .stage").boundingBox().x + stageWidth - 1, "the face stays in sight");
            assertTrue(dialog.page().locator("dialog .stage").boundingBox().height > 400, "the picture keeps its size");
            dialog.page().getByText("Light-adaptive").click();
            int clear = dialog.picture();
            dialog.button("Step outdoors").click();
            dialog.page().waitForTimeout(3000);
            assertNotEquals(clear, dialog.picture(), "darker outdoors");
            dialog.page().getByText("As designed").click();
        }
    }
}
