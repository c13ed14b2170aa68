package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.client.browsertest.BrowserTest;
import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.db.Database;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.catalog.CatalogueStore;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.simulator.Hs256;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The admin in the frame of Shopify's, in a browser that keeps no cookie of ours; Shopify's own script is replaced by one that signs the same tokens. */
@BrowserTest
class EmbeddedAdminTest {
    private static final String STORE = "specs.myshopify.com";
    private static final String SECRET = "shpss_secret";

    @TempDir
    static Path folder;
    static MerchantServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new MerchantServer(folder, Map.of("EYEWEARML_PUBLIC_URL", "https://localhost",
                "EYEWEARML_TOKEN_KEYS", "k1:" + Base64.getEncoder().encodeToString(new byte[32]),
                "EYEWEARML_SHOPIFY_CLIENT_ID", "client0001", "EYEWEARML_SHOPIFY_CLIENT_SECRET", SECRET));
        Database database = server.running().backends().database();
        Shop shop = new CatalogueStore(database).shop("demo").orElseThrow();
        database.changeShop(shop.id(), db -> new Connections(database, new AuditTrail(Clock.systemUTC()))
                .install(db, shop.id(), Platform.SHOPIFY, STORE, Set.of("read_products")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String token() {
        long now = Instant.now().getEpochSecond();
        return Hs256.sign(Map.of("iss", "https://" + STORE + "/admin", "dest", "https://" + STORE, "aud", "client0001", "sub", "42",
                "exp", now + 60, "nbf", now, "iat", now, "jti", "j", "sid", "s"), SECRET);
    }

    @Test
    void pagesAndFormsWorkWithoutAnyCookie(Chromium chromium) {
        Browser.NewContextOptions desk = new Browser.NewContextOptions().setViewportSize(1280, 800);
        // The page around the frame is made up here, so for the browser it is one of the internet that reaches into this machine.
        Camera lettingIn = new Camera(List.of("--disable-features=LocalNetworkAccessChecks"));
        try (TestPage test = chromium.open(lettingIn, "about:blank", desk)) {
            Page page = test.page();
            page.context().exposeFunction("signToken", arguments -> token());
            page.context().route("https://cdn.shopify.com/**", route -> route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/javascript").setBody("window.shopify = { idToken: () => window.signToken() };")));
            page.context().route("https://admin.shopify.com/**", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html")
                    .setBody("<body style='margin:0'><iframe style='border:0;width:100vw;height:100vh' src='" + server.url("/admin/demo?shop=" + STORE) + "'></iframe>")));
            page.navigate("https://admin.shopify.com/store/specs/apps/eyewearml");
            FrameLocator frame = page.frameLocator("iframe");
            frame.getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setName("Overview")).waitFor();
            test.screenshot("admin-embedded-overview");
            frame.getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("Try-on settings")).click();
            frame.getByLabel("Text", new FrameLocator.GetByLabelOptions().setExact(true)).fill("In the frame");
            frame.getByText("In the frame").first().waitFor();
            frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Save settings")).click();
            frame.getByText("Saved.").waitFor();
            test.screenshot("admin-embedded-settings");
            frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Undo")).click();
            frame.getByText("Taken back").waitFor();
            assertTrue(page.context().cookies(server.url("/")).stream().noneMatch(cookie -> cookie.name.equals("__Host-eyewearml")));
        }
    }

    @Test
    void aTokenOfAnotherAppOpensNothing() throws Exception {
        long now = Instant.now().getEpochSecond();
        String forged = Hs256.sign(Map.of("iss", "https://" + STORE + "/admin", "dest", "https://" + STORE, "aud", "client0001", "sub", "42",
                "exp", now + 60, "nbf", now), "another secret");
        assertEquals(401, server.running().get("/admin/demo", "Authorization", "Bearer " + forged).statusCode());
        assertEquals(200, server.running().get("/admin/demo", "Authorization", "Bearer " + token()).statusCode());
        assertEquals(404, server.running().get("/admin/other", "Authorization", "Bearer " + token()).statusCode());
    }
}
