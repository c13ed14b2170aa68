package com.eyewearml.server;

import static com.eyewearml.server.RunningServer.header;
import static com.eyewearml.server.RunningServer.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.catalog.CatalogueStore;
import com.eyewearml.server.storefront.ApiKeyEditor;
import com.eyewearml.server.storefront.PageOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests meet before any handler, over real sockets. */
class GatewayTest {
    private static final String ORIGIN = "https://shop.example";
    /** Refills slower than any test lasts. */
    private static final String ADDRESS_RATE = "40/0.0001";
    private static final String SHOP_RATE = "30/0.0001";

    @TempDir
    static Path temporary;
    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(temporary, Map.of("EYEWEARML_RATE_ADDRESS", ADDRESS_RATE, "EYEWEARML_RATE_SHOP", SHOP_RATE,
                "EYEWEARML_TRUSTED_PROXIES", "127.0.0.1", "EYEWEARML_PUBLIC_URL", "https://app.example",
                "EYEWEARML_TOKEN_KEYS", "k1:" + Base64.getEncoder().encodeToString(new byte[32]),
                "EYEWEARML_SHOPIFY_CLIENT_ID", "shopify-id", "EYEWEARML_SHOPIFY_CLIENT_SECRET", "shopify-secret"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String newKey(String shop) {
        var database = server.backends().database();
        return new ApiKeyEditor(database, server.backends().cache(), new AuditTrail(Clock.systemUTC()))
                .create(new CatalogueStore(database).shop(shop).orElseThrow().id(), "web", List.of(PageOrigin.parse(ORIGIN)),
                        Actor.system("test")).publicKey();
    }

    @Test
    void requestsKeepTheirWellFormedNamesAndGetNewOnesOtherwise() throws Exception {
        assertEquals("trace-0123456789", header(server.get("/", "X-Request-Id", "trace-0123456789"), "X-Request-Id"));
        for (String bad : List.of("short", "x".repeat(65), "with space", "<script>alert(1)</script>", "line%0d%0abreak", "a;b;c;d;e;f")) {
            String made = header(server.get("/", "X-Request-Id", bad), "X-Request-Id");
            assertTrue(made.matches("[0-9a-f]{32}"), made);
        }
        assertNotEquals(header(server.get("/"), "X-Request-Id"), header(server.get("/"), "X-Request-Id"));
        HttpResponse<byte[]> problem = server.get("/api/nothing", "X-Request-Id", "trace-0123456789");
        assertTrue(text(problem).contains("\"requestId\":\"trace-0123456789\""), text(problem));
    }

    @Test
    void oneAddressMayAskAsOftenAsItsRateSays() throws Exception {
        String key = newKey("demo");
        int granted = 0;
        HttpResponse<byte[]> last;
        do {
            last = server.get("/api/v1/shops/demo/frames", "X-Forwarded-For", "198.51.100.7, 203.0.113.9");
            granted += last.statusCode() == 200 ? 1 : 0;
        } while (last.statusCode() == 200);
        assertEquals(40, granted);
        assertEquals(429, last.statusCode());
        assertEquals("application/problem+json", header(last, "Content-Type"));
        assertTrue(text(last).contains("\"code\":\"TOO_MANY_REQUESTS\""), text(last));
        assertTrue(Long.parseLong(header(last, "Retry-After")) > 0);
        assertTrue(header(last, "RateLimit").startsWith("\"address\";r=0;t="), header(last, "RateLimit"));
        // The proxy wrote the last address; what stands before it is the client's word.
        assertEquals(429, server.get("/api/v1/shops/demo/frames", "X-Forwarded-For", "1.2.3.4, 203.0.113.9").statusCode());
        assertEquals(200, server.get("/api/v1/shops/demo/frames", "X-Forwarded-For", "203.0.113.9, 203.0.113.10").statusCode());
        assertEquals(429, server.get("/v1/availability?skus=A&key=" + key, "Origin", ORIGIN, "X-Forwarded-For", "203.0.113.9").statusCode());
    }

    @Test
    void oneNetworkOfVersionSixIsOneClient() throws Exception {
        for (int i = 0; i < 40; i++) {
            assertEquals(200, server.get("/api/v1/shops/demo/frames", "X-Forwarded-For", "2001:db8:1:2::" + Integer.toHexString(i + 1)).statusCode());
        }
        assertEquals(429, server.get("/api/v1/shops/demo/frames", "X-Forwarded-For", "2001:db8:1:2:ffff::1").statusCode());
        assertEquals(200, server.get("/api/v1/shops/demo/frames", "X-Forwarded-For", "2001:db8:1:3::1").statusCode());
    }

    @Test
    void oneShopMayBeAskedForAsOftenAsItsRateSays() throws Exception {
        String key = newKey("other");
        for (int i = 0; i < 30; i++) {
            HttpResponse<byte[]> answer = server.get("/v1/availability?skus=A&key=" + key, "Origin", ORIGIN, "X-Forwarded-For", "192.0.2." + i);
            assertEquals(200, answer.statusCode());
            assertEquals("\"shop\";q=30;w=300000", header(answer, "RateLimit-Policy"));
            assertTrue(header(answer, "RateLimit").startsWith("\"shop\";r=" + (29 - i) + ";t="), header(answer, "RateLimit"));
        }
        HttpResponse<byte[]> refused = server.get("/v1/availability?skus=A&key=" + key, "Origin", ORIGIN, "X-Forwarded-For", "192.0.2.99");
        assertEquals(429, refused.statusCode());
        assertTrue(text(refused).contains("one shop"), text(refused));
        assertEquals(ORIGIN, header(refused, "Access-Control-Allow-Origin"), "the page must be able to read the refusal");
        assertTrue(header(refused, "Access-Control-Expose-Headers").contains("RateLimit"));
    }

    @Test
    void answersUnderItsOwnNamesOnly() throws Exception {
        for (String host : List.of("evil.example", "evil.example:80", "127.0.0.1.evil.example", "app.example.evil", "")) {
            String answer = raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 421") || answer.startsWith("HTTP/1.1 400"), host + ": " + answer);
        }
        for (String host : List.of("localhost", "127.0.0.1:" + server.port(), "app.example", "APP.example:443", "[::1]")) {
            assertTrue(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").startsWith("HTTP/1.1 200"), host);
        }
    }

    /** Requests that two programs might understand differently, and what is none at all. */
    @ParameterizedTest
    @ValueSource(strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/3.0\r\nHost: localhost\r\n\r\n",
        "G<>T / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX Y: z\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX-Y: a\u0000b\r\n\r\n",
        "POST /webhooks/shopify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /webhooks/shopify HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
        "POST /webhooks/shopify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        "POST /webhooks/shopify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5,5\r\n\r\nabcde",
        "POST /webhooks/shopify HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "POST /webhooks/shopify HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"})
    void refusesWhatIsNoCleanRequest(String request) throws Exception {
        String answer = raw(request);
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 505"), answer);
        assertFalse(answer.contains("Exception") || answer.contains("helidon"), answer);
    }

    @Test
    void boundsRequestLineAndHeaders() throws Exception {
        String close = "Host: localhost\r\nConnection: close\r\n";
        assertTrue(raw("GET /?q=" + "a".repeat(6000) + " HTTP/1.1\r\n" + close + "\r\n").startsWith("HTTP/1.1 200"));
        String longLine = raw("GET /?q=" + "a".repeat(20_000) + " HTTP/1.1\r\n" + close + "\r\n");
        assertTrue(longLine.isEmpty() || longLine.startsWith("HTTP/1.1 4"), longLine);
        String manyHeaders = raw("GET / HTTP/1.1\r\n" + close + "X-A: b\r\n".repeat(5000) + "\r\n");
        assertTrue(manyHeaders.isEmpty() || manyHeaders.startsWith("HTTP/1.1 4"), manyHeaders);
    }

    /** One GB, announced or not, to addresses that take bodies and to those that do not; the client sends until it is stopped. */
    @ParameterizedTest
    @CsvSource({"/webhooks/shopify,true", "/webhooks/shopify,false", "/,true", "/,false", "/nothing,false"})
    void refusesAGigabyteWithoutKeepingIt(String path, boolean announced) throws Exception {
        byte[] block = new byte[1 << 16];
        long sent = 0;
        long heapBefore = usedHeap();
        String answer = "";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                    + (announced ? "Content-Length: " + (1L << 30) : "Transfer-Encoding: chunked") + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            try {
                while (sent < 1L << 30) {
                    if (!announced) {
                        out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                    out.write(block);
                    if (!announced) {
                        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                    sent += block.length;
                }
            } catch (IOException e) {
                assertTrue(sent < 1L << 28, "stopped late, after " + sent + " bytes");
            }
            answer = readWhatThereIs(socket);
        }
        assertTrue(sent < 1L << 30, "took it all and said " + answer);
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
        assertTrue(usedHeap() - heapBefore < 100 << 20, "holds what was sent");
        assertEquals(200, server.get("/").statusCode());
    }

    @Test
    void saysThatABodyIsTooLargeBeforeItIsSent() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(("POST /webhooks/shopify HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + (5 << 20)
                    + "\r\nExpect: 100-continue\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            assertEquals("HTTP/1.1 413", new String(status, StandardCharsets.US_ASCII));
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return readWhatThereIs(socket);
        }
    }

    /** Up to the end of the connection, or its loss. */
    private static String readWhatThereIs(Socket socket) throws IOException {
        socket.setSoTimeout(30_000);
        StringBuilder answer = new StringBuilder();
        byte[] bytes = new byte[4096];
        InputStream in = socket.getInputStream();
        try {
            int count;
            while ((count = in.read(bytes)) > 0) {
                answer.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException e) {
            // Reset: what had come before stands.
            return answer.toString();
        }
        return answer.toString();
    }
}
