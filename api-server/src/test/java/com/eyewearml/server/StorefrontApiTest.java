package com.eyewearml.server;

import static com.eyewearml.server.RunningServer.header;
import static com.eyewearml.server.RunningServer.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.db.schema.tables.pojos.ApiKey;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.catalog.CatalogueStore;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.settings.StorefrontSettings;
import com.eyewearml.server.settings.StorefrontSettingsStore;
import com.eyewearml.server.storefront.ApiKeyEditor;
import com.eyewearml.server.storefront.PageOrigin;
import com.eyewearml.server.storefront.StorefrontProducts;
import com.eyewearml.server.storefront.StorefrontRoutes;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The storefront interface of the whole server; every answer is held against the published description. */
class StorefrontApiTest {
    private static final String ORIGIN = "https://shop.example";
    private static final Actor PERSON = Actor.system("test");
    private static final OpenApiDescription DESCRIPTION = OpenApiDescription.published();

    @TempDir
    static Path temporary;
    private static RunningServer server;
    private static ApiKeyEditor editor;
    private static Shop shop;
    private static Shop other;
    private static String key;
    private static String otherKey;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(temporary, Map.of());
        CatalogueStore store = new CatalogueStore(server.backends().database());
        shop = store.shop("demo").orElseThrow();
        other = store.shop("other").orElseThrow();
        editor = new ApiKeyEditor(server.backends().database(), server.backends().cache(), new AuditTrail(Clock.systemUTC()));
        key = newKey(shop, ORIGIN).publicKey();
        otherKey = newKey(other, "https://elsewhere.example").publicKey();
        StorefrontProducts.add(server.backends().database(), shop.id(), "ALD-1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ApiKey newKey(Shop of, String origin) {
        return editor.create(of.id(), "Web", List.of(PageOrigin.parse(origin)), PERSON);
    }

    /** Asks from the shop's own page and holds the answer against the description. */
    private static HttpResponse<byte[]> ask(String path, String... headers) throws Exception {
        HttpResponse<byte[]> response = server.get(path, headers);
        DESCRIPTION.check("get", path, response.statusCode(), header(response, "Content-Type"), text(response));
        return response;
    }

    private static HttpResponse<byte[]> askAsPage(String path) throws Exception {
        return ask(path, "Origin", ORIGIN, "X-Eyewear-Key", key);
    }

    @Test
    void tellsForEachCodeWhetherItHasAFrame() throws Exception {
        HttpResponse<byte[]> response = askAsPage("/v1/availability?skus=ALD-1,PLATFORM-SKU,4006381333931,ALD-1-SUN,UNKNOWN,ELS-1,DELETED,ALD-1");
        assertEquals(200, response.statusCode(), text(response));
        String model = "\"modelUrl\":\"/assets/shops/demo/frames/" + RunningServer.MODEL.sha256() + ".glb\"";
        Map<String, String> items = Arrays.stream(text(response).split("\\{\"code\":\"")).skip(1)
                .collect(Collectors.toMap(item -> item.substring(0, item.indexOf('"')), item -> item));
        assertEquals(7, items.size());
        for (String available : List.of("ALD-1", "PLATFORM-SKU", "4006381333931")) {
            assertTrue(items.get(available).contains(model) && items.get(available).contains("\"available\":true")
                    && items.get(available).contains("\"sizeLabel\":\"48□21-145\""), items.get(available));
        }
        for (String missing : List.of("ALD-1-SUN", "UNKNOWN", "ELS-1", "DELETED")) {
            assertTrue(items.get(missing).contains("\"available\":false"), items.get(missing));
        }
        assertEquals(200, server.get("/assets/shops/demo/frames/" + RunningServer.MODEL.sha256() + ".glb", "Origin", ORIGIN).statusCode());
    }

