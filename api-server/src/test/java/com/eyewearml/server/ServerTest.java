package com.eyewearml.server;

import static com.eyewearml.server.RunningServer.header;
import static com.eyewearml.server.RunningServer.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.Decoder;
import com.aayushatharva.brotli4j.decoder.DirectDecompress;
import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.assets.StaticBundle;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server over real HTTP. */
class ServerTest {
    private static final String MODEL_URL = "/assets/shops/demo/frames/" + RunningServer.MODEL.sha256() + ".glb";

    @TempDir
    static Path temporary;
    static RunningServer server;
    static StaticBundle engine;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.start(temporary, Map.of());
        engine = StaticBundle.read("engine", temporary.resolve("engine"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void listsTheFramesOfOneShop() throws Exception {
        HttpResponse<byte[]> response = server.get("/api/v1/shops/demo/frames");
        assertEquals(200, response.statusCode());
        assertEquals("application/json", header(response, "Content-Type"));
        JsonObject frame = Json.createReader(new ByteArrayInputStream(response.body())).readObject().getJsonArray("frames").getJsonObject(0);
        assertEquals(RunningServer.NAME, frame.getString("name"));
        assertEquals("48□21-145", frame.getString("sizeLabel"));
        assertEquals(8, frame.getJsonNumber("pantoscopicTiltDeg").doubleValue());
        assertEquals("€149", frame.getString("price"));
        JsonObject first = frame.getJsonArray("variants").getJsonObject(0);
        assertEquals(MODEL_URL, first.getString("modelUrl"));
        assertEquals("€159.50", frame.getJsonArray("variants").getJsonObject(1).getString("price"));
        assertFalse(text(response).contains("Elsewhere"));
    }

    @Test
    void tellsOneFrameByItsSku() throws Exception {
        assertTrue(text(server.get("/api/v1/shops/demo/frames/ALD-1-SUN")).contains("\"slug\":\"frame-of-demo\""));
        assertEquals("FRAME_NOT_FOUND", problem(server.get("/api/v1/shops/demo/frames/ELS-1"), 404));
        assertEquals("SHOP_NOT_FOUND", problem(server.get("/api/v1/shops/nobody/frames"), 404));
    }

    @Test
    void writingTheCatalogueChangesTheListAtOnce() throws Exception {
        String before = header(server.get("/api/v1/shops/other/frames"), "ETag");
        var store = new com.eyewearml.server.catalog.CatalogueStore(server.backends().database());
        var writer = new com.eyewearml.server.catalog.CatalogueWriter(server.backends().database(), server.backends().cache());
        writer.putPicture(store.shop("other").orElseThrow(), "ELS-1-SUN", com.eyewearml.server.catalog.PictureView.SIDE,
                Content.of(new byte[] {7}, "image/png", Content.Effort.NONE));
        assertNotEquals(before, header(server.get("/api/v1/shops/other/frames"), "ETag"));
    }

    @Test
    void deliversModelsForEver() throws Exception {
        HttpResponse<byte[]> response = server.get(MODEL_URL);
        assertArrayEquals(RunningServer.MODEL.bytes(), response.body());
        assertEquals("model/gltf-binary", header(response, "Content-Type"));
        assertEquals("public, max-age=31536000, immutable", header(response, "Cache-Control"));
        assertEquals("*", header(response, "Access-Control-Allow-Origin"));
        HttpResponse<byte[]> picture = server.get("/assets/shops/demo/thumbnails/" + RunningServer.PICTURE.sha256() + ".png");
        assertArrayEquals(RunningServer.PICTURE.bytes(), picture.body());
        assertEquals("image/png", header(picture, "Content-Type"));
    }

    @Test
    void keepsTheFilesOfShopsApart() throws Exception {
        assertEquals("ASSET_NOT_FOUND", problem(server.get("/assets/shops/demo/frames/" + RunningServer.OTHER_MODEL.sha256() + ".glb"), 404));
        assertEquals(200, server.get("/assets/shops/other/frames/" + RunningServer.OTHER_MODEL.sha256() + ".glb").statusCode());
        assertEquals("ASSET_NOT_FOUND", problem(server.get("/assets/shops/demo/thumbnails/" + RunningServer.MODEL.sha256() + ".png"), 404));
    }

    @Test
    void compressesAsTheClientLikes() throws Exception {
        Brotli4jLoader.ensureAvailability();
        HttpResponse<byte[]> brotli = server.get(MODEL_URL, "Accept-Encoding", "gzip, deflate, br");
        assertEquals("br", header(brotli, "Content-Encoding"));
        assertTrue(brotli.body().length < RunningServer.MODEL.bytes().length / 4);
        DirectDecompress plain = Decoder.decompress(brotli.body());
        assertArrayEquals(RunningServer.MODEL.bytes(), plain.getDecompressedData());
        HttpResponse<byte[]> gzip = server.get(engine.url("eyewearml.js"), "Accept-Encoding", "gzip, br;q=0");
        assertEquals("gzip", header(gzip, "Content-Encoding"));
        assertArrayEquals(engine.file("eyewearml.js").orElseThrow().bytes(),
                new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes());
        assertEquals("Accept-Encoding", header(gzip, "Vary"));
        assertNotEquals(header(brotli, "ETag"), header(server.get(MODEL_URL), "ETag"));
    }

    @Test
    void sendsNothingThatTheClientHas() throws Exception {
        for (String path : new String[] {MODEL_URL, "/", "/api/v1/shops/demo/frames", engine.url("engine.wasm")}) {
            String tag = header(server.get(path, "Accept-Encoding", "br"), "ETag");
            HttpResponse<byte[]> again = server.get(path, "Accept-Encoding", "br", "If-None-Match", "\"other\", W/" + tag);
            assertEquals(304, again.statusCode(), path);
            assertEquals(0, again.body().length);
            assertEquals(tag, header(again, "ETag"));
            assertEquals(200, server.get(path, "Accept-Encoding", "br", "If-None-Match", "\"other\"").statusCode());
        }
    }

    @Test
    void answersHeadLikeGetWithoutABody() throws Exception {
        HttpResponse<byte[]> head = server.send("HEAD", MODEL_URL);
        assertEquals(200, head.statusCode());
        assertEquals(String.valueOf(RunningServer.MODEL.bytes().length), header(head, "Content-Length"));
        assertEquals(0, head.body().length);
    }

    @Test
    void deliversTheEngineUnderItsVersion() throws Exception {
        HttpResponse<byte[]> wasm = server.get(engine.url("engine.wasm"));
        assertEquals(200, wasm.statusCode());
        assertEquals("application/wasm", header(wasm, "Content-Type"));
        assertEquals("text/javascript; charset=utf-8", header(server.get(engine.url("sub/part.js")), "Content-Type"));
        assertEquals("ASSET_NOT_FOUND", problem(server.get("/assets/engine/0000000000000000/engine.wasm"), 404));
        assertEquals("ASSET_NOT_FOUND", problem(server.get(engine.url("sub/private.key")), 404));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.js", "..%2foutside.js", "%2e%2e/outside.js", "%2e%2e%2foutside.js", "sub/../../outside.js",
        "..%5coutside.js", "sub%00/part.js", "//outside.js", "....//outside.js", "..;/outside.js", "%252e%252e%252foutside.js"})
    void neverLeavesTheBundle(String path) throws Exception {
        String answer = raw("GET " + engine.url("") + path + " HTTP/1.1");
        assertFalse(answer.contains("outside"), answer);
        assertTrue(answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 400") || answer.startsWith("HTTP/1.1 403"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/frames/frame-of-demo", "/fit-guide", "/nothing-here", "/api/v1/shops/demo/frames", "/health/live"})
    void protectsEveryAnswer(String path) throws Exception {
        HttpResponse<byte[]> response = server.get(path);
        String policy = header(response, "Content-Security-Policy");
        assertTrue(policy.contains("default-src 'self'") && policy.contains("script-src 'self' 'wasm-unsafe-eval';")
                && policy.contains("object-src 'none'") && policy.contains("base-uri 'none'") && !policy.contains("'unsafe-inline'"), policy);
        assertTrue(header(response, "Permissions-Policy").startsWith("camera=(self)"));
        assertEquals("nosniff", header(response, "X-Content-Type-Options"));
        assertFalse(header(response, "Referrer-Policy").isEmpty());
    }

    @Test
    void showsTextAsTextOnPages() throws Exception {
        for (String path : new String[] {"/", "/frames/frame-of-demo"}) {
            String html = text(server.get(path));
            assertTrue(html.contains("Aldine &lt;script&gt;"), html);
            assertFalse(html.contains("<script>alert"), html);
        }
    }

    @Test
    void showsTheChosenColour() throws Exception {
        assertTrue(text(server.get("/frames/frame-of-demo?colour=ALD-1-SUN")).contains("€159.50"));
        assertTrue(text(server.get("/frames/frame-of-demo?colour=%3Cb%3E")).contains("€149"));
    }

    @Test
    void filtersTheList() throws Exception {
        assertTrue(text(server.get("/?kind=sun&shape=panto&sort=price")).contains("ALD-1-SUN"));
        String none = text(server.get("/?shape=round"));
        assertFalse(none.contains("ALD-1-SUN\""), none);
        assertEquals(200, server.get("/?kind=%27&shape=..&sort=%3Cb%3E").statusCode());
        assertEquals(403, server.get("/?kind=%00&sort=%3Cscript%3E").statusCode());
    }

    @Test
    void helpsPeopleWhoAreLost() throws Exception {
        for (String path : new String[] {"/nothing-here", "/frames/gone"}) {
            HttpResponse<byte[]> response = server.get(path);
            assertEquals(404, response.statusCode());
            assertEquals("text/html; charset=utf-8", header(response, "Content-Type"));
            assertTrue(text(response).contains("href=\"/\""));
        }
        assertEquals("NOT_FOUND", problem(server.get("/api/nothing"), 404));
    }

    @Test
    void takesNoWrites() throws Exception {
        int status = server.send("POST", "/api/v1/shops/demo/frames").statusCode();
        assertTrue(status == 404 || status == 405, "status " + status);
        String answer = raw("POST / HTTP/1.1\r\nContent-Length: 10000000");
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
    }

    @Test
    void reportsItsHealth() throws Exception {
        assertEquals(200, server.get("/health/live").statusCode());
        HttpResponse<byte[]> ready = server.get("/health/ready");
        assertEquals(200, ready.statusCode());
        assertTrue(text(ready).contains("postgresql") && text(ready).contains("redis"), text(ready));
        assertEquals(200, server.get("/metrics").statusCode());
    }

    @Test
    void refusesATakenPort() {
        ServerSettings settings = ServerSettings.from(Map.of("EYEWEARML_PORT", String.valueOf(server.port()),
                "EYEWEARML_DATA_DIR", temporary.resolve("data").toString()));
        StartupException refused = assertThrows(StartupException.class, () -> EyewearServer.start(settings, server.backends()));
        assertTrue(refused.getMessage().contains(":" + server.port()) && refused.getMessage().contains("--port"), refused.getMessage());
    }

    private static String problem(HttpResponse<byte[]> response, int status) {
        assertEquals(status, response.statusCode());
        assertEquals("application/problem+json", header(response, "Content-Type"));
        JsonObject problem = Json.createReader(new ByteArrayInputStream(response.body())).readObject();
        assertEquals(status, problem.getInt("status"));
        return problem.getString("code");
    }

    /** What the server answers to a request line that clients would tidy up. */
    private static String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((requestLine + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
