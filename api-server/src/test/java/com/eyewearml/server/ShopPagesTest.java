package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo shop in a browser, from the product list to the bag. */
@BrowserTest
class ShopPagesTest {
    private static final double PATIENCE_MS = 60_000;

    @TempDir
    static Path folder;
    static DemoShopWindow shop;

    @BeforeAll
    static void open() {
        shop = new DemoShopWindow(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({"list, /", "sunglasses, /?kind=sun", "product, /frames/aldine", "fit-guide, /fit-guide", "missing, /frames/nothing"})
    void pagesAreAccessibleFitPhonesAndRaiseNoErrors(String name, String path, Chromium chromium) {
        Browser.NewContextOptions phone = new Browser.NewContextOptions().setViewportSize(390, 844).setDeviceScaleFactor(2);
        try (TestPage test = chromium.open(Camera.none(), shop.url(path), phone)) {
            List<String> errors = new ArrayList<>();
            test.page().onConsoleMessage(message -> record(message, errors));
            test.page().reload();
            assertEquals(390, test.evaluate("() => document.documentElement.scrollWidth"), "nothing sticks out sideways");
            assertAccessible(test.page());
            test.screenshot("shop-" + name + "-phone");
            test.page().setViewportSize(1440, 900);
            assertAccessible(test.page());
            test.screenshot("shop-" + name + "-desktop");
            assertEquals(List.of(), errors.stream().filter(error -> !(name.equals("missing") && error.contains("404"))).toList());
        }
    }

    @Test
    void filtersTheListWithAndWithoutScripts(Chromium chromium) {
        try (TestPage test = chromium.open(Camera.none(), shop.url("/"))) {
            Page page = test.page();
            int all = cards(page).count();
            page.getByLabel("Shape").selectOption("aviator");
            page.waitForURL("**/?*shape=aviator*");
            assertTrue(cards(page).count() < all);
            assertEquals("Aviator", page.getByLabel("Shape").locator("option:checked").textContent());
        }
        try (TestPage test = chromium.open(Camera.none(), shop.url("/"), new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = test.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sunglasses")).last().click();
            page.waitForURL("**/?kind=sun");
            assertTrue(cards(page).count() > 0);
        }
    }

    @Test
    void theBagKeepsWhatIsPutIntoIt(Chromium chromium) {
        try (TestPage test = chromium.open(Camera.none(), shop.url("/frames/aldine"))) {
            Page page = test.page();
            button(page, "Add to bag").click();
            assertEquals("1", page.locator("[data-bag-count]").textContent());
            assertTrue(page.getByRole(AriaRole.DIALOG).getByText("Dark havana").isVisible());
            assertAccessible(page);
            page.keyboard().press("Escape");
            page.navigate(shop.url("/"));
            assertEquals("1", page.locator("[data-bag-count]").textContent(), "still there on the next page");
            page.locator("[data-bag-open]").click();
            page.getByText("Remove").click();
            assertEquals("0", page.locator("[data-bag-count]").textContent());
        }
    }

    @Test
    void aShopperFindsTriesOnAndBuys(Chromium chromium) {
        try (TestPage test = chromium.open(Camera.denied(), shop.url("/?kind=optical"))) {
            Page page = test.page();
            page.setDefaultTimeout(PATIENCE_MS);
            test.evaluate("() => document.addEventListener('eyewearml:ready', () => { globalThis.ready = true; })");
            cards(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try on Lumen")).click();
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("How would you like to see yourself?")).waitFor();
            Locator sample = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sample face 1"));
            assumeTrue(sample.isVisible(), "no sample faces in face-model/samples");
            sample.click();
            page.waitForFunction("() => globalThis.ready");
            test.screenshot("shop-try-on");
            button(page, "Add to bag").click();
            page.keyboard().press("Escape");
            assertEquals("1", page.locator("[data-bag-count]").textContent());
        }
    }

    private static Locator cards(Page page) {
        return page.locator(".card");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void record(ConsoleMessage message, List<String> errors) {
        if (message.type().equals("error")) {
            errors.add(message.text());
        }
    }

    private static void assertAccessible(Page page) {
        assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getNodes()).toList(), page.url());
    }
}
