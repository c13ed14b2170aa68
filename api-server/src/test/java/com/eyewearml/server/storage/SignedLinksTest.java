package com.eyewearml.server.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.testing.TestClock;
import com.eyewearml.server.testing.TestServer;
import com.eyewearml.storage.DirectoryStore;
import com.eyewearml.storage.IncomingObject;
import com.eyewearml.storage.ObjectKey;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedLinksTest {
    private static final Duration HOUR = Duration.ofHours(1);
    @TempDir
    Path folder;
    private final TestClock clock = new TestClock();
    private final HttpClient client = HttpClient.newHttpClient();
    private final byte[] content = new byte[100_000];
    private DirectoryStore store;
    private SignedLinks links;
    private TestServer server;
    private ObjectKey key;

    @BeforeEach
    void open() {
        new Random(1).nextBytes(content);
        store = new DirectoryStore(folder);
        links = new SignedLinks(store, Optional.of("k".repeat(32)), clock);
        server = TestServer.start(new ObjectRoutes(links, new ObjectSender(store)).routes(), access -> req -> { });
        UUID shop = UUID.randomUUID();
        try (IncomingObject incoming = store.receive(new ByteArrayInputStream(content), content.length)) {
            store.put(shop, incoming);
            key = new ObjectKey(shop, incoming.sha256());
        }
    }

    @AfterEach
    void close() {
        server.close();
        client.close();
        store.close();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void servesTheObjectUntilTheLinkExpires() throws Exception {
        String link = links.link(key, "image/png", HOUR).toString();
        HttpResponse<byte[]> whole = get(link);
        assertEquals(200, whole.statusCode());
        assertArrayEquals(content, whole.body());
        assertEquals("image/png", header(whole, "content-type"));
        assertEquals("private, max-age=3600, immutable", header(whole, "cache-control"));
        assertTrue(header(whole, "content-security-policy").contains("sandbox"));
        HttpResponse<byte[]> again = get(link, "If-None-Match", header(whole, "etag"));
        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
        clock.advance(HOUR);
        assertEquals(403, get(link).statusCode());
    }

    @Test
    void refusesAnyChange() throws Exception {
        String link = links.link(key, "image/png", HOUR).toString();
        String other = new String(new char[64]).replace('\0', 'a');
        for (String altered : new String[] {link.replace("image%2Fpng", "text%2Fhtml"), link.replaceAll("end=\\d+", "end=99999999999"),
            link.replaceAll("signature=.", "signature=_"), link.replaceAll("&signature=.*", ""), link.replace(key.sha256(), other),
            link.replace(key.shopId().toString(), UUID.randomUUID().toString()), link.replaceAll("end=\\d+", "end=x")}) {
            HttpResponse<byte[]> refused = get(altered);
            assertEquals(403, refused.statusCode(), altered);
            assertTrue(new String(refused.body()).contains("LINK_INVALID"), altered);
        }
        SignedLinks others = new SignedLinks(store, Optional.empty(), clock);
        assertEquals(403, get(others.link(key, "image/png", HOUR).toString()).statusCode());
        assertThrows(IllegalArgumentException.class, () -> links.link(key, "image/png", SignedLinks.LONGEST.plusSeconds(1)));
    }

    @Test
    void servesRanges() throws Exception {
        String link = links.link(key, "model/gltf-binary", HOUR).toString();
        Object[][] ranges = {{"bytes=0-9", 0, 10}, {"bytes=99990-", 99_990, 100_000}, {"bytes=-5", 99_995, 100_000}, {"bytes=5-200000", 5, 100_000}};
        for (Object[] range : ranges) {
            HttpResponse<byte[]> part = get(link, "Range", (String) range[0]);
            assertEquals(206, part.statusCode());
            assertArrayEquals(Arrays.copyOfRange(content, (int) range[1], (int) range[2]), part.body());
            assertEquals("bytes " + range[1] + "-" + ((int) range[2] - 1) + "/100000", header(part, "content-range"));
        }
        HttpResponse<byte[]> beyond = get(link, "Range", "bytes=100000-");
        assertEquals(416, beyond.statusCode());
        assertEquals("bytes */100000", header(beyond, "content-range"));
        for (String whole : new String[] {"bytes=0-1,5-6", "lines=1-2", "bytes=9-5", "bytes=-"}) {
            assertEquals(200, get(link, "Range", whole).statusCode(), whole);
        }
        assertEquals(206, get(link, "Range", "bytes=0-1", "If-Range", '"' + key.sha256() + '"').statusCode());
        assertEquals(200, get(link, "Range", "bytes=0-1", "If-Range", "\"older\"").statusCode());
    }

    @Test
    void answersHeadWithoutBody() throws Exception {
        String link = links.link(key, "image/png", HOUR).toString();
        HttpResponse<byte[]> head = client.send(HttpRequest.newBuilder(URI.create(server.address() + link)).HEAD().build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, head.statusCode());
        assertEquals("100000", header(head, "content-length"));
        assertEquals("bytes", header(head, "accept-ranges"));
    }

    @Test
    void saysThatAnObjectIsGone() throws Exception {
        String link = links.link(key, "image/png", HOUR).toString();
        store.delete(key);
        assertEquals(404, get(link).statusCode());
    }
}
