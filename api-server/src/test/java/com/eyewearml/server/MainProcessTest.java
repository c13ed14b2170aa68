package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own, as the launcher runs it. */
class MainProcessTest {
    private static final int STOP_SECONDS = 90;

    @TempDir
    Path temporary;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatAFailureLeft() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** A started process and what it said until it was running or gone. */
    private record Run(Process process, List<String> said, BufferedReader output) {
        String url() {
            return said.getLast().replaceFirst(".* at ", "");
        }

        boolean builtFrames() {
            return said.stream().anyMatch(line -> line.startsWith("Building demo frame"));
        }
    }

    @Test
    void stopsWholeKeepsItsDataAndSurvivesBeingKilled() throws Exception {
        Run first = start("0");
        assertTrue(first.builtFrames(), first.said().toString());
        assertEquals(200, status(first.url()));
        String catalogue = catalogue(first);
        List<ProcessHandle> services = services();
        assertEquals(2, services.size());
        // As Ctrl-C does; SIGINT itself is ignored by programs whose parents were started in the background.
        first.process().destroy();
        assertStopped(first, services);

        Run second = start("0");
        assertFalse(second.builtFrames(), second.said().toString());
        services = services();
        second.process().destroyForcibly().waitFor();
        assertTrue(services.stream().anyMatch(MainProcessTest::runs), "the databases outlive a killed server");

        Run third = start("0");
        assertFalse(third.builtFrames(), third.said().toString());
        assertEquals(catalogue, catalogue(third));
        services.forEach(service -> assertFalse(runs(service), "left over: " + service.info()));
        services = services();
        third.process().destroy();
        assertStopped(third, services);
    }

    @Test
    void saysThatThePortIsTakenBeforeStartingAnything() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Run run = start(String.valueOf(taken.getLocalPort()));
            assertEquals(1, run.process().waitFor());
            assertEquals(1, run.said().size(), run.said().toString());
            assertTrue(run.said().getFirst().contains(":" + taken.getLocalPort()) && run.said().getFirst().contains("--port"));
            assertFalse(Files.exists(temporary.resolve("postgresql")));
        }
    }

    private static void assertStopped(Run run, List<ProcessHandle> services) throws InterruptedException {
        assertTrue(run.process().waitFor(STOP_SECONDS, TimeUnit.SECONDS), "the server does not stop");
        services.forEach(service -> assertFalse(runs(service), "left over: " + service.info()));
    }

    private Run start(String port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                Main.class.getName());
        builder.environment().putAll(Map.of("EYEWEARML_PORT", port, "EYEWEARML_DATA_DIR", temporary.toString(),
                "EYEWEARML_SEED_DEMO", "true"));
        Process process = builder.redirectErrorStream(true).start();
        started.add(process);
        List<String> said = new ArrayList<>();
        BufferedReader output = process.inputReader();
        String line;
        while ((line = output.readLine()) != null) {
            said.add(line);
            if (line.startsWith("EyewearML is running at ")) {
                break;
            }
        }
        return new Run(process, said, output);
    }

    /** PostgreSQL and Redis, as they wrote down themselves. */
    private List<ProcessHandle> services() throws IOException {
        try (Stream<Path> files = Stream.of("postgresql/data/postmaster.pid", "redis/redis.pid").map(temporary::resolve)) {
            return files.map(MainProcessTest::process).toList();
        }
    }

    /** A process that has ended but was not yet collected by its parent has no program any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static ProcessHandle process(Path pidFile) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().trim())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int status(String url) throws Exception {
        return client().send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding()).statusCode();
    }

    /** A frame with everything but its pictures, more of which are taken all the time. */
    private static String catalogue(Run run) throws Exception {
        URI frame = URI.create(run.url() + "api/v1/shops/demo/frames/ALD-HAV");
        return client().send(HttpRequest.newBuilder(frame).build(), BodyHandlers.ofString()).body()
                .replaceAll(",?\"pictureUrl\":\"[^\"]*\"", "");
    }

    private static HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
