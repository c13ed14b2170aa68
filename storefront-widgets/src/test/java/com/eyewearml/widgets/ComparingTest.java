package com.eyewearml.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done on the picture itself: looking without the glasses, moving them by a drag, and a window that changes its size. */
@BrowserTest
class ComparingTest {
    private static final String COMPARE = "Hold to see your face without the glasses";

    private final ShopWindow window = new ShopWindow();

    @AfterEach
    void closeWindow() {
        window.close();
    }

    private Dialog wearing(Chromium chromium) throws Exception {
        byte[] portrait = Faces.portrait();
        Dialog dialog = Dialog.openAsking(chromium, window);
        dialog.choosePhoto("me.jpg", "image/jpeg", portrait);
        dialog.awaitEvent("ready");
        return dialog;
    }

    @Test
    void theFaceIsSeenWithoutTheGlassesAsLongAsTheButtonIsHeld(Chromium chromium) throws Exception {
        try (Dialog dialog = wearing(chromium)) {
            Locator compare = dialog.button(COMPARE);
            compare.hover();
            int pointed = dialog.picture();
            dialog.page().mouse().down();
            assertEquals("true", compare.getAttribute("aria-pressed"));
            dialog.page().getByText("Without glasses").waitFor();
            int without = dialog.picture();
            assertNotEquals(pointed, without);
            dialog.test().screenshot("mirror-compare");
            dialog.page().mouse().up();
            assertEquals("false", compare.getAttribute("aria-pressed"));
            assertEquals(pointed, dialog.picture());

            for (String key : new String[] {"Space", "Enter"}) {
                compare.focus();
                dialog.page().keyboard().down(key);
                assertEquals("true", compare.getAttribute("aria-pressed"), key);
                dialog.page().keyboard().up(key);
                assertEquals("false", compare.getAttribute("aria-pressed"), key);
            }
            compare.evaluate("button => button.click()");
            assertEquals("true", compare.getAttribute("aria-pressed"), "a click without pointer or key stays");
            compare.evaluate("button => button.click()");
            assertEquals("false", compare.getAttribute("aria-pressed"));

            dialog.page().keyboard().down("Space");
            dialog.button("Take a picture").focus();
            assertEquals("false", compare.getAttribute("aria-pressed"), "a key let go elsewhere");
            dialog.page().keyboard().up("Space");
        }
    }

    @Test
    void aDragMovesTheFrameAlongTheNoseAndResetBringsItBack(Chromium chromium) throws Exception {
        try (Dialog dialog = wearing(chromium)) {
            dialog.button("Adjust").click();
            Locator along = dialog.page().getByLabel("Along the nose");
            Locator tilt = dialog.page().getByLabel("Tilt");
            dialog.page().mouse().move(30, 30);
            int placed = dialog.picture();
            BoundingBox picture = dialog.page().locator("dialog .picture").boundingBox();
            dialog.page().mouse().move(picture.x + picture.width / 2, picture.y + picture.height / 2);
            dialog.page().mouse().down();
            dialog.page().mouse().move(picture.x + picture.width / 2, picture.y + picture.height * 0.6);
            dialog.page().mouse().up();
            assertEquals(6, Double.parseDouble(along.inputValue()), 0.5, "a tenth of the picture is 6 mm");
            dialog.page().mouse().move(30, 30);
            int dragged = dialog.picture();
            assertNotEquals(placed, dragged);

            tilt.focus();
            for (int i = 0; i < 6; i++) {
                dialog.page().keyboard().press("ArrowRight");
            }
            assertEquals("3°", tilt.getAttribute("aria-valuetext"));
            assertNotEquals(dragged, dialog.picture());
            dialog.button("Reset").click();
            assertEquals("0", along.inputValue());
            assertEquals("0", tilt.inputValue());
            dialog.page().mouse().move(30, 30);
            assertEquals(placed, dialog.picture());
            dialog.button("Undo").click();
            assertEquals("3", tilt.inputValue(), "also the reset can be undone");
        }
    }