    @Test
    void answersTheSameQuestionWithTheSameTag() throws Exception {
        HttpResponse<byte[]> first = askAsPage("/v1/availability?skus=ALD-1,UNKNOWN");
        String tag = header(first, "ETag");
        assertEquals(tag, header(askAsPage("/v1/availability?skus=UNKNOWN&skus=%20ALD-1"), "ETag"));
        HttpResponse<byte[]> again = ask("/v1/availability?skus=ALD-1,UNKNOWN&key=" + key, "Origin", ORIGIN, "If-None-Match", tag);
        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
        assertTrue(header(first, "Cache-Control").matches("public, max-age=\\d+, stale-while-revalidate=\\d+"), header(first, "Cache-Control"));
        assertEquals(List.of("Origin", "Accept-Encoding"), first.headers().allValues("Vary"));
        HttpResponse<byte[]> head = server.send("HEAD", "/v1/availability?skus=ALD-1,UNKNOWN&key=" + key, "Origin", ORIGIN);
        assertEquals(tag, header(head, "ETag"));
    }

    @Test
    void refusesQuestionsItDoesNotTake() throws Exception {
        String tooMany = IntStream.rangeClosed(1, 101).mapToObj(n -> "S" + n).collect(Collectors.joining(","));
        for (String query : List.of("", "?skus=", "?skus=,%20,", "?skus=" + tooMany, "?skus=" + "A".repeat(65), "?skus=A%0aB")) {
            HttpResponse<byte[]> response = askAsPage("/v1/availability" + query);
            assertEquals(400, response.statusCode(), query);
            assertTrue(text(response).contains("\"code\":\"BAD_REQUEST\""), text(response));
        }
        String most = IntStream.rangeClosed(1, 100).mapToObj(n -> "S" + n).collect(Collectors.joining(","));
        assertEquals(200, askAsPage("/v1/availability?skus=" + most).statusCode());
        assertEquals(405, server.send("POST", "/v1/availability?skus=A&key=" + key, "Origin", ORIGIN).statusCode());
        // The first is turned away as an attack; the second is none by its look, and is taken for the codes it spells.
        assertEquals(403, askAsPage("/v1/availability?skus=%27%3Bdrop%20table%20variant--").statusCode());
        assertEquals(200, askAsPage("/v1/availability?skus=%27),(%27,$1,%5C%27").statusCode());
        assertTrue(text(askAsPage("/v1/availability?skus=ALD-1")).contains("\"available\":true"));
    }

    @Test
    void givesAProductsConfiguration() throws Exception {
        HttpResponse<byte[]> response = askAsPage("/v1/products/PLATFORM-SKU");
        assertEquals(200, response.statusCode(), text(response));
        assertTrue(text(response).contains("\"lenses\":[{") && text(response).contains("\"tint\":\"GREY\""), text(response));
        assertFalse(text(response).contains("ALD-1-SUN"), "a colour without a model cannot be tried on");
        HttpResponse<byte[]> missing = askAsPage("/v1/products/UNKNOWN");
        assertEquals(404, missing.statusCode());
        assertTrue(text(missing).contains("\"code\":\"PRODUCT_NOT_FOUND\""), text(missing));
        assertEquals(400, askAsPage("/v1/products/" + "A".repeat(65)).statusCode());
        assertEquals(404, askAsPage("/v1/products/ELS-1").statusCode(), "another shop's");
    }

    @Test
    void changedSettingsShowAtOnce() throws Exception {
        StorefrontSettingsStore settings = new StorefrontSettingsStore(server.backends().database(), server.backends().cache(),
                new AuditTrail(Clock.systemUTC()));
        assertTrue(text(askAsPage("/v1/products/ALD-1")).contains("\"buttonText\":\"Try on\""));
        StorefrontSettings d = StorefrontSettings.DEFAULT;
        settings.change(shop.id(), new StorefrontSettings("Essayer", d.accentColour(), true, true, false, "", false, ""), PERSON);
        String now = text(askAsPage("/v1/products/ALD-1"));
        assertTrue(now.contains("\"buttonText\":\"Essayer\"") && now.contains("\"viewerMode\":false"), now);
    }

