package com.eyewearml.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks of {@code attacks.txt} are refused, requests of {@code harmless.txt} are not; over real sockets, sent as they stand. */
class AttackFilterTest {
    private static final PacedConnections CONNECTIONS = new PacedConnections(Pace.DEFAULT, Http1Config.create());
    private static WebServer server;

    @BeforeAll
    static void start() {
        server = WebServer.builder().host("127.0.0.1").port(0).shutdownHook(false).addConnectionSelector(CONNECTIONS)
                .directHandlers(DirectAnswers.handlers()).routing(routing -> {
            new ErrorHandling(problem -> problem.code().name()).register(routing);
            routing.addFilter(new FrontDoor(ClientAddress.from(Map.of()), HostCheck.from(Map.of(), "127.0.0.1"), new AttackFilter(), List.of()));
            routing.any((req, res) -> res.send("reached"));
        }).build().start();
    }

    @AfterAll
    static void stop() {
        server.stop();
        CONNECTIONS.close();
    }

    static List<String> attacks() {
        return lines("attacks.txt");
    }

    static List<String> harmless() {
        return lines("harmless.txt");
    }

    private static List<String> lines(String file) {
        try (InputStream in = AttackFilterTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void refusesAttacks(String line) throws IOException {
        String answer = send(line);
        assertFalse(answer.endsWith("reached"), answer);
        // What is no well-formed request is refused before the filter sees it.
        assertEquals("4", answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 1), answer);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void letsEverythingElseThrough(String line) throws IOException {
        assertEquals("reached", lastLine(send(line)), line);
    }

    private static String lastLine(String answer) {
        return answer.substring(answer.lastIndexOf('\n') + 1);
    }

    private static String send(String line) throws IOException {
        boolean address = line.startsWith("/");
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("GET " + (address ? line.replace(" ", "%20") : "/") + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + (address ? "" : line + "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
