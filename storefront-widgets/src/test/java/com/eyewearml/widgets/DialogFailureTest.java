package com.eyewearml.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every failure tells what happened, offers a next step and leaves the page usable. */
@BrowserTest
class DialogFailureTest {
    private final ShopWindow window = new ShopWindow();

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void withoutACameraAPhotoIsOffered(Chromium chromium) {
        try (Dialog dialog = Dialog.open(chromium, Camera.none(), window)) {
            dialog.awaitHeading("No camera found");
            assertEquals(Map.of("code", "CAMERA_NOT_FOUND"), dialog.awaitEvent("camera-denied"));
            assertTrue(dialog.button("Choose a photo").isVisible());
            assertStillUsable(dialog);
        }
    }

    @Test
    void theCameraIsAskedForOnlyAfterAChoiceAndDenialLeadsToAPhoto(Chromium chromium) {
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            assertEquals(0, dialog.test().evaluate("() => cameraRequests"));
            dialog.page().getByText("Use the camera").click();
            dialog.awaitHeading("The camera is blocked");
            assertTrue(dialog.page().getByText("address bar").isVisible(), "how to lift the block in Chromium");
            assertTrue(dialog.button("Choose a photo").isVisible());
            assertStillUsable(dialog);
        }
    }

    @Test
    void aCatalogueThatFailsCanBeFetchedAgain(Chromium chromium) {
        window.server().fail(ShopWindow.CATALOGUE, 503);
        try (Dialog dialog = Dialog.open(chromium, Camera.denied(), window)) {
            dialog.awaitHeading("The frames could not be fetched");
            window.restoreCatalogue();
            dialog.button("Try again").click();
            dialog.awaitChoice();
        }
    }

    @Test
    void anEngineFileThatFailsCanBeFetchedAgain(Chromium chromium) throws IOException {
        window.server().fail(ShopWindow.ENGINE + "engine.wasm", 503);
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            dialog.choosePhoto("blank.png", "image/png", Photos.blank(320, 240));
            dialog.awaitHeading("The connection broke off");
            window.restoreEngineFile("engine.wasm");
            dialog.button("Try again").click();
            dialog.awaitHeading("No face in this photo");
        }
    }

    @Test
    void aDamagedModelAsksForAReload(Chromium chromium) {
        window.server().put(ShopWindow.ENGINE + "landmarker.ewml", new byte[2000]);
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            dialog.choosePhoto("blank.png", "image/png", Photos.blank(320, 240));
            dialog.awaitEvent("error");
            assertTrue(dialog.button("Reload the page").isVisible());
            assertStillUsable(dialog);
        }
    }

    @Test
    void webAssemblyBlockedByPolicyIsNamed(Chromium chromium) {
        window.server().policy(TestServer.POLICY_WITHOUT_WASM + "; img-src 'self' blob:");
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            dialog.choosePhoto("blank.png", "image/png", Photos.blank(320, 240));
            dialog.awaitHeading("This page blocks the mirror");
            assertStillUsable(dialog);
        }
    }

    @Test
    void aBrowserWithoutWebGl2IsTold(Chromium chromium) {
        try (Dialog dialog = Dialog.visit(chromium, Camera.denied(), window)) {
            dialog.test().evaluate("() => { HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {"
                    + "apply: (get, canvas, args) => args[0] === 'webgl2' ? null : get.apply(canvas, args) }); }");
            dialog.tryOn().click();
            dialog.awaitChoice();
            dialog.choosePhoto("blank.png", "image/png", Photos.blank(320, 240));
            dialog.awaitHeading("Your browser cannot draw the glasses");
            assertStillUsable(dialog);
        }
    }

    @Test
    void unusablePhotosAreExplainedOneByOne(Chromium chromium) {
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            dialog.choosePhoto("blank.png", "image/png", Photos.blank(640, 480));
            dialog.awaitHeading("No face in this photo");
            dialog.choosePhoto("dot.png", "image/png", Photos.blank(1, 1));
            dialog.awaitHeading("This picture is too small");
            dialog.choosePhoto("broken.jpg", "image/jpeg", new byte[] {-1, -40, -1, -32, 0, 16, 74, 70});
            dialog.awaitHeading("This file is not a readable picture");
            assertStillUsable(dialog);
        }
    }

    @Test
    void everyCodeOfTheEngineHasItsOwnWordsAndANextStep(Chromium chromium) {
        try (Dialog dialog = Dialog.visit(chromium, Camera.denied(), window)) {
            Object undescribed = dialog.test().evaluate("""
                    async () => {
                      const [{ ErrorCode }, { describeFailure }, { texts }] = await Promise.all([import('/engine/eyewearml.js'),
                          import('/widgets/try-on/failures.js'), import('/widgets/try-on/language/index.js')]);
                      const text = texts('en-GB');
                      return Object.keys(ErrorCode).filter(code => code !== 'CLOSED').filter(code => {
                        const failure = describeFailure({ code, message: 'x' }, text, { samples: false });
                        return failure.code !== code || !failure.title || !failure.explanation || failure.steps.length === 0
                            || failure.steps.some(step => !text(step));
                      });
                    }""");
            assertEquals(List.of(), undescribed);
        }
    }

    private static void assertStillUsable(Dialog dialog) {
        dialog.page().keyboard().press("Escape");
        dialog.awaitOpen(false);
        assertEquals("Try on", dialog.test().evaluate("() => document.activeElement.textContent"), "focus returns to the button");
        assertEquals("", dialog.test().evaluate("() => document.documentElement.style.overflow"), "the page scrolls again");
        dialog.tryOn().click();
        dialog.awaitOpen(true);
    }
}
