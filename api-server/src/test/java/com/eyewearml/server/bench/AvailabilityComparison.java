package com.eyewearml.server.bench;

import com.eyewearml.server.storefront.AvailabilityStatement;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures the two sides of each comparison in turns, so that what else the machine does meets both. */
public final class AvailabilityComparison {
    private static final int CACHED_CONNECTIONS = 32;
    private static final int UNCACHED_CONNECTIONS = 8;
    private static final int CODES = 50;
    private static final int ROUNDS = 5;
    private static final int WARM_UP_ROUNDS = 2;
    private static final Duration TURN = Duration.ofSeconds(3);
    private static final String ORIGIN = "https://shop.example";

    private final int port;
    private final String key;
    private final int skus;

    public AvailabilityComparison(int port, String key, int skus) {
        this.port = port;
        this.key = key;
        this.skus = skus;
    }

    public static String sku(int number) {
        return "SKU-" + number;
    }

    public void print(String databaseUrl, UUID shopId, Path folder) throws Exception {
        System.out.printf(Locale.ROOT, "reproduce: ./eyewearml bench availability; %d cores, load %.1f before%n",
                Runtime.getRuntime().availableProcessors(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        cached();
        if (PgBench.present()) {
            uncached(new PgBench(databaseUrl, shopId), folder);
        } else {
            System.out.println("uncached: not compared, there is no pgbench on the PATH");
        }
        System.out.printf(Locale.ROOT, "load %.1f after%n", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void cached() throws Exception {
        byte[] request = request(codes(new Random(1)));
        byte[] body = answer(codes(new Random(1)));
        WebServer bare = WebServer.builder().host("127.0.0.1").port(0).shutdownHook(false)
                .routing(routing -> routing.get("/bare", (req, res) -> {
                    res.header(HeaderNames.CONTENT_TYPE, "application/json");
                    res.send(body);
                })).build().start();
        try {
            byte[] bareRequest = "GET /bare HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            List<HttpLoad.Result> ours = new ArrayList<>();
            List<HttpLoad.Result> theirs = new ArrayList<>();
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                HttpLoad.Result bareResult = new HttpLoad(bare.port(), CACHED_CONNECTIONS).run(TURN, n -> bareRequest);
                HttpLoad.Result ourResult = new HttpLoad(port, CACHED_CONNECTIONS).run(TURN, n -> request);
                if (round >= 0) {
                    theirs.add(bareResult);
                    ours.add(ourResult);
                }
            }
            double bareRate = median(theirs.stream().mapToDouble(HttpLoad.Result::requestsPerSecond).toArray());
            double ourRate = median(ours.stream().mapToDouble(HttpLoad.Result::requestsPerSecond).toArray());
            double bareTail = median(theirs.stream().mapToDouble(result -> result.quantileMs(0.99)).toArray());
            double ourTail = median(ours.stream().mapToDouble(result -> result.quantileMs(0.99)).toArray());
            System.out.printf(Locale.ROOT, "cached, %d connections, %d bytes, medians of %d turns of %d s%n", CACHED_CONNECTIONS, body.length,
                    ROUNDS, TURN.toSeconds());
            System.out.printf(Locale.ROOT, "  bare route   %8.0f requests/s   p99 %6.2f ms%n", bareRate, bareTail);
            System.out.printf(Locale.ROOT, "  availability %8.0f requests/s   p99 %6.2f ms   %.2f x rate (target 0.8), %.2f x p99 (target 2)%n",
                    ourRate, ourTail, ourRate / bareRate, ourTail / bareTail);
        } finally {
            bare.stop();
        }
    }

    private void uncached(PgBench pgbench, Path folder) throws Exception {
        List<String> statements = IntStream.range(0, 20).mapToObj(n -> AvailabilityStatement.TEXT.replace("?",
                codes(new Random(1000 + n)).stream().map(code -> "'" + code + "'").collect(Collectors.joining(",", "array[", "]")))).toList();
        int rows = pgbench.rows(statements.getFirst());
        if (rows != CODES) {
            throw new IllegalStateException("the statement gives " + rows + " rows, expected " + CODES);
        }
        IntFunction<byte[]> requests = n -> request(codes(new Random(n)));
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            double pgbenchRate = pgbench.run(folder, statements, UNCACHED_CONNECTIONS, TURN);
            int shift = (round + WARM_UP_ROUNDS) * 10_000_000;
            double ourRate = new HttpLoad(port, UNCACHED_CONNECTIONS).run(TURN, n -> requests.apply(shift + n)).requestsPerSecond();
            if (round >= 0) {
                theirs.add(pgbenchRate);
                ours.add(ourRate);
            }
        }
        double pgbenchRate = median(theirs.stream().mapToDouble(Double::doubleValue).toArray());
        double ourRate = median(ours.stream().mapToDouble(Double::doubleValue).toArray());
        System.out.printf(Locale.ROOT, "uncached, %d of %d SKUs, %d connections, medians of %d turns of %d s%n", CODES, skus, UNCACHED_CONNECTIONS,
                ROUNDS, TURN.toSeconds());
        System.out.printf(Locale.ROOT, "  pgbench      %8.0f statements/s%n", pgbenchRate);
        System.out.printf(Locale.ROOT, "  availability %8.0f requests/s   %.2f x (target 0.5)%n", ourRate, ourRate / pgbenchRate);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private List<String> codes(Random random) {
        return random.ints(0, skus).distinct().limit(CODES).mapToObj(AvailabilityComparison::sku).toList();
    }

    private String path(List<String> codes) {
        return "/v1/availability?key=" + key + "&skus=" + String.join(",", codes);
    }

    private byte[] request(List<String> codes) {
        return ("GET " + path(codes) + " HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: " + ORIGIN + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] answer(List<String> codes) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path(codes))).header("Origin", ORIGIN).build(),
                    BodyHandlers.ofByteArray()).body();
        }
    }
}
