package com.eyewearml.server;

import static com.eyewearml.db.schema.Tables.FRAME_LINK;
import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static com.eyewearml.db.schema.Tables.VARIANT;

import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.db.Database;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.auth.Accounts;
import com.eyewearml.server.auth.Guard;
import com.eyewearml.server.auth.Members;
import com.eyewearml.server.auth.Sessions;
import com.eyewearml.server.catalog.CatalogueStore;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformImage;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.PlatformVariant;
import com.eyewearml.server.products.ProductStore;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** A server with a shop as merchants have it: a store of WooCommerce with glasses and other things, some of them linked to frames. */
final class AdminFixture implements AutoCloseable {
    private static final String[] MAKERS = {"Alder & Iris", "Oslo Optik", "Maison Verre"};
    private static final String[] COLOURS = {"Black", "Havana", "Crystal"};
    final MerchantServer server;
    final Database database;
    final Shop shop;
    final Connection connection;

    AdminFixture(Path folder) throws IOException {
        // Platforms want https; the browser here needs none.
        server = new MerchantServer(folder, Map.of("EYEWEARML_ENGINE_DIR", "../client-wasm/target/web", "EYEWEARML_PUBLIC_URL", "https://localhost", "EYEWEARML_TOKEN_KEYS", "k1:" + Base64.getEncoder().encodeToString(new byte[32])));
        database = server.running().backends().database();
        shop = new CatalogueStore(database).shop("demo").orElseThrow();
        Connections connections = new Connections(database, new AuditTrail(Clock.systemUTC()));
        connection = database.inShop(shop.id(), db -> {
            Connection made = connections.install(db, shop.id(), Platform.WOOCOMMERCE, "https://spectacles.example", Set.of("read"));
            ProductStore.upsert(db, made, products());
            link(db.select(PRODUCT_VARIANT.ID).from(PRODUCT_VARIANT).join(PRODUCT).on(PRODUCT.ID.eq(PRODUCT_VARIANT.PRODUCT_ID))
                    .where(PRODUCT.TITLE.startsWith("Aldine")).fetch(PRODUCT_VARIANT.ID),
                    db.select(VARIANT.ID).from(VARIANT).orderBy(VARIANT.SKU).limit(1).fetchSingle(VARIANT.ID), db);
            db.update(PLATFORM_CONNECTION).set(PLATFORM_CONNECTION.CATALOGUE_SYNCED_AT, DSL.currentOffsetDateTime()).execute();
            return made;
        });
    }

    private void link(List<UUID> variants, UUID frame, DSLContext db) {
        variants.forEach(variant -> db.insertInto(FRAME_LINK).set(FRAME_LINK.SHOP_ID, shop.id()).set(FRAME_LINK.PRODUCT_VARIANT_ID, variant)
                .set(FRAME_LINK.VARIANT_ID, frame).set(FRAME_LINK.LINKED_BY, "SKU").execute());
    }

    private static List<PlatformProduct> products() {
        List<PlatformProduct> products = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            String title = i == 0 ? "Aldine round glasses 48□21-145" : i % 3 == 0 ? "Reading glasses model " + i : "Sunglasses " + i + " 5" + i % 10 + "-18-140";
            products.add(product(Integer.toString(i), title, MAKERS[i % 3], "Glasses", i % 4 + 1));
        }
        products.add(product("cloth", "Microfibre cloth", "Alder & Iris", "Care", 1));
        return products;
    }

    private static PlatformProduct product(String id, String title, String maker, String type, int variants) {
        List<PlatformVariant> all = new ArrayList<>();
        for (int v = 0; v < Math.min(3, variants); v++) {
            all.add(new PlatformVariant(id + "-" + v, COLOURS[v], "SKU-" + id + "-" + v, v == 0 ? "4006381333931" : "",
                    Optional.of(new BigDecimal("149.00"))));
        }
        return new PlatformProduct(id, title, "handle-" + id, maker, type, List.of("new", "acetate"), "https://spectacles.example/p/" + id,
                Instant.parse("2026-11-20T10:00:00Z"), List.of(), all, List.of(new PlatformImage("https://pictures.example/" + id + ".svg", title)));
    }

    /** A product whose title begins like that. */
    UUID productId(String title) {
        return database.inShop(shop.id(), db -> db.select(PRODUCT.ID).from(PRODUCT).where(PRODUCT.TITLE.startsWith(title)).limit(1)
                .fetchSingle(PRODUCT.ID));
    }

    /** Opens a page of the shop's admin as a new member of that role. */
    TestPage open(Chromium chromium, Role role, String tail, Browser.NewContextOptions options) {
        UUID account = new Accounts(database, Clock.systemUTC()).ofVerifiedEmail(role.name().toLowerCase() + UUID.randomUUID() + "@shop.example").id();
        new Accounts(database, Clock.systemUTC()).rename(account, "Robin " + role.label());
        database.changeShop(shop.id(), db -> Members.put(db, shop.id(), account, role));
        String secret = new Sessions(database, Clock.systemUTC()).open(account, Optional.empty(), "Chrome on Linux").secret();
        TestPage test = chromium.open(Camera.none(), "about:blank", options);
        // Playwright's own way gives every cookie a domain, which this one must not have.
        JsonObject cookie = new JsonObject();
        cookie.addProperty("url", server.url("/"));
        cookie.addProperty("name", Guard.SESSION_COOKIE);
        cookie.addProperty("value", secret);
        cookie.addProperty("path", "/");
        cookie.addProperty("secure", true);
        test.page().context().newCDPSession(test.page()).send("Network.setCookie", cookie);
        test.page().route("https://pictures.example/**", route -> route.fulfill(new Route.FulfillOptions().setContentType("image/svg+xml")
                .setBody(picture(route.request().url()))));
        test.page().navigate(server.url("/admin/" + shop.slug() + tail));
        return test;
    }

    private static String picture(String url) {
        int hue = Math.floorMod(url.hashCode(), 360);
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 72'><rect width='96' height='72' fill='hsl(" + hue
                + " 25% 88%)'/><g fill='none' stroke='hsl(" + hue + " 30% 25%)' stroke-width='3'><circle cx='32' cy='38' r='13'/>"
                + "<circle cx='64' cy='38' r='13'/><path d='M44 34q4-4 8 0'/></g></svg>";
    }

    @Override
    public void close() {
        server.close();
    }
}
