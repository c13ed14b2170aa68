package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markers that stand for secrets and people go through the server as a process, through failures too; no log may hold one. */
class LogSecrecyTest {
    private static final String TOKEN_KEY = Base64.getEncoder().encodeToString("marker-token-key-of-32-bytes-abc".getBytes(StandardCharsets.US_ASCII));
    private static final Map<String, String> SETTINGS = Map.of(
            "EYEWEARML_PORT", "0", "EYEWEARML_PUBLIC_URL", "https://app.example",
            "EYEWEARML_TOKEN_KEYS", "k1:" + TOKEN_KEY, "EYEWEARML_OPERATOR_TOKEN", "markerOperatorToken1",
            "EYEWEARML_SHOPIFY_CLIENT_ID", "client", "EYEWEARML_SHOPIFY_CLIENT_SECRET", "markerShopifySecret2");
    /** What requests bring: as address, as header, as body. */
    private static final List<String> PATHS = List.of(
            "/v1/availability?skus=MARKER-SKU-3&key=ewpk_markerMarkerMarker123456",
            "/v1/products/MARKER-PRODUCT-4?key=markerKey5",
            "/frames/marker-frame-6?email=marker7@person.example&token=markerToken8",
            "/marker-nothing-9/marker10@person.example?code=markerCode11",
            "/shopify?shop=marker-shop-12.myshopify.com&id_token=eyJhbGciOiJIUzI1NiJ9.markerPayload13.markerSignature14",
            "/shopify/callback?code=markerCode15&hmac=markerHmac16&state=markerState17&shop=marker-shop-18.myshopify.com&timestamp=1",
            "/sign-in?next=%2Fadmin%2Fmarker-19", "/admin/marker-shop-20/products?q=marker21%40person.example",
            "/api/v1/shops/marker-shop-22/frames", "/metrics?x=marker23", "/?q=%3Cscript%3Emarker24%3C/script%3E", "/?file=../../marker25",
            "/assets/shops/marker-26/frames/marker27.glb");
    private static final Map<String, String> HEADERS = Map.of(
            "Authorization", "Bearer markerBearer28", "Cookie", "__Host-eyewearml=markerCookie29; other=markerCookie30",
            "X-Eyewear-Key", "markerHeaderKey31", "Origin", "https://marker32.example", "Referer", "https://marker33.example/?p=marker34",
            "X-Forwarded-For", "203.0.113.77", "X-Request-Id", "<marker35>", "User-Agent", "marker36/1.0 (marker37@person.example)",
            "X-CSRF-Token", "markerCsrf38");
    private static final String FORM = "email=marker39%40person.example&password=markerPassword40&csrf=markerCsrf41";
    private static final String WEBHOOK = "{\"email\":\"marker42@person.example\",\"face\":[0.123456789,0.987654321],\"token\":\"shpat_marker43\"}";
    private static final List<String> PERSONS = List.of("person.example", "203.0.113.77", "0.123456789", TOKEN_KEY);

