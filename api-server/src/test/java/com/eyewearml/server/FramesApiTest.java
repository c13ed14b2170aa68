package com.eyewearml.server;

import static com.eyewearml.db.schema.Tables.FRAME_LINK;
import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static com.eyewearml.db.schema.Tables.PRODUCT;
import static com.eyewearml.db.schema.Tables.PRODUCT_VARIANT;
import static com.eyewearml.db.schema.Tables.STORED_OBJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.eyewearml.db.Database;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.frame.preview.Picture;
import com.eyewearml.frame.preview.ProductPhotographer;
import com.eyewearml.frame.preview.ProductView;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.auth.Accounts;
import com.eyewearml.server.auth.Guard;
import com.eyewearml.server.auth.Members;
import com.eyewearml.server.auth.SessionKey;
import com.eyewearml.server.auth.Sessions;
import com.eyewearml.server.catalog.CatalogueStore;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.frames.FrameSpecJson;
import com.eyewearml.server.frames.ShopLenses;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.JobRequest;
import com.eyewearml.server.pictures.TestPictures;
import com.eyewearml.server.products.ProductStore;
import com.eyewearml.server.storefront.ApiKeyEditor;
import com.eyewearml.server.storefront.PageOrigin;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A merchant's way to frames through the whole server: files, parameters, suggestions, and what storefronts are told then. */
class FramesApiTest {
    private static final String ORIGIN = "https://shop.example";
    private static final String DATA = "/admin/demo/data";
    private static final DemoFrame DEMO = DemoCatalogue.frames().getFirst();
    private static final int MOST_LOOKS = 1200;
    private static final long LOOK_MS = 100;

