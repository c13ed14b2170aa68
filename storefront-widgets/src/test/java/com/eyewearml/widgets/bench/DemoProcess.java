package com.eyewearml.widgets.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** {@code ./eyewearml demo}, started as a user starts it. */
final class DemoProcess implements AutoCloseable {
    private static final String RUNNING = "EyewearML is running at ";
    private static final Duration PICTURES_PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final String url;
    private final Duration startTime;
    private final HttpClient client = HttpClient.newHttpClient();

    private DemoProcess(Process process, String url, Duration startTime) {
        this.process = process;
        this.url = url;
        this.startTime = startTime;
    }

    /** Starts the demo on a free port and waits until it prints its address. */
    static DemoProcess start(Path dataFolder) throws IOException {
        String repository = System.getenv("EYEWEARML_REPOSITORY");
        if (repository == null) {
            throw new IllegalStateException("run this by ./eyewearml bench");
        }
        Instant began = Instant.now();
        Process process = new ProcessBuilder("./eyewearml", "demo", "--port", "0", "--data-dir", dataFolder.toString())
                .directory(Path.of(repository).toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader output = process.inputReader();
        String line;
        while ((line = output.readLine()) != null) {
            if (line.startsWith(RUNNING)) {
                return new DemoProcess(process, line.substring(RUNNING.length()), Duration.between(began, Instant.now()));
            }
        }
        throw new IllegalStateException("the demo ended with status " + process.exitValue() + " before it was running");
    }

    String url() {
        return url;
    }

    Duration startTime() {
        return startTime;
    }

    /** Waits until the server has nothing to do in the background: the last picture taken is the last frame's, from the side. */
    void awaitPictures(String lastFrame, String lastSku) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PICTURES_PATIENCE);
        URI page = URI.create(url + "frames/" + lastFrame + "?colour=" + lastSku);
        while (!client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body().contains("seen from the side")) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the demo shop's product pictures are not complete after " + PICTURES_PATIENCE);
            }
            Thread.sleep(500);
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        process.onExit().join();
    }
}
