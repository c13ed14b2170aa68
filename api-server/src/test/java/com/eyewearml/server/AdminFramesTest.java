package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.server.access.Role;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames in the admin: drawn with a live preview, uploaded with progress and report, linked to products. */
@BrowserTest
class AdminFramesTest {
    private static final Browser.NewContextOptions DESK = new Browser.NewContextOptions().setViewportSize(1280, 900);
    private static final double PATIENCE_MS = 120_000;

    @TempDir
    static Path folder;
    static AdminFixture fixture;

    @BeforeAll
    static void start() throws IOException {
        fixture = new AdminFixture(folder);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static TestPage open(Chromium chromium, Role role, String tail) {
        TestPage test = fixture.open(chromium, role, tail, DESK);
        test.page().setDefaultTimeout(PATIENCE_MS);
        return test;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void aFrameIsDrawnWithALivePreviewSavedLinkedAndChanged(Chromium chromium) {
        try (TestPage test = open(chromium, Role.EDITOR, "/frames/draw")) {
            Page page = test.page();
            page.waitForFunction("() => document.querySelector('[data-editor]').dataset.shown");
            test.screenshot("admin-frame-draw-desktop");
            AdminPagesTest.assertAccessible(page, "/frames/draw");
            String before = (String) test.evaluate("() => document.querySelector('[data-editor]').dataset.shown");
            page.getByLabel("Lens width", new Page.GetByLabelOptions().setExact(true)).fill("54");
            page.getByLabel("Shape").selectOption("AVIATOR");
            page.getByLabel("Bridge", new Page.GetByLabelOptions().setExact(true)).first().selectOption("SADDLE");
            page.getByLabel("Total width", new Page.GetByLabelOptions().setExact(true)).fill("146");
            page.waitForFunction("before => document.querySelector('[data-editor]').dataset.shown !== before", before);
            page.getByText("54□20-145, 146 mm wide").waitFor();
            page.locator("#name").fill("Nordlys");
            page.locator("[name=sku]").fill("NORD-1");
            test.screenshot("admin-frame-drawn-desktop");
            button(page, "Save frame").click();
            page.getByText("The frame is saved.").waitFor();
            test.screenshot("admin-frames-desktop");
            AdminPagesTest.assertAccessible(page, "/frames");
            page.navigate(fixture.server.url("/admin/demo/products/" + fixture.productId("Reading glasses")));
            page.getByLabel("Frame of Black").first().selectOption(new SelectOption().setLabel("Nordlys, Dark havana"));
            button(page, "Link Black").click();
            page.getByText("Linked. Shoppers can try this variant on").waitFor();
            assertTrue(page.locator("tbody tr").first().textContent().contains("chosen by hand"));
            test.screenshot("admin-product-linked-desktop");
            page.navigate(fixture.server.url("/admin/demo/frames"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit Nordlys")).click();
            page.waitForFunction("() => document.querySelector('[data-editor]').dataset.shown");
            assertEquals("54", page.locator("#lensWidthMm").inputValue());
            page.locator("#lensWidthMm").fill("90");
            page.locator("[data-error]").getByText("lens width").waitFor();
            page.setViewportSize(390, 844);
            assertEquals(390, test.evaluate("() => document.documentElement.scrollWidth"));
            test.screenshot("admin-frame-wrong-phone");
        }
    }

    @Test
    void aModelIsUploadedReportedAndBecomesAFrame(Chromium chromium) {
        try (TestPage test = open(chromium, Role.EDITOR, "/frames/draw")) {
            Page page = test.page();
            page.waitForFunction("() => document.querySelector('[data-editor]').dataset.shown");
            byte[] model = Base64.getDecoder().decode((String) test.evaluate("""
                    async () => {
                      const { api, csrf, editor } = document.querySelector('[data-editor]').dataset;
                      const answer = await fetch(api + '/preview', { method: 'POST', headers: { 'X-CSRF-Token': csrf }, body: JSON.stringify(JSON.parse(editor).colours[0].spec) });
                      return new Uint8Array(await answer.arrayBuffer()).toBase64();
                    }"""));
            page.navigate(fixture.server.url("/admin/demo/frames/upload"));
            AdminPagesTest.assertAccessible(page, "/frames/upload");
            button(page, "Upload").click();
            assertEquals("Choose a .glb file first.", page.locator("#file-error").textContent());
            page.locator("#file").setInputFiles(new FilePayload("notes.glb", "model/gltf-binary", "not a model".getBytes(StandardCharsets.UTF_8)));
            button(page, "Upload").click();
            page.locator("#file-error").getByText("The file's first bytes").waitFor();
            test.screenshot("admin-upload-refused-desktop");
            page.locator("#file").setInputFiles(new FilePayload("panto.glb", "model/gltf-binary", model));
            page.locator("#totalWidthMm").fill("138");
            button(page, "Upload").click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Measured")).waitFor();
            page.waitForFunction("() => document.querySelector('canvas[data-shown]')");
            AdminPagesTest.assertAccessible(page, "report");
            test.screenshot("admin-upload-report-desktop");
            assertTrue(page.locator(".facts").textContent().contains("138 mm"));
            page.locator("#name").fill("Panto of ours");
            page.locator("#colourName").fill("Havana");
            button(page, "Make the frame").click();
            page.getByText("The frame is made.").waitFor();
            assertTrue(page.locator(".frame-cards").textContent().contains("Panto of ours"));
        }
    }

    @Test
    void supportLooksAndChangesNothing(Chromium chromium) {
        try (TestPage test = open(chromium, Role.SUPPORT, "/frames")) {
            assertEquals(0, test.page().locator("main form[method=post] button:enabled").count());
            assertEquals(0, test.page().getByText("Upload a model").count());
            test.page().navigate(fixture.server.url("/admin/demo/frames/upload"));
            assertEquals("Your role does not include this", test.page().locator("h1").textContent());
        }
    }
}
