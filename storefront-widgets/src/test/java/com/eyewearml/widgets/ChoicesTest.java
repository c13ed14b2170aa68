package com.eyewearml.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lenses, fit and variants: the same in mirror and 3D, kept in this browser alone, and forgotten when the shopper says so. */
@BrowserTest
class ChoicesTest {
    private final ShopWindow window = new ShopWindow();

    @AfterEach
    void closeWindow() {
        window.close();
    }

    private static void wear(Dialog dialog, byte[] portrait) {
        dialog.forgetEvents();
        dialog.tryOn().click();
        dialog.awaitChoice();
        dialog.choosePhoto("me.jpg", "image/jpeg", portrait);
        dialog.awaitEvent("ready");
    }

    private static Locator chip(Dialog dialog, String name) {
        return dialog.page().locator("dialog").getByText(name, new Locator.GetByTextOptions().setExact(true)).first();
    }

    private static String chosen(Dialog dialog, String group) {
        return (String) dialog.page().locator("dialog input[name=" + group + "]:checked").getAttribute("value");
    }

    @Test
    void choicesStayOnTheDeviceUntilTheyAreForgotten(Chromium chromium) throws Exception {
        byte[] portrait = Faces.portrait();
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            dialog.choosePhoto("me.jpg", "image/jpeg", portrait);
            dialog.awaitEvent("ready");
            int first = dialog.picture();
            List<String> asked = new ArrayList<>();
            dialog.page().onRequest(request -> asked.add(request.url()));
            dialog.button("Adjust").click();
            chip(dialog, "Sun").click();
            dialog.page().locator("summary").getByText("Your strength").click();
            dialog.page().getByLabel("Right eye").fill("-4");
            dialog.page().getByLabel("Along the nose").fill("5");
            assertEquals(List.of(), asked, "nothing is sent");
            String kept = (String) dialog.test().evaluate("() => localStorage['eyewearml.choices']");
            assertTrue(kept.contains("\"sun\"") && kept.contains(window.frame(0).slug()), kept);
            assertTrue(!kept.contains("phere") && !kept.contains("-4"), "no strength is kept: " + kept);
            dialog.button("Done").click();
            dialog.page().keyboard().press("Escape");
            dialog.awaitOpen(false);

            wear(dialog, portrait);
            assertNotEquals(first, dialog.picture(), "worn as it was left");
            dialog.button("Adjust").click();
            assertEquals("sun", chosen(dialog, "lens-kind"));
            assertEquals("5", dialog.page().getByLabel("Along the nose").inputValue());
            assertEquals("0", dialog.page().getByLabel("Right eye").inputValue());
            dialog.button("Reset").click();
            assertEquals("0", dialog.page().getByLabel("Along the nose").inputValue(), "reset after opening anew");
            dialog.page().getByLabel("Tilt").fill("2");
            dialog.button("Forget my choices").click();
            assertEquals("file", chosen(dialog, "lens-kind"));
            assertEquals("0", dialog.page().getByLabel("Tilt").inputValue());
            assertEquals(List.of(), dialog.test().evaluate("() => Object.keys(localStorage)"));
            dialog.button("Done").click();
            dialog.page().mouse().move(5, 5);
            dialog.page().keyboard().press("Escape");
            dialog.awaitOpen(false);
            wear(dialog, portrait);
            assertEquals(first, dialog.picture(), "as if for the first time");
        }
    }

    @Test
    void eachFrameHasItsOwnFitAndWhatIsNoChoiceIsIgnored(Chromium chromium) throws Exception {
        byte[] portrait = Faces.portrait();
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            dialog.page().keyboard().press("Escape");
            dialog.awaitOpen(false);
            dialog.test().evaluate("""
                    slug => { localStorage['eyewearml.choices'] = JSON.stringify({
                      lenses: { kind: 'magic', tint: '<b>' }, fits: { [slug]: { alongNoseMm: 900, tiltDeg: 'x' } }, looks: { a: 7 } }); }""",
                    window.frame(0).slug());
            wear(dialog, portrait);
            dialog.button("Adjust").click();
            assertEquals("file", chosen(dialog, "lens-kind"));
            Locator along = dialog.page().getByLabel("Along the nose");
            assertEquals("0", along.inputValue());
            along.fill("4");
            dialog.button("Done").click();
            dialog.radio(window.frame(1).name()).focus();
            dialog.page().keyboard().press("Space");
            dialog.awaitEvent("frame-loaded");
            assertEquals("0", along.inputValue());
            dialog.radio(window.frame(0).name()).focus();
            dialog.page().keyboard().press("Space");
            dialog.page().waitForFunction("slug => seen.findLast(event => event.name === 'frame-loaded').detail.frame === slug", window.frame(0).slug());
            assertEquals("4", along.inputValue());
        }
    }

    @Test
    void variantsAndLensesAreTheSameInTheMirrorAndIn3d(Chromium chromium) throws Exception {
        byte[] portrait = Faces.portrait();
        window.offerVariants("Matt", "Gloss");
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            dialog.choosePhoto("me.jpg", "image/jpeg", portrait);
            dialog.awaitEvent("ready");
            int pictured = dialog.picture();
            chip(dialog, "Matt").click();
            int matt = dialog.picture();
            assertNotEquals(pictured, matt);
            dialog.test().screenshot("mirror-variants");
            dialog.button("View in 3D").last().click();
            Locator viewer = dialog.page().locator("eyewear-viewer");
            Locator checked = viewer.locator("input[name=variant]:checked");
            checked.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            assertEquals("Matt", checked.evaluate("input => input.parentElement.textContent"));
            viewer.getByText("Gloss").click();
            viewer.getByText("Sun").click();
            dialog.test().screenshot("viewer-variants");
            dialog.page().setViewportSize(390, 844);
            dialog.page().waitForTimeout(500);
            dialog.test().screenshot("viewer-variants-phone");
            dialog.page().setViewportSize(1280, 720);
            dialog.button("Back to the mirror").click();
            dialog.button("Adjust").waitFor();
            assertEquals("Gloss", chosen(dialog, "look"));
            assertEquals("sun", chosen(dialog, "lens-kind"));
            assertNotEquals(matt, dialog.picture());
        }
    }
}