    @TempDir
    Path temporary;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Thread console;
    private Process process;

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor(90, TimeUnit.SECONDS);
        }
    }

    @Test
    void noLogHoldsASecretOrAPerson() throws Exception {
        Path output = temporary.resolve("output.txt");
        String url = start(output);
        Map<Integer, Integer> statuses = new TreeMap<>();
        askEverything(url, statuses);
        assertTrue(statuses.keySet().containsAll(List.of(401, 403, 404)), statuses.toString());
        // Without its database the server fails in ways that tell of addresses, accounts and statements.
        ProcessHandle database = ProcessHandle.of(Long.parseLong(
                Files.readAllLines(temporary.resolve("data/postgresql/data/postmaster.pid")).getFirst().trim())).orElseThrow();
        database.destroyForcibly();
        database.onExit().get();
        statuses.clear();
        askEverything(url, statuses);
        assertTrue(statuses.containsKey(503), statuses.toString());
        process.destroy();
        assertTrue(process.waitFor(90, TimeUnit.SECONDS));

        Map<String, List<String>> logs = logs();
        assertEquals(List.of("access", "application", "security"), List.copyOf(logs.keySet()));
        for (Map.Entry<String, List<String>> log : logs.entrySet()) {
            assertFalse(log.getValue().isEmpty(), log.getKey() + " is empty");
            for (String line : log.getValue()) {
                assertSilent(log.getKey(), line);
                assertEquals(log.getKey(), parse(line).getString("log"));
            }
        }
        console.join();
        told.forEach(line -> assertSilent("console", line));
        assertTrue(told.stream().anyMatch(line -> line.contains("WARNING")), told.toString());
        Files.readAllLines(output).forEach(line -> assertSilent("output", line));
        List<String> codes = logs.get("security").stream().map(line -> parse(line).getString("code")).distinct().toList();
        assertTrue(codes.containsAll(List.of("KEY_UNKNOWN", "REQUEST_REFUSED", "SIGNATURE_INVALID")), codes.toString());
        assertTrue(logs.get("access").stream().map(LogSecrecyTest::parse).anyMatch(line ->
                line.getString("route").startsWith("/v1/products/{") && line.getInt("status") == 401), "tells routes and statuses");
    }

    private static void assertSilent(String log, String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        assertFalse(lower.contains("marker"), log + ": " + line);
        for (String person : PERSONS) {
            assertFalse(line.contains(person), log + ": " + line);
        }
    }

    private static JsonObject parse(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private Map<String, List<String>> logs() throws IOException {
        Map<String, List<String>> logs = new TreeMap<>();
        try (Stream<Path> files = Files.list(temporary.resolve("logs"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".jsonl")).collect(Collectors.toList())) {
                logs.computeIfAbsent(file.getFileName().toString().replaceFirst("\\..*", ""), name -> new ArrayList<>())
                        .addAll(Files.readAllLines(file));
            }
        }
        return logs;
    }

    private static void askEverything(String url, Map<Integer, Integer> statuses) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                count(statuses, client, request(url, path).GET());
                HttpRequest.Builder withHeaders = request(url, path).GET();
                HEADERS.forEach(withHeaders::header);
                count(statuses, client, withHeaders);
            }
            for (String path : List.of("/sign-in", "/sign-in/password", "/admin/marker-44/settings")) {
                count(statuses, client, request(url, path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(FORM)));
            }
            count(statuses, client, request(url, "/webhooks/shopify").header("X-Shopify-Hmac-Sha256", "markerHmac45")
                    .header("X-Shopify-Shop-Domain", "marker-46.myshopify.com").POST(HttpRequest.BodyPublishers.ofString(WEBHOOK)));
        }
    }

    private static HttpRequest.Builder request(String url, String path) {
        return HttpRequest.newBuilder(URI.create(url + path.substring(1)));
    }

    private static void count(Map<Integer, Integer> statuses, HttpClient client, HttpRequest.Builder request) throws Exception {
        HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
        statuses.merge(answer.statusCode(), 1, Integer::sum);
    }

    private String start(Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                Main.class.getName());
        Map<String, String> environment = new HashMap<>(SETTINGS);
        environment.put("EYEWEARML_DATA_DIR", temporary.resolve("data").toString());
        environment.put("EYEWEARML_LOG_DIR", temporary.resolve("logs").toString());
        builder.environment().putAll(environment);
        process = builder.redirectError(output.toFile()).start();
        BufferedReader said = process.inputReader();
        String line;
        while ((line = said.readLine()) != null) {
            if (line.startsWith("EyewearML is running at ")) {
                console = Thread.ofVirtual().start(() -> said.lines().forEach(told::add));
                return line.replaceFirst(".* at ", "");
            }
        }
        throw new IOException("did not start: " + Files.readString(output));
    }
}
