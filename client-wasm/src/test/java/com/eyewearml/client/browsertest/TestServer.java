package com.eyewearml.client.browsertest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a folder on 127.0.0.1 with the content security policy the engine promises to run under. {@code /} is an empty page
 * unless the folder or {@link #put} has another.
 */
public final class TestServer implements AutoCloseable {
    /** The policy of the product. */
    public static final String POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob: data:; "
            + "media-src 'self' blob:";
    /** The same without WebAssembly. */
    public static final String POLICY_WITHOUT_WASM = "default-src 'self'; script-src 'self'";

    private static final byte[] EMPTY_PAGE =
            "<!doctype html><html lang=en><meta charset=utf-8><title>test</title>".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"), Map.entry("js", "text/javascript"), Map.entry("mjs", "text/javascript"),
            Map.entry("css", "text/css"), Map.entry("json", "application/json"), Map.entry("wasm", "application/wasm"),
            Map.entry("png", "image/png"), Map.entry("jpg", "image/jpeg"), Map.entry("webp", "image/webp"),
            Map.entry("svg", "image/svg+xml"), Map.entry("glb", "model/gltf-binary"));

    private record Answer(int status, byte[] body) { }

    private final Path folder;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private volatile String policy = POLICY;

    private TestServer(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
    }

    /** Starts on a free port. */
    public static TestServer of(Path folder) {
        try {
            return new TestServer(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot serve " + folder.toAbsolutePath(), e);
        }
    }

    /** What {@code client-wasm} builds for browsers: it lies beside its compiled tests, in whichever module they are used. */
    public static Path engineFiles() {
        try {
            Path tests = Path.of(TestServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return tests.resolveSibling("web");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot locate the compiled tests", e);
        }
    }

    /** Address of a path. */
    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Address of a path on a host that is no secure context. */
    public String insecureUrl(String path) {
        return "http://" + Chromium.INSECURE_HOST + ":" + port() + path;
    }

    private int port() {
        return http.getAddress().getPort();
    }

    /** Answers a path with these bytes instead of the folder's file. */
    public TestServer put(String path, byte[] body) {
        answers.put(path, new Answer(200, body));
        return this;
    }

    /** Answers a path with an error. */
    public TestServer fail(String path, int status) {
        answers.put(path, new Answer(status, new byte[0]));
        return this;
    }

    /** Sends another content security policy from now on. */
    public TestServer policy(String policy) {
        this.policy = policy;
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Answer answer = answers.getOrDefault(path, file(path));
            String extension = path.endsWith("/") ? "html" : path.substring(path.lastIndexOf('.') + 1);
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(extension, "application/octet-stream"));
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer file(String path) throws IOException {
        Path file = folder.resolve(path.substring(1)).normalize();
        if (file.startsWith(folder) && Files.isRegularFile(file)) {
            return new Answer(200, Files.readAllBytes(file));
        }
        return path.equals("/") ? new Answer(200, EMPTY_PAGE) : new Answer(404, new byte[0]);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
    }
}
