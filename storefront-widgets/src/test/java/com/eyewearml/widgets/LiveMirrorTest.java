package com.eyewearml.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dialog on a camera that shows a head turning to and fro. */
@BrowserTest
class LiveMirrorTest {
    private static final Path CLIP = Path.of("..", "face-model", "samples", "turning-head.mjpeg");
    private static final String HIDE = "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
            + " document.dispatchEvent(new Event('visibilitychange')); }";

    private final ShopWindow window = new ShopWindow();

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void mirrorsRestsWhileHiddenAndStopsTheCameraOnClosing(Chromium chromium) {
        try (Dialog dialog = Dialog.open(chromium, Camera.file(CLIP), window)) {
            dialog.awaitEvent("ready");
            dialog.awaitEvent("face-found");
            dialog.test().screenshot("dialog-live");
            assertEquals(List.of("live"), dialog.trackStates());

            dialog.test().evaluate(HIDE, true);
            assertEquals(List.of("ended"), dialog.trackStates(), "off while nobody looks");
            dialog.forgetEvents();
            dialog.test().evaluate(HIDE, false);
            dialog.awaitEvent("ready");
            assertEquals(List.of("ended", "live"), dialog.trackStates());

            dialog.page().keyboard().press("Escape");
            dialog.awaitEvent("close");
            assertEquals(List.of("ended", "ended"), dialog.trackStates(), "off when the dialog is closed");

            dialog.forgetEvents();
            dialog.tryOn().click();
            dialog.awaitEvent("ready");
            assertTrue(dialog.button("Take a picture").isVisible(), "the camera is remembered and nothing asked again");
        }
    }
}