    @Test
    void onlyPagesOfTheKeysOriginsMayAsk() throws Exception {
        HttpResponse<byte[]> allowed = ask("/v1/availability?skus=A&key=" + key, "Origin", ORIGIN);
        assertEquals(ORIGIN, header(allowed, "Access-Control-Allow-Origin"));
        assertFalse(header(allowed, "Access-Control-Allow-Credentials").equals("true"));
        for (String[] headers : new String[][] {{"Origin", "https://elsewhere.example"}, {"Origin", "https://shop.example.evil.example"},
                {"Origin", "http://shop.example"}, {"Origin", "null"}, {"Origin", "https://shop.example:8443"}, {"Accept", "*/*"}}) {
            for (String path : List.of("/v1/availability?skus=A&key=" + key, "/v1/products/ALD-1?key=" + key)) {
                HttpResponse<byte[]> refused = ask(path, headers);
                assertEquals(403, refused.statusCode(), headers[1]);
                assertTrue(text(refused).contains("\"code\":\"ORIGIN_NOT_ALLOWED\""), text(refused));
                assertEquals("", header(refused, "Access-Control-Allow-Origin"));
            }
        }
        for (String wrong : List.of("", "ewpk_" + "x".repeat(24), "ewpk_short", "%27or%271")) {
            HttpResponse<byte[]> refused = ask("/v1/availability?skus=A&key=" + wrong, "Origin", ORIGIN);
            assertEquals(401, refused.statusCode(), wrong);
            assertTrue(text(refused).contains("\"code\":\"KEY_UNKNOWN\""), text(refused));
        }
    }

    @Test
    void aKeySeesItsOwnShopOnly() throws Exception {
        String own = text(ask("/v1/availability?skus=ALD-1,ELS-1&key=" + otherKey, "Origin", "https://elsewhere.example"));
        assertTrue(own.contains("{\"code\":\"ALD-1\",\"available\":false}") && own.contains("\"sku\":\"ELS-1\""), own);
    }

    @Test
    void answersPreflightsPerShop() throws Exception {
        String[] preflight = {"Origin", ORIGIN, "Access-Control-Request-Method", "GET", "Access-Control-Request-Headers", "x-eyewear-key"};
        HttpResponse<byte[]> named = server.send("OPTIONS", "/v1/availability?skus=A&key=" + key, preflight);
        assertEquals(204, named.statusCode());
        assertEquals(ORIGIN, header(named, "Access-Control-Allow-Origin"));
        assertTrue(header(named, "Access-Control-Allow-Headers").contains("X-Eyewear-Key"));
        HttpResponse<byte[]> foreign = server.send("OPTIONS", "/v1/availability?skus=A&key=" + otherKey, preflight);
        assertEquals(403, foreign.statusCode());
        assertEquals("", header(foreign, "Access-Control-Allow-Origin"));
        // The key will be in a header that a preflight does not carry.
        assertEquals(204, server.send("OPTIONS", "/v1/products/ALD-1", preflight).statusCode());
    }

    @Test
    void aRevokedKeyIsRefused() throws Exception {
        ApiKey shortLived = newKey(shop, ORIGIN);
        String path = "/v1/availability?skus=A&key=" + shortLived.publicKey();
        assertEquals(200, ask(path, "Origin", ORIGIN).statusCode());
        assertTrue(editor.allow(shop.id(), shortLived.id(), List.of(PageOrigin.parse("https://new.example")), PERSON));
        assertEquals(403, ask(path, "Origin", ORIGIN).statusCode());
        assertEquals(200, ask(path, "Origin", "https://new.example").statusCode());
        assertFalse(editor.revoke(other.id(), shortLived.id(), PERSON), "another shop's key");
        assertTrue(editor.revoke(shop.id(), shortLived.id(), PERSON));
        assertEquals(401, ask(path, "Origin", "https://new.example").statusCode());
        assertFalse(editor.revoke(shop.id(), shortLived.id(), PERSON));
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedRouteIsThere() {
        Set<String> routes = new TreeSet<>();
        new StorefrontRoutes(null, null, null).routes().forEach(route -> routes.add(route.method() + " " + route.path().replace("{+", "{")));
        assertEquals(DESCRIPTION.operations(), routes);
    }

    @Test
    void theDescriptionIsPublishedForEverybody() throws Exception {
        HttpResponse<byte[]> response = ask("/v1/openapi.json");
        assertEquals(200, response.statusCode());
        assertEquals("*", header(response, "Access-Control-Allow-Origin"));
        assertEquals(DESCRIPTION.text(), text(response));
    }
}
