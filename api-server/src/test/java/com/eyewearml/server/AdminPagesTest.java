package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.server.access.Role;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of the admin in a browser: in light and dark, on phones and desks, with a keyboard, and as every role. */
@BrowserTest
class AdminPagesTest {
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

    @ParameterizedTest
    @CsvSource({"overview, ''", "products, /products", "products-gaps, /products?show=gaps&q=sun", "products-none, /products?q=nothing-is-like-this",
        "product, PRODUCT", "frames, /frames", "suggestions, /frames/suggestions", "upload, /frames/upload", "settings, /settings", "keys, /keys", "team, /team", "history, /audit"})
    void pagesAreAccessibleInLightAndDarkOnPhonesAndDesks(String name, String address, Chromium chromium) {
        String tail = address.equals("PRODUCT") ? "/products/" + fixture.productId("Aldine") : address;
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Browser.NewContextOptions desk = new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(scheme);
            try (TestPage test = fixture.open(chromium, Role.OWNER, tail, desk)) {
                Page page = test.page();
                List<String> errors = new ArrayList<>();
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error")) {
                        errors.add(message.text());
                    }
                });
                page.reload();
                String suffix = scheme == ColorScheme.DARK ? "-dark" : "";
                assertAccessible(page, tail);
                test.screenshot("admin-" + name + suffix + "-desktop");
                page.setViewportSize(390, 844);
                assertEquals(390, test.evaluate("() => document.documentElement.scrollWidth"), "nothing sticks out sideways");
                assertAccessible(page, tail);
                test.screenshot("admin-" + name + suffix + "-phone");
                assertEquals(List.of(), errors);
            }
        }
    }

    static void assertAccessible(Page page, String where) {
        assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).toList()).toList(), where);
    }

    @ParameterizedTest
    @CsvSource({"''", "/products", "/frames", "/frames/suggestions", "/settings", "/keys", "/team", "/audit"})
    void supportSeesEverythingAndNoButtonThatChangesIt(String tail, Chromium chromium) {
        try (TestPage test = fixture.open(chromium, Role.SUPPORT, tail, new Browser.NewContextOptions())) {
            Page page = test.page();
            assertTrue(page.locator("main h1").isVisible());
            assertEquals(0, page.locator("main form[method=post] button:enabled").count(), page.content());
        }
    }
}
