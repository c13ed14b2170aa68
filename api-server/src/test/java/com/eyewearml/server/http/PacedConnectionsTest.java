package com.eyewearml.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that mean to hold connections, at a hasty pace so that the test is not as slow as they are. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PacedConnectionsTest {
    private static final Pace HASTY = new Pace(Duration.ofMillis(800), Duration.ofMillis(800), 64 << 20);
    private static final int MANY = 40;
    private static final byte[] LARGE = new byte[16 << 20];

    private PacedConnections connections;
    private WebServer server;

    @BeforeEach
    void start() {
        connections = new PacedConnections(HASTY, Http1Config.create());
        server = WebServer.builder().host("127.0.0.1").port(0).shutdownHook(false).addConnectionSelector(connections)
                .routing(routing -> routing
                        .addFilter(new FrontDoor(ClientAddress.from(Map.of()), HostCheck.from(Map.of(), "127.0.0.1"), new AttackFilter(), List.of()))
                        .get("/", (req, res) -> res.send("here"))
                        .get("/large", (req, res) -> res.send(LARGE))
                        .get("/slow", (req, res) -> {
                            TimeUnit.MILLISECONDS.sleep(3 * HASTY.head().toMillis());
                            res.send("done");
                        })
                        .post("/", (req, res) -> res.send(req.content().as(byte[].class).length + " bytes")))
                .build().start();
    }

    @AfterEach
    void stop() {
        server.stop();
        connections.close();
    }

    @Test
    void endsThoseWhoSendHeadersByteByByteAndServesTheOthersMeanwhile() throws Exception {
        endsAll("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "a");
    }

    @Test
    void endsThoseWhoSendBodiesByteByByte() throws Exception {
        endsAll("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000\r\n\r\n", "a");
    }

    @Test
    void endsThoseWhoSendRequestLinesByteByByte() throws Exception {
        endsAll("G", "E");
    }

    private void endsAll(String beginning, String drop) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> ended = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                ended.add(threads.submit((Callable<Boolean>) () -> dripUntilEnded(beginning, drop)));
            }
            assertEquals("here", get("/"));
            for (Future<Boolean> connection : ended) {
                assertTrue(connection.get());
            }
        }
    }

    private boolean dripUntilEnded(String beginning, String drop) throws IOException, InterruptedException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(1);
            OutputStream out = socket.getOutputStream();
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            while (true) {
                try {
                    if (in.read() < 0) {
                        return true;
                    }
                } catch (SocketTimeoutException e) {
                    out.write(drop.getBytes(StandardCharsets.US_ASCII));
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void endsThoseWhoDoNotTakeTheirAnswer() throws Exception {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
            // Larger than what sockets hold; nothing is ever read of it.
            OutputStream out = socket.getOutputStream();
            out.write("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!ended(out)) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** Writing to a connection that the other side has left fails sooner or later. */
    private static boolean ended(OutputStream out) {
        try {
            out.write(' ');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void leavesClientsAloneThatWaitForASlowAnswerOrForTheirNextQuestion() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            for (String path : List.of("/slow", "/", "/slow")) {
                socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
                assertEquals("HTTP/1.1 200", new String(status, StandardCharsets.US_ASCII));
                TimeUnit.MILLISECONDS.sleep(2 * HASTY.head().toMillis());
                socket.getInputStream().skipNBytes(socket.getInputStream().available());
            }
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(), BodyHandlers.ofString()).body();
        }
    }
}