    @Test
    void aMoveIsKeptOnceTheHandIsTakenOff(Chromium chromium) throws Exception {
        try (Dialog dialog = wearing(chromium)) {
            dialog.button("Adjust").click();
            dialog.test().evaluate("""
                    () => {
                      globalThis.kept = [];
                      const setItem = Storage.prototype.setItem;
                      Storage.prototype.setItem = function (key, value) { kept.push(JSON.parse(value)); setItem.call(this, key, value); };
                    }""");
            BoundingBox picture = dialog.page().locator("dialog .picture").boundingBox();
            dialog.page().mouse().move(picture.x + picture.width / 2, picture.y + picture.height / 2);
            dialog.page().mouse().down();
            for (int i = 1; i <= 10; i++) {
                dialog.page().mouse().move(picture.x + picture.width / 2, picture.y + picture.height * (0.5 + 0.01 * i));
            }
            assertEquals(0, dialog.test().evaluate("() => kept.length"), "during the drag");
            dialog.page().mouse().up();
            assertEquals(1, dialog.test().evaluate("() => kept.length"), "after it");
            assertEquals(6.0, ((Number) dialog.test().evaluate("() => Object.values(kept[0].fits)[0].alongNoseMm")).doubleValue(), 0.5);
            dialog.button("Undo").click();
            assertEquals(0, dialog.test().evaluate("() => Object.values(kept[1].fits)[0].alongNoseMm"), "what was undone is kept, too");
        }
    }

    @Test
    void levelTurnsTheFrontBothWaysAndBack(Chromium chromium) throws Exception {
        try (Dialog dialog = wearing(chromium)) {
            dialog.button("Adjust").click();
            Locator level = dialog.page().getByLabel("Level");
            level.scrollIntoViewIfNeeded();
            dialog.page().mouse().move(30, 30);
            int straight = dialog.picture();
            level.focus();
            dialog.page().keyboard().press("End");
            assertEquals("4°", level.getAttribute("aria-valuetext"));
            int leftUp = dialog.picture();
            dialog.test().screenshot("mirror-level");
            dialog.page().keyboard().press("Home");
            assertEquals("-4", level.inputValue());
            int rightUp = dialog.picture();
            assertNotEquals(straight, leftUp);
            assertNotEquals(straight, rightUp);
            assertNotEquals(leftUp, rightUp);
            dialog.button("Reset").click();
            level.evaluate("slider => slider.scrollIntoView()");
            assertEquals(straight, dialog.picture());
        }
    }

    @Test
    void aPhotoOfAnotherShapeIsSurroundedByItself(Chromium chromium) throws Exception {
        try (Dialog dialog = wearing(chromium)) {
            Locator surround = dialog.page().locator("dialog .surround");
            surround.waitFor();
            BoundingBox place = dialog.page().locator("dialog .picture").boundingBox();
            BoundingBox photo = dialog.page().locator("dialog canvas").boundingBox();
            double ratio = ((Number) surround.evaluate("image => image.naturalWidth / image.naturalHeight")).doubleValue();
            assertEquals(ratio, photo.width / photo.height, 0.01, "nothing of the canvas is empty");
            assertTrue(Math.abs(photo.width - place.width) < 1 || Math.abs(photo.height - place.height) < 1, "as large as its place");
            dialog.test().screenshot("mirror-photo");
            dialog.page().setViewportSize(390, 844);
            dialog.test().evaluate("() => new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))");
            dialog.test().screenshot("mirror-photo-phone");
        }
    }

    @Test
    void aWindowThatChangesItsSizeNeverShowsAnEmptyPicture(Chromium chromium) throws Exception {
        try (Dialog dialog = wearing(chromium)) {
            // Observers are told in the order in which they were made: what this one reads is what the browser is about to show.
            dialog.test().evaluate("""
                    () => {
                      const shown = document.querySelector('eyewear-try-on').shadowRoot.querySelector('.picture canvas');
                      const seenWidth = shown.width;
                      globalThis.sizes = [];
                      globalThis.empty = [];
                      new ResizeObserver(() => {
                        if (shown.width === seenWidth) return; // The first call tells the size as it is; nothing is drawn for it.
                        const copy = new OffscreenCanvas(shown.width, shown.height).getContext('2d');
                        copy.drawImage(shown, 0, 0);
                        const middle = copy.getImageData(shown.width / 2 - 8, shown.height / 2 - 8, 16, 16).data;
                        sizes.push(shown.width + 'x' + shown.height);
                        if (shown.width !== Math.round(shown.clientWidth * devicePixelRatio) || middle.every((value, i) => i % 4 === 3 || value < 8)) {
                          empty.push(sizes.at(-1));
                        }
                      }).observe(shown);
                    }""");
            for (int width = 1280; width >= 380; width -= 45) {
                dialog.page().setViewportSize(width, 844 - (1280 - width) / 4);
                dialog.test().evaluate("() => new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))");
            }
            assertTrue(((Number) dialog.test().evaluate("() => sizes.length")).intValue() > 10, "sizes seen");
            assertEquals(List.of(), dialog.test().evaluate("() => empty"));
            dialog.test().screenshot("mirror-shrunk");
        }
    }
}