    @TempDir
    static Path temporary;
    private static RunningServer server;
    private static Database database;
    private static Shop shop;
    private static SessionKey editor;
    private static String key;
    private static UUID connection;
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(temporary, Map.of());
        database = server.backends().database();
        shop = new CatalogueStore(database).shop("demo").orElseThrow();
        UUID account = new Accounts(database, Clock.systemUTC()).addOfPlatform("Editor").id();
        database.changeShop(shop.id(), db -> Members.put(db, shop.id(), account, Role.EDITOR));
        editor = new Sessions(database, Clock.systemUTC()).open(account, Optional.empty());
        key = new ApiKeyEditor(database, server.backends().cache(), new AuditTrail(Clock.systemUTC()))
                .create(shop.id(), "Web", List.of(PageOrigin.parse(ORIGIN)), Actor.system("test")).publicKey();
        connection = UUID.randomUUID();
        database.changeShop(shop.id(), db -> db.insertInto(PLATFORM_CONNECTION).set(PLATFORM_CONNECTION.ID, connection)
                .set(PLATFORM_CONNECTION.SHOP_ID, shop.id()).set(PLATFORM_CONNECTION.PLATFORM, "SHOPIFY")
                .set(PLATFORM_CONNECTION.STORE, "frames.myshopify.com").set(PLATFORM_CONNECTION.WEBHOOK_PATH, "f".repeat(22))
                .set(PLATFORM_CONNECTION.STATE, "ACTIVE").execute());
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        server.close();
    }

    private static HttpResponse<String> send(String method, String path, byte[] body) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Cookie", Guard.SESSION_COOKIE + "=" + editor.secret()).header(Guard.CSRF_HEADER, editor.csrf())
                .method(method, body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, JsonObject body) throws IOException, InterruptedException {
        return send("POST", DATA + path, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonStructure json(HttpResponse<String> response) {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.read();
        }
    }

    private static String id(HttpResponse<String> response, int status) {
        assertEquals(status, response.statusCode(), response.body());
        return ((JsonObject) json(response)).getString("id");
    }

    private static JsonObject get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send("GET", DATA + path, new byte[0]);
        assertEquals(200, response.statusCode(), response.body());
        return (JsonObject) json(response);
    }

    /** Looks until the import is no longer being worked on. */
    private static JsonObject finished(String importId) throws IOException, InterruptedException {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            JsonObject it = get("/imports/" + importId);
            if (!it.getString("state").equals("WAITING")) {
                return it;
            }
            Thread.sleep(LOOK_MS);
        }
        return fail("the import was not worked on");
    }

    private static String availability(String code) throws IOException, InterruptedException {
        return RunningServer.text(server.get("/v1/availability?skus=" + code, "Origin", ORIGIN, "X-Eyewear-Key", key));
    }

    private static UUID product(String title, boolean eyewear, String sku, String gtin, String variantTitle) {
        UUID product = UUID.randomUUID();
        UUID variant = UUID.randomUUID();
        database.changeShop(shop.id(), db -> {
            db.insertInto(PRODUCT).set(PRODUCT.ID, product).set(PRODUCT.SHOP_ID, shop.id()).set(PRODUCT.CONNECTION_ID, connection)
                    .set(PRODUCT.PLATFORM_PRODUCT_ID, product.toString()).set(PRODUCT.TITLE, title).set(PRODUCT.EYEWEAR, eyewear)
                    .set(PRODUCT.PLATFORM_UPDATED_AT, OffsetDateTime.now()).execute();
            db.insertInto(PRODUCT_VARIANT).set(PRODUCT_VARIANT.ID, variant).set(PRODUCT_VARIANT.SHOP_ID, shop.id())
                    .set(PRODUCT_VARIANT.PRODUCT_ID, product).set(PRODUCT_VARIANT.PLATFORM_VARIANT_ID, "1").set(PRODUCT_VARIANT.TITLE, variantTitle)
                    .set(PRODUCT_VARIANT.SKU, sku).set(PRODUCT_VARIANT.GTIN, gtin).execute();
        });
        return product;
    }

    private static byte[] demoGlb() {
        return FrameGlb.write(FrameGenerator.generate(DEMO.spec(DEMO.variants().getFirst())));
    }

    private static long filesOnTheirWay() throws IOException {
        try (Stream<Path> files = Files.walk(temporary.resolve("data/objects/incoming"))) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("lock")).count();
        }
    }

    @Test
    void aModelBecomesAFrameThatStorefrontsTryOn() throws Exception {
        product("A frame with a lower-case SKU", true, "glb-one_a.1", "", "");
        assertTrue(availability("glb-one_a.1").contains("\"available\":false"));
        String importId = id(send("POST", DATA + "/imports/models?name=model.glb&totalWidthMm=139", demoGlb()), 202);
        JsonObject done = finished(importId);
        assertEquals("DONE", done.getString("state"), done.toString());
        assertEquals(3, done.getInt("done"));
        double lensWidth = done.getJsonObject("report").getJsonObject("measurements").getJsonNumber("lensWidthMm").doubleValue();
        assertEquals(DEMO.dimensions().lensWidthMm(), lensWidth, 0.5);
        String frame = id(post("/imports/" + importId + "/frame", Json.createObjectBuilder().add("name", "Über Größe").add("sku", "GLB-ONE_A.1")
                .add("colourName", "Havana").build()), 201);
        JsonObject made = get("/frames/" + frame);
        assertEquals("uber-grosse", made.getString("slug"));
        assertEquals("MODEL", made.getString("origin"));
        assertEquals(1, made.getJsonArray("colours").getJsonObject(0).getInt("links"), "linked by its SKU, in whatever case");
        String answer = availability("glb-one_a.1");
        assertTrue(answer.contains("\"available\":true"), answer);
        String model = made.getJsonArray("colours").getJsonObject(0).getString("modelUrl");
        assertTrue(answer.contains(model), answer);
        assertEquals("glTF", new String(server.get(model).body(), 0, 4, StandardCharsets.US_ASCII));
        assertEquals(200, server.get("/v1/products/GLB-ONE_A.1", "Origin", ORIGIN, "X-Eyewear-Key", key).statusCode());
        assertEquals(204, send("DELETE", DATA + "/frames/" + frame, new byte[0]).statusCode());
        assertTrue(availability("glb-one_a.1").contains("\"available\":false"), "storefronts are told at once");
    }

    @Test
    void aPhotographBecomesAFrame() throws Exception {
        DemoFrame frame = DemoCatalogue.frames().stream().filter(demo -> demo.slug().equals("corvus")).findFirst().orElseThrow();
        Picture picture = new ProductPhotographer(FrameGenerator.generate(frame.spec(frame.variants().getFirst())))
                .take(ProductView.FRONT, 1000, 500, 0xF4F2EE);
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        String importId = id(send("POST", DATA + "/imports/photos?size=52-19-145&name=front.jpg", TestPictures.file(image, "png")), 202);
        JsonObject done = finished(importId);
        assertEquals("DONE", done.getString("state"), done.toString());
        assertEquals("FULL", done.getJsonObject("report").getString("rimType"));
        assertEquals(422, send("POST", DATA + "/imports/photos?size=large", TestPictures.file(TestPictures.flag(300, 200), "png")).statusCode());
    }

    @Test
    void whatIsNoFrameIsToldPreciselyAndNotKept() throws Exception {
        byte[] glb = demoGlb();
        JsonObject cut = finished(id(send("POST", DATA + "/imports/models", Arrays.copyOf(glb, glb.length / 2)), 202));
        assertEquals("FAILED", cut.getString("state"));
        assertEquals("TRUNCATED", cut.getJsonObject("error").getString("code"));
        String detail = cut.getJsonObject("error").getString("detail");
        assertTrue(Character.isUpperCase(detail.charAt(0)) && detail.endsWith("."), detail);
        assertFalse(detail.contains(temporary.toString()), detail);
        byte[] half = HexFormat.of().parseHex(cutHash(glb));
        assertEquals("QUARANTINED", database.inShop(shop.id(), db -> db.select(STORED_OBJECT.STATE).from(STORED_OBJECT)
                .where(STORED_OBJECT.SHA256.eq(half)).fetchSingle(STORED_OBJECT.STATE)), "never delivered, and collected after the grace time");
        HttpResponse<String> page = send("POST", DATA + "/imports/models?name=model.glb", "<html>".repeat(10).getBytes(StandardCharsets.UTF_8));
        assertEquals(415, page.statusCode());
        assertTrue(page.body().contains("UNSUPPORTED_FILE"), page.body());
        assertEquals(422, send("POST", DATA + "/imports/models?totalWidthMm=14", glb).statusCode(), "a width in centimetres");
        assertEquals(0, filesOnTheirWay());
    }

    private static String cutHash(byte[] glb) throws Exception {
        return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(glb, glb.length / 2)));
    }

    /** Sends a head and some bytes of a body that never ends; the answer's first line. */
    private static String answerTo(String headers, byte[] body, long repeats) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + DATA + "/imports/models HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + Guard.SESSION_COOKIE + "=" + editor.secret()
                    + "\r\n" + Guard.CSRF_HEADER + ": " + editor.csrf() + "\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            try {
                for (long i = 0; i < repeats; i++) {
                    out.write(body);
                }
                InputStream in = socket.getInputStream();
                StringBuilder line = new StringBuilder();
                for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
                    line.append((char) c);
                }
                return line.toString();
            } catch (IOException e) {
                // Whoever goes on sending may find the connection gone before the answer is read.
                return "";
            }
        }
    }

    @Test
    void aGigabyteIsRefusedBeforeItIsRead() throws Exception {
        assertTrue(answerTo("Content-Length: " + (1L << 30), new byte[0], 0).contains(" 413 "));
        assertEquals(0, filesOnTheirWay());
    }

    @Test
    void aGigabyteWithoutALengthIsCutOffAtTheLimitAndNotKept() throws Exception {
        byte[] chunk = new byte[65536];
        System.arraycopy(new byte[] {'g', 'l', 'T', 'F', 2, 0, 0, 0}, 0, chunk, 0, 8);
        byte[] framed = new byte[chunk.length + 9];
        System.arraycopy("10000\r\n".getBytes(StandardCharsets.US_ASCII), 0, framed, 0, 7);
        System.arraycopy(chunk, 0, framed, 7, chunk.length);
        framed[framed.length - 2] = '\r';
        framed[framed.length - 1] = '\n';
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        String answer = answerTo("Transfer-Encoding: chunked", framed, 1 << 14);
        assertTrue(answer.isEmpty() || answer.contains(" 413 "), answer);
        System.gc();
        assertTrue(runtime.totalMemory() - runtime.freeMemory() - before < 48 << 20, "the file is held in memory");
        for (int looks = 0; filesOnTheirWay() > 0; looks++) {
            assertTrue(looks < MOST_LOOKS, "what was received of it is left");
            Thread.sleep(LOOK_MS);
        }
    }

    private static JsonObject draft(String name, String... skus) {
        JsonObject spec = FrameSpecJson.write(DEMO.spec(DEMO.variants().getFirst()));
        var colours = Json.createArrayBuilder();
        for (String sku : skus) {
            colours.add(Json.createObjectBuilder().add("sku", sku).add("name", "Havana " + sku).add("spec", spec));
        }
        return Json.createObjectBuilder().add("name", name).add("base", spec).add("colours", colours).build();
    }

    @Test
    void parametersMakeAFrameThatMayBeChangedKeepingItsLinks() throws Exception {
        product("Linked by GTIN", true, "OTHER", "4006381333931", "");
        JsonObject first = draft("Parametric", "PAR-1", "PAR-2");
        String frame = id(post("/frames", first), 201);
        JsonArray colours = get("/frames/" + frame).getJsonArray("colours");
        String kept = colours.getJsonObject(0).getString("id");
        assertEquals(0, colours.getJsonObject(0).getInt("links"));
        JsonObject second = Json.createObjectBuilder(draft("Parametric, renamed", "PAR-1", "PAR-3")).build();
        assertEquals(201, send("PUT", DATA + "/frames/" + frame, second.toString().getBytes(StandardCharsets.UTF_8)).statusCode());
        JsonArray after = get("/frames/" + frame).getJsonArray("colours");
        assertEquals(List.of("PAR-1", "PAR-3"), after.stream().map(colour -> colour.asJsonObject().getString("sku")).toList());
        assertEquals(kept, after.getJsonObject(0).getString("id"));
        assertTrue(availability("PAR-3").contains("\"available\":true"));
        assertTrue(availability("PAR-2").contains("\"available\":false"));
        HttpResponse<String> taken = post("/frames", draft("Another", "PAR-1"));
        assertEquals(409, taken.statusCode());
        assertTrue(taken.body().contains("PAR-1"), taken.body());
        JsonObject spec = second.getJsonObject("base");
        HttpResponse<String> impossible = post("/preview", Json.createObjectBuilder(spec).add("lensWidthMm", 90).build());
        assertEquals(422, impossible.statusCode());
        assertTrue(impossible.body().contains("lens width"), impossible.body());
        assertTrue(post("/preview", spec).body().startsWith("glTF"));
    }

    @Test
    void picturesOfAColourComeInAllSizes() throws Exception {
        String frame = id(post("/frames", draft("Pictured", "PIC-1")), 201);
        String colour = get("/frames/" + frame).getJsonArray("colours").getJsonObject(0).getString("id");
        byte[] photo = TestPictures.file(TestPictures.gradient(900, 600), "jpg");
        HttpResponse<String> added = send("POST", DATA + "/colours/" + colour + "/pictures", photo);
        assertEquals(201, added.statusCode(), added.body());
        JsonObject srcset = ((JsonObject) json(added)).getJsonObject("srcset");
        for (String format : List.of("avif", "webp", "jpeg")) {
            String[] sizes = srcset.getString(format).split(", ");
            assertEquals(5, sizes.length);
            HttpResponse<byte[]> picture = server.get(sizes[1].split(" ")[0]);
            assertEquals(200, picture.statusCode());
            assertEquals("image/" + format, RunningServer.header(picture, "Content-Type"));
            assertTrue(RunningServer.header(picture, "Cache-Control").contains("immutable"));
        }
        assertEquals(404, server.get(srcset.getString("webp").split(" ")[0].replace("160.webp", "161.webp")).statusCode());
        assertEquals(404, server.get(srcset.getString("webp").split(" ")[0].replace("/demo/", "/other/")).statusCode());
    }

    private static JsonObject suggested(UUID product) throws IOException, InterruptedException {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            for (JsonValue item : get("/suggestions").getJsonArray("items")) {
                if (item.asJsonObject().getString("productId").equals(product.toString())) {
                    return item.asJsonObject();
                }
            }
            Thread.sleep(LOOK_MS);
        }
        return fail("nothing was suggested");
    }

    @Test
    void whatLooksLikeEyewearIsSuggestedAFrameThatTheMerchantDecidesOn() throws Exception {
        UUID product = product("Sonnenbrille Luna rund Metall 49□21-145", true, "LUNA-GOLD", "", "Gold");
        product("Brillenetui", false, "CASE", "", "");
        database.changeShop(shop.id(), db -> JobQueue.add(db, shop.id(), new JobRequest(ProductStore.SUGGEST_JOB, "all", JsonValue.EMPTY_JSON_OBJECT,
                Instant.now())));
        JsonObject suggestion = suggested(product);
        assertEquals("ROUND", suggestion.getJsonObject("spec").getString("shape"));
        String path = "/suggestions/" + suggestion.getString("id");
        assertTrue(send("GET", DATA + path + "/model.glb", new byte[0]).body().startsWith("glTF"));
        assertTrue(availability("LUNA-GOLD").contains("\"available\":false"));
        String frame = id(send("POST", DATA + path + "/accept", new byte[0]), 201);
        assertTrue(availability("LUNA-GOLD").contains("\"available\":true"));
        assertEquals("METAL_GOLD", get("/frames/" + frame).getJsonArray("colours").getJsonObject(0).getJsonObject("spec").getString("front"));
        assertEquals(409, send("POST", DATA + path + "/accept", new byte[0]).statusCode(), "decided already");
        assertEquals(204, send("POST", DATA + path + "/undo", new byte[0]).statusCode());
        assertTrue(availability("LUNA-GOLD").contains("\"available\":false"));
        assertEquals(404, send("GET", DATA + "/frames/" + frame, new byte[0]).statusCode());
        assertEquals(204, send("POST", DATA + path + "/reject", new byte[0]).statusCode());
        assertEquals("REJECTED", get("/suggestions?state=REJECTED").getJsonArray("items").getJsonObject(0).getString("state"));
        assertEquals(204, send("POST", DATA + path + "/undo", new byte[0]).statusCode());
    }

    @Test
    void aProductIsOfferedWithItsLenses() throws Exception {
        UUID product = product("Offered with some lenses", true, "RB-3025 001/58", "", "");
        id(post("/frames", draft("Lensed", "RB-3025 001/58")), 201);
        ShopLenses lenses = new ShopLenses(database, server.backends().cache(), new AuditTrail(Clock.systemUTC()));
        UUID clear = lenses.save(shop.id(), Optional.empty(), lens("Clear", "NONE", 98), Actor.system("test"));
        UUID grey = lenses.save(shop.id(), Optional.empty(), lens("Grey", "GREY", 15), Actor.system("test"));
        assertEquals(List.of("Clear", "Grey"), offered());
        byte[] chosen = Json.createObjectBuilder().add("lenses", Json.createArrayBuilder().add(grey.toString())).build().toString()
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(204, send("PUT", DATA + "/products/" + product + "/lenses", chosen).statusCode());
        assertEquals(List.of("Grey"), offered());
        assertTrue(lenses.delete(shop.id(), grey, Actor.system("test")));
        assertEquals(List.of("Clear"), offered(), "a product without lenses of its own is offered with all");
        assertTrue(lenses.delete(shop.id(), clear, Actor.system("test")));
    }

    private static ShopLenses.Draft lens(String name, String tint, double vltPercent) {
        return new ShopLenses.Draft(name, tint, vltPercent, OptionalDouble.empty(), "NONE", true, false, false);
    }

    private static List<String> offered() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = server.get("/v1/products/RB-3025%20001%2F58", "Origin", ORIGIN, "X-Eyewear-Key", key);
        assertEquals(200, answer.statusCode(), RunningServer.text(answer));
        try (JsonReader reader = Json.createReader(new StringReader(RunningServer.text(answer)))) {
            return reader.readObject().getJsonArray("lenses").stream().map(lens -> lens.asJsonObject().getString("name")).toList();
        }
    }

    @Test
    void membersLinkAndUnlink() throws Exception {
        UUID product = product("Linked by hand", true, "HAND", "", "");
        UUID variant = database.inShop(shop.id(), db -> db.select(PRODUCT_VARIANT.ID).from(PRODUCT_VARIANT)
                .where(PRODUCT_VARIANT.PRODUCT_ID.eq(product)).fetchSingle(PRODUCT_VARIANT.ID));
        String frame = id(post("/frames", draft("By hand", "BY-HAND")), 201);
        String colour = get("/frames/" + frame).getJsonArray("colours").getJsonObject(0).getString("id");
        byte[] body = Json.createObjectBuilder().add("colour", colour).build().toString().getBytes(StandardCharsets.UTF_8);
        assertEquals(204, send("PUT", DATA + "/links/" + variant, body).statusCode());
        assertTrue(availability("HAND").contains("\"available\":true"));
        assertEquals("PERSON", database.inShop(shop.id(), db -> db.select(FRAME_LINK.LINKED_BY).from(FRAME_LINK)
                .where(FRAME_LINK.PRODUCT_VARIANT_ID.eq(variant)).fetchSingle(FRAME_LINK.LINKED_BY)));
        assertEquals(204, send("DELETE", DATA + "/links/" + variant, new byte[0]).statusCode());
        assertTrue(availability("HAND").contains("\"available\":false"));
        assertEquals(404, send("PUT", DATA + "/links/" + UUID.randomUUID(), body).statusCode());
    }
}
