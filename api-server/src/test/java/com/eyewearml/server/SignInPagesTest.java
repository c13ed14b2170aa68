package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Merchants without a platform, from the first link to signing out everywhere, in a browser. */
@BrowserTest
class SignInPagesTest {
    static final String PASSWORD = "correct horse battery staple";

    @TempDir
    static Path folder;
    static MerchantServer server;
    final String email = "m" + UUID.randomUUID() + "@shop.example";

    @BeforeAll
    static void start() throws IOException {
        server = new MerchantServer(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestPage open(Chromium chromium, String path) {
        return chromium.open(Camera.none(), server.url(path), new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static String heading(Page page) {
        return page.locator("h1").textContent();
    }

    /** Signs up by link and stops at the shops' page. */
    private void signUp(Page page) {
        page.navigate(server.url("/sign-up"));
        page.getByLabel("E-mail address").fill(email);
        button(page, "Send me the link").click();
        page.getByText("A link is on its way").waitFor();
        page.navigate(server.url(server.link(email, 1)));
        button(page, "Sign in").click();
        page.waitForURL("**/shops");
    }

    private void setPassword(Page page) {
        page.navigate(server.url("/account"));
        page.locator("#password").fill(PASSWORD);
        button(page, "Set password").click();
        page.getByText("Your password is set").waitFor();
    }

    @Test
    void aMerchantSignsUpMakesAShopAndComesBackByPassword(Chromium chromium) {
        try (TestPage test = open(chromium, "/sign-up")) {
            Page page = test.page();
            signUp(page);
            test.screenshot("sign-in-shops-desktop");
            button(page, "Create the shop").click();
            assertEquals("Type the shop's name, as your customers know it.", page.locator("#name-error").textContent());
            setPassword(page);
            test.screenshot("sign-in-account-desktop");
            button(page, "Sign out here").click();
            page.waitForURL("**/sign-in");
            page.getByLabel("E-mail address").fill(email.toUpperCase());
            page.getByLabel("Password").fill(PASSWORD + "x");
            button(page, "Sign in").first().click();
            assertTrue(page.locator("#password-error").textContent().startsWith("Address and password do not belong together"));
            assertEquals(email.toUpperCase(), page.getByLabel("E-mail address").inputValue(), "what was typed is still there");
            test.screenshot("sign-in-wrong-desktop");
            page.getByLabel("Password").fill(PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/shops");
        }
    }

    @Test
    void aLinkWorksOnceAndOnlyByItsButton(Chromium chromium) {
        try (TestPage test = open(chromium, "/sign-in"); TestPage scanner = open(chromium, "/sign-in")) {
            Page page = test.page();
            page.getByLabel("E-mail address").fill(email);
            button(page, "E-mail me a link instead").click();
            page.getByText("A link is on its way").waitFor();
            String link = server.url(server.link(email, 1));
            scanner.page().navigate(link);
            assertEquals("Welcome", heading(scanner.page()), "a mail filter that opens the link does not use it up");
            page.navigate(link);
            button(page, "Sign in").click();
            page.waitForURL("**/shops");
            button(scanner.page(), "Sign in").click();
            assertEquals("This link has been used, or is too old", heading(scanner.page()));
        }
    }

    @Test
    void aForgottenPasswordIsReplacedAndOtherDevicesAreSignedOut(Chromium chromium) {
        try (TestPage first = open(chromium, "/sign-up"); TestPage second = open(chromium, "/forgotten-password")) {
            signUp(first.page());
            Page page = second.page();
            page.getByLabel("E-mail address").fill(email);
            button(page, "Send me the link").click();
            page.getByText("A link is on its way").waitFor();
            page.navigate(server.url(server.link(email, 2)));
            page.getByLabel("New password").fill("short");
            button(page, "Set password").click();
            assertEquals("A password has at least 15 characters; this one has 5.", page.locator("#password-error").textContent());
            second.screenshot("sign-in-new-password-desktop");
            page.getByLabel("New password").fill(PASSWORD);
            button(page, "Set password").click();
            page.waitForURL("**/shops");
            first.page().navigate(server.url("/account"));
            assertEquals("Sign in", heading(first.page()), "the first device is signed out");
        }
    }

    @Test
    void sessionsAreListedAndEndedFromAnotherDevice(Chromium chromium) {
        try (TestPage laptop = open(chromium, "/sign-up"); TestPage phone = open(chromium, "/sign-in")) {
            signUp(laptop.page());
            setPassword(laptop.page());
            phone.page().getByLabel("E-mail address").fill(email);
            phone.page().getByLabel("Password").fill(PASSWORD);
            button(phone.page(), "Sign in").first().click();
            phone.page().waitForURL("**/shops");
            Page page = laptop.page();
            page.navigate(server.url("/account"));
            assertEquals(2, page.locator(".rows > li").count());
            button(page, "Sign out Chrome on Linux").click();
            page.getByText("Signed out there.").waitFor();
            assertEquals(1, page.locator(".rows > li").count());
            phone.page().navigate(server.url("/account"));
            assertEquals("Sign in", heading(phone.page()));
        }
    }

    @Test
    void somebodySentToSignInGoesOnWhereTheyWere(Chromium chromium) {
        try (TestPage test = open(chromium, "/sign-up")) {
            signUp(test.page());
            setPassword(test.page());
            test.page().context().clearCookies();
            test.page().navigate(server.url("/account?done=name"));
            test.page().getByText("Sign in to go on.").waitFor();
            test.page().getByLabel("E-mail address").fill(email);
            test.page().getByLabel("Password").fill(PASSWORD);
            button(test.page(), "Sign in").first().click();
            test.page().waitForURL("**/account?done=name");
        }
    }

    @Test
    void aPasskeySignsInUntilItIsRemoved(Chromium chromium) {
        try (TestPage test = open(chromium, "/sign-up")) {
            Page page = test.page();
            CDPSession devTools = page.context().newCDPSession(page);
            devTools.send("WebAuthn.enable");
            devTools.send("WebAuthn.addVirtualAuthenticator", JsonParser.parseString("""
                    {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
                    "isUserVerified": true, "automaticPresenceSimulation": true}}""").getAsJsonObject());
            signUp(page);
            page.navigate(server.url("/account"));
            button(page, "Add a passkey").click();
            page.getByText("The passkey is added.").waitFor();
            test.screenshot("sign-in-account-passkey-desktop");
            button(page, "Sign out here").click();
            page.waitForURL("**/sign-in");
            button(page, "Use a passkey").click();
            page.waitForURL("**/shops");
            page.onDialog(Dialog::accept);
            page.navigate(server.url("/account"));
            button(page, "Remove passkey").click();
            page.getByText("The passkey is removed.").waitFor();
            button(page, "Sign out here").click();
            page.waitForURL("**/sign-in");
            button(page, "Use a passkey").click();
            page.getByText("This passkey does not belong to an account here, or was removed.").waitFor();
            test.screenshot("sign-in-passkey-unknown-desktop");
        }
    }

    @ParameterizedTest
    @CsvSource({"sign-in, /sign-in", "sign-up, /sign-up", "forgotten, /forgotten-password", "expired, /sign-in/link?ticket=x",
        "nothing-there, /admin/no-such-page/x/y"})
    void pagesAreAccessibleInLightAndDarkAndFitPhones(String name, String path, Chromium chromium) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Browser.NewContextOptions phone = new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(scheme);
            try (TestPage test = chromium.open(Camera.none(), server.url(path), phone)) {
                assertEquals(390, test.evaluate("() => document.documentElement.scrollWidth"), "nothing sticks out sideways");
                assertEquals(List.of(), new AxeBuilder(test.page()).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes()).toList(), path);
                test.screenshot("sign-in-" + name + "-" + scheme.name().toLowerCase() + "-phone");
            }
        }
    }
}
