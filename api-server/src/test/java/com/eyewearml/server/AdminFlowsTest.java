package com.eyewearml.server;

import static com.eyewearml.db.schema.Tables.JOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.platform.Installations;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What merchants do in the admin, from the form to what it changes. */
@BrowserTest
class AdminFlowsTest {
    private static final Browser.NewContextOptions DESK = new Browser.NewContextOptions().setViewportSize(1280, 800);

    private static final LocatorAssertions.HasTextOptions PATIENTLY = new LocatorAssertions.HasTextOptions().setTimeout(60_000);

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

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void settingsKeepWhatWasTypedShowAPreviewAndAreTakenBack(Chromium chromium) {
        try (TestPage test = fixture.open(chromium, Role.OWNER, "/settings", DESK)) {
            Page page = test.page();
            page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill("See them on you");
            page.getByLabel("Colour", new Page.GetByLabelOptions().setExact(true)).fill("#ffe08a");
            assertEquals("See them on you", page.locator("[data-preview]").textContent());
            assertEquals("rgb(255, 224, 138)", test.evaluate("() => getComputedStyle(document.querySelector('[data-preview]')).backgroundColor"));
            assertEquals("rgb(27, 34, 48)", test.evaluate("() => getComputedStyle(document.querySelector('[data-preview]')).color"));
            page.getByLabel("Colour", new Page.GetByLabelOptions().setExact(true)).fill("yellow");
            button(page, "Save settings").click();
            assertTrue(page.locator("#accentColour-error").textContent().startsWith("A colour looks like #1f4d45"));
            assertEquals("See them on you", page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).inputValue());
            assertEquals("yellow", page.locator("#accentColour").inputValue());
            assertTrue((Boolean) test.evaluate("() => document.activeElement.getAttribute('role') === 'alert'"), "what is wrong is read out");
            test.screenshot("admin-settings-wrong-desktop");
            page.locator("#accentColour").fill("#ffe08a");
            page.getByText("Let old devices ask the server").click();
            button(page, "Save settings").click();
            page.getByText("Saved.").waitFor();
            test.screenshot("admin-settings-saved-desktop");
            button(page, "Undo").click();
            page.getByText("Taken back").waitFor();
            assertEquals("Try on", page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).inputValue());
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("History")).click();
            assertTrue(page.locator(".changes").first().textContent().contains("See them on you"));
            test.screenshot("admin-history-changes-desktop");
        }
    }

    @Test
    void aColleagueIsInvitedJoinsGetsAnotherRoleAndLeaves(Chromium chromium) {
        try (TestPage owner = fixture.open(chromium, Role.OWNER, "/team", DESK)) {
            Page page = owner.page();
            page.onDialog(Dialog::accept);
            page.getByLabel("E-mail address").fill("not an address");
            button(page, "Send invitation").click();
            assertEquals("not an address", page.getByLabel("E-mail address").inputValue());
            page.getByLabel("E-mail address").fill("colleague@shop.example");
            page.locator("#role").selectOption("ANALYST");
            button(page, "Send invitation").click();
            page.getByText("The invitation is on its way.").waitFor();
            owner.screenshot("admin-team-invited-desktop");
            String link = fixture.server.url(fixture.server.link("colleague@shop.example", 1));
            try (TestPage guest = chromium.open(Camera.none(), link, DESK)) {
                assertEquals("Join Shop demo", guest.page().locator("h1").textContent());
                guest.screenshot("sign-in-invitation-desktop");
                button(guest.page(), "Join the team").click();
                guest.page().waitForURL("**/admin/demo");
                assertEquals(0, guest.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Team")).count(), "an analyst sees no team");
                page.reload();
                page.getByLabel("Role of colleague").selectOption("EDITOR");
                button(page, "Change the role of colleague").click();
                page.getByText("The role is changed.").waitFor();
                guest.page().reload();
                assertEquals(1, guest.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Team")).count());
                button(page, "Remove colleague").click();
                page.getByText("Removed from the team.").waitFor();
                guest.page().reload();
                assertEquals("There is no such shop", guest.page().locator("h1").textContent());
            }
        }
    }

    @Test
    void anInvitationThatIsTakenBackWorksNoMore(Chromium chromium) {
        try (TestPage test = fixture.open(chromium, Role.ADMIN, "/team", DESK)) {
            Page page = test.page();
            assertEquals(0, page.locator("#role option[value=OWNER]").count(), "an admin makes no owners");
            page.getByLabel("E-mail address").fill("former@shop.example");
            button(page, "Send invitation").click();
            page.getByText("The invitation is on its way.").waitFor();
            String link = fixture.server.url(fixture.server.link("former@shop.example", 1));
            button(page, "Take back the invitation of former@shop.example").click();
            page.getByText("The invitation is taken back").waitFor();
            page.navigate(link);
            assertEquals("This invitation has ended", page.locator("h1").textContent());
        }
    }

    @Test
    void aKeyWorksFromItsSitesUntilItIsRevoked(Chromium chromium) throws Exception {
        try (TestPage test = fixture.open(chromium, Role.OWNER, "/keys", DESK)) {
            Page page = test.page();
            page.onDialog(Dialog::accept);
            page.getByLabel("What it is for").fill("Online shop");
            page.locator("#origins").fill("shop.example/checkout");
            button(page, "Make the key").click();
            assertTrue(page.locator("#origins-error").textContent().contains("is no origin"), page.locator("#origins-error").textContent());
            assertEquals("shop.example/checkout", page.locator("#origins").inputValue());
            test.screenshot("admin-keys-wrong-desktop");
            page.locator("#origins").fill("https://shop.example\nhttps://www.shop.example");
            button(page, "Make the key").click();
            page.getByText("The key is made.").waitFor();
            test.screenshot("admin-keys-made-desktop");
            String key = page.locator(".panel--new code").textContent();
            String path = "/v1/availability?skus=SKU-0-0&key=" + key;
            assertEquals(200, ask(path).statusCode());
            button(page, "Revoke Online shop").click();
            page.getByText("The key is revoked").waitFor();
            assertEquals(401, ask(path).statusCode());
        }
    }

    private static HttpResponse<byte[]> ask(String path) throws IOException, InterruptedException {
        return fixture.server.running().get(path, "Origin", "https://shop.example");
    }

    @Test
    void anImportShowsItsProgressAndAStoreWithoutCredentialsIsToBeConnectedAgain(Chromium chromium) {
        UUID job = addJobOfAnotherWorker();
        try (TestPage test = fixture.open(chromium, Role.ADMIN, "", DESK)) {
            Page page = test.page();
            progress(job, 400, "RUNNING");
            PlaywrightAssertions.assertThat(page.locator("[data-text]")).hasText("400 of 1,000 products", PATIENTLY);
            assertEquals(400L, ((Number) test.evaluate("() => document.querySelector('progress').value")).longValue());
            test.screenshot("admin-overview-importing-desktop");
            progress(job, 1000, "DONE");
            button(page, "Import again").click();
            button(page, "Connect again").waitFor();
            assertTrue(page.locator(".store").textContent().contains("Products stay as they are"));
            test.screenshot("admin-overview-reconnect-desktop");
        }
    }

    private static UUID addJobOfAnotherWorker() {
        return fixture.database.inShop(fixture.shop.id(), db -> db.insertInto(JOB).set(JOB.SHOP_ID, fixture.shop.id()).set(JOB.KIND, Installations.IMPORT_JOB)
                .set(JOB.DEDUPE_KEY, fixture.connection.id().toString()).set(JOB.STATE, "RUNNING")
                .set(JOB.LEASED_UNTIL, OffsetDateTime.now().plusHours(1)).returning().fetchSingle().getId());
    }

    private static void progress(UUID job, long done, String state) {
        fixture.database.changeShop(fixture.shop.id(), db -> db.update(JOB).set(JOB.PROGRESS_DONE, done).set(JOB.PROGRESS_TOTAL, 1000L)
                .set(JOB.STATE, state).where(JOB.ID.eq(job)).execute());
    }

    @Test
    void thePagesWorkWithAKeyboardAlone(Chromium chromium) {
        Browser.NewContextOptions phone = new Browser.NewContextOptions().setViewportSize(390, 844);
        try (TestPage test = fixture.open(chromium, Role.OWNER, "", phone)) {
            Page page = test.page();
            page.keyboard().press("Tab");
            assertEquals("Skip to content", test.evaluate("() => document.activeElement.textContent"));
            page.keyboard().press("Enter");
            assertEquals("main", test.evaluate("() => document.activeElement.id"));
            page.locator("summary[aria-label=Menu]").focus();
            page.keyboard().press("Enter");
            test.screenshot("admin-menu-phone");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            assertEquals("Products", test.evaluate("() => document.activeElement.textContent.trim()"));
            page.keyboard().press("Enter");
            page.waitForURL("**/products");
            page.getByPlaceholder("Title, maker, SKU or GTIN").focus();
            page.keyboard().type("SKU-0-0");
            page.keyboard().press("Enter");
            page.waitForURL("**/products?*q=SKU-0-0*");
            assertEquals(1, page.locator(".product-row").count());
        }
    }
}
