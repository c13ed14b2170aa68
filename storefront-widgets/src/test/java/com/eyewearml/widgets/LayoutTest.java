package com.eyewearml.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing that can be pressed lies over another such thing, from a small phone to a desk, wherever a panel is scrolled to. */
@BrowserTest
class LayoutTest {
    private static final int[][] SIZES = {{320, 640}, {390, 844}, {768, 1024}, {1440, 900}};
    /** Pairs of controls whose visible boxes share more than a pixel, and controls that stick out of the window. */
    private static final String CLASHES = """
            () => {
              const clashes = [];
              const roots = [document.querySelector('eyewear-try-on').shadowRoot];
              const controls = [];
              while (roots.length > 0) {
                for (const node of roots.pop().querySelectorAll('*')) {
                  if (node.shadowRoot) roots.push(node.shadowRoot);
                  if (node.matches('button, a[href], summary, select, input[type=range], input[type=checkbox], label:has(input[type=radio])')) controls.push(node);
                }
              }
              const seen = node => {
                if (!node.checkVisibility({ visibilityProperty: true })) return null;
                let { left, top, right, bottom } = node.getBoundingClientRect();
                for (let outer = node.parentElement ?? node.getRootNode().host; outer; outer = outer.parentElement ?? outer.getRootNode().host) {
                  if (getComputedStyle(outer).overflow === 'visible') continue;
                  const box = outer.getBoundingClientRect();
                  left = Math.max(left, box.left); top = Math.max(top, box.top);
                  right = Math.min(right, box.right); bottom = Math.min(bottom, box.bottom);
                }
                return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom } : null;
              };
              const name = node => (node.getAttribute('aria-label') ?? (node.textContent || node.querySelector('input')?.ariaLabel || node.className)).trim().slice(0, 40);
              const boxes = controls.map(node => [node, seen(node)]).filter(([, box]) => box);
              boxes.forEach(([a, p], i) => {
                if (p.left < -1 || p.right > innerWidth + 1 || p.bottom > innerHeight + 1) clashes.push(`${name(a)} leaves the window`);
                for (const [b, q] of boxes.slice(i + 1)) {
                  if (a.contains(b) || b.contains(a)) continue;
                  const width = Math.min(p.right, q.right) - Math.max(p.left, q.left);
                  const height = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
                  if (width > 1 && height > 1) clashes.push(`${name(a)} and ${name(b)} by ${Math.round(width)} x ${Math.round(height)}`);
                }
              });
              return clashes;
            }""";

    private final ShopWindow window = new ShopWindow();

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void noControlLiesOverAnother(Chromium chromium) throws Exception {
        byte[] portrait = Faces.portrait();
        try (Dialog dialog = Dialog.openAsking(chromium, window)) {
            eachSize(dialog, "choice");
            dialog.choosePhoto("me.jpg", "image/jpeg", portrait);
            dialog.awaitEvent("ready");
            eachSize(dialog, "mirror");
            dialog.button("View in 3D").last().click();
            dialog.page().locator("eyewear-viewer canvas").waitFor();
            eachSize(dialog, "viewer");
            dialog.button("Back to the mirror").click();
            dialog.button("Take a picture").click();
            dialog.awaitEvent("snapshot");
            eachSize(dialog, "snapshot");
            dialog.button("Back to the mirror").click();
            dialog.button("Adjust").click();
            for (String kind : List.of("Light-adaptive", "Sun")) {
                dialog.page().getByText(kind, new Page.GetByTextOptions().setExact(true)).click();
                eachSize(dialog, "lenses-" + kind);
            }
            dialog.page().locator("summary").getByText("Your strength").click();
            eachSize(dialog, "strength");
        }
    }

    private static void eachSize(Dialog dialog, String screen) {
        for (int[] size : SIZES) {
            dialog.page().setViewportSize(size[0], size[1]);
            dialog.page().waitForTimeout(250);
            String where = screen + " at " + size[0];
            dialog.test().screenshot("layout-" + screen + "-" + size[0]);
            assertEquals(List.of(), dialog.test().evaluate(CLASHES), where);
            Locator sheet = dialog.page().locator(".sheet__body");
            if (sheet.isVisible()) {
                for (double end : new double[] {0.5, 1}) {
                    sheet.evaluate("(body, end) => { body.scrollTop = end * body.scrollHeight; }", end);
                    assertEquals(List.of(), dialog.test().evaluate(CLASHES), where + ", scrolled by " + end);
                }
                dialog.test().screenshot("layout-" + screen + "-" + size[0] + "-end");
                double last = dialog.page().getByRole(AriaRole.SWITCH).boundingBox().y;
                assertTrue(last < dialog.button("Done").boundingBox().y, where + ": the last row can be scrolled to");
                BoundingBox done = dialog.button("Done").boundingBox();
                assertTrue(done.y + done.height <= size[1], where + ": Done is in the window");
                sheet.evaluate("body => { body.scrollTop = 0; }");
            }
        }
        dialog.page().setViewportSize(1280, 720);
    }
}
