package com.eyewearml.server.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundClientTest {
    final AtomicInteger requests = new AtomicInteger();
    HttpServer server;
    OutboundClient client;
    String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("X-Seen", exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("X-A"));
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/target");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/target", exchange -> requests.incrementAndGet());
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[1 << 16]);
                }
            }
        });
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 600; i++) {
                    out.write('.');
                    out.flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        server.start();
        client = OutboundClient.over(PoolingHttpClientConnectionManagerBuilder.create(), Duration.ofMillis(1500));
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private OutboundResponse get(String path) {
        return client.send("GET", URI.create(base + path), Map.of(), Optional.empty(), 1 << 20);
    }

    @Test
    void sendsAndReadsWhatItIsGiven() {
        OutboundResponse response = client.send("POST", URI.create(base + "/echo"), Map.of("X-A", "b", "Content-Type", "application/json"),
                Optional.of("{\"é\":1}".getBytes(StandardCharsets.UTF_8)), 100);
        assertEquals(201, response.status());
        assertEquals(Optional.of("POST b"), response.header("x-seen"));
        assertEquals("{\"é\":1}", new String(response.body(), StandardCharsets.UTF_8));
    }

    @Test
    void followsNoRedirect() {
        OutboundResponse response = get("/moved");
        assertEquals(302, response.status());
        assertEquals(Optional.of("/target"), response.header("location"));
        assertEquals(0, requests.get());
    }

    @Test
    void givesUpOnAnswersWithoutEndAndOnSlowOnes() {
        assertThrows(OutboundException.class, () -> get("/endless"));
        long begin = System.nanoTime();
        assertThrows(OutboundException.class, () -> get("/drip"));
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).compareTo(Duration.ofSeconds(20)) < 0, "the answer was read to its end");
    }

    @Test
    void namesThatLeadToThisMachineAreNotAsked() {
        try (OutboundClient guarded = OutboundClient.over(
                PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(new PublicResolver()), Duration.ofSeconds(5))) {
            assertThrows(OutboundException.class, () -> guarded.send("GET",
                    URI.create("http://localhost:" + server.getAddress().getPort() + "/target"), Map.of(), Optional.empty(), 100));
        }
        assertEquals(0, requests.get());
    }

    @Test
    void theAddressJudgedIsTheAddressAsked() {
        AtomicInteger lookUps = new AtomicInteger();
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName(lookUps.getAndIncrement() == 0 ? "192.0.2.1" : "127.0.0.1")};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try (OutboundClient guarded = OutboundClient.over(
                PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(new PublicResolver(rebinding)), Duration.ofSeconds(5))) {
            URI address = URI.create("http://rebinding.example.com:" + server.getAddress().getPort() + "/target");
            assertThrows(OutboundException.class, () -> guarded.send("GET", address, Map.of(), Optional.empty(), 100));
            assertThrows(OutboundException.class, () -> guarded.send("GET", address, Map.of(), Optional.empty(), 100));
        }
        assertEquals(0, requests.get());
    }
}
