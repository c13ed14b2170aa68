package com.eyewearml.server.platform.shopify;

import static com.eyewearml.db.schema.Tables.WEBHOOK_DELIVERY;

import com.eyewearml.server.jobs.Worker;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.contract.Ours;
import com.eyewearml.server.platform.contract.SimulatedProduct;
import com.eyewearml.server.platform.simulator.Hs256;
import com.eyewearml.server.platform.simulator.ShopifySimulator;
import com.eyewearml.server.testing.TestShops.Shops;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Prints how soon webhooks are acknowledged that come at a fixed rate, whether or not earlier ones were answered, while the worker
 * processes them: {@code ./eyewearml bench webhook}. Latencies count from when a webhook was due to be sent.
 */
public final class WebhookBench {
    private static final int PER_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int[] WARM_UP_RATES = {20, 100, 200};
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final int PRODUCTS = 500;
    private static final int WORKER_JOBS = 4;

    private WebhookBench() { }

    public static void main(String[] args) throws Exception {
        System.out.printf(Locale.ROOT, "reproduce: ./eyewearml bench webhook; %d cores, load %.1f before%n",
                Runtime.getRuntime().availableProcessors(), load());
        try (Shops shops = Shops.start()) {
            Ours ours = new Ours(shops);
            try (ours; ShopifySimulator shop = ShopifyContractTest.start(ours); HttpClient client = client()) {
                shop.fill(IntStream.range(0, PRODUCTS).mapToObj(SimulatedProduct::numbered).toList());
                shop.install(ours.address());
                Connection connection = ours.connections.ofStore(Platform.SHOPIFY, shop.store()).orElseThrow();
                ours.runJobs(connection.shopId());
                try (Worker worker = ours.startWorker(WORKER_JOBS)) {
                    worker.wake();
                    for (int rate : WARM_UP_RATES) {
                        new Load(client, ours.address(), shop.store(), "warm-up-" + rate).send(WARM_UP, rate);
                    }
                    Load load = new Load(client, ours.address(), shop.store(), "measured");
                    print(load.send(MEASURED, PER_SECOND), load.refused.get());
                    int waiting = ours.database.inShop(connection.shopId(), db -> db.fetchCount(WEBHOOK_DELIVERY, WEBHOOK_DELIVERY.STATE.eq("QUEUED")));
                    System.out.printf(Locale.ROOT, "waiting to be processed in the end: %d%n", waiting);
                }
            }
        }
        System.out.printf(Locale.ROOT, "load %.1f after%n", load());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Webhooks of one series to one store. */
    private record Load(HttpClient client, URI ours, String store, String series, AtomicInteger refused) {
        Load(HttpClient client, URI ours, String store, String series) {
            this(client, ours, store, series, new AtomicInteger());
        }

        /** Latencies in nanoseconds, sorted. */
        long[] send(Duration duration, int perSecond) {
            long[] latencies = new long[(int) (duration.toSeconds() * perSecond)];
            long start = System.nanoTime();
            try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < latencies.length; i++) {
                    long due = start + i * (TimeUnit.SECONDS.toNanos(1) / perSecond);
                    for (long left; (left = due - System.nanoTime()) > 0; ) {
                        LockSupport.parkNanos(left);
                    }
                    int number = i;
                    senders.execute(() -> {
                        if (!accepted(client, webhook(ours, store, series + number, 1000 + number % PRODUCTS))) {
                            refused.incrementAndGet();
                        }
                        latencies[number] = System.nanoTime() - due;
                    });
                }
            }
            Arrays.sort(latencies);
            return latencies;
        }
    }

    private static HttpRequest webhook(URI ours, String store, String id, int product) {
        String body = "{\"id\":" + product + ",\"title\":\"Frame 52□18-145\"}";
        return HttpRequest.newBuilder(ours.resolve("/webhooks/shopify")).POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json").header("X-Shopify-Topic", "products/update").header("X-Shopify-Shop-Domain", store)
                .header("X-Shopify-Webhook-Id", id).header("X-Shopify-Hmac-Sha256", Hs256.base64(ShopifyContractTest.APP.secret(), body)).build();
    }

    private static boolean accepted(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void print(long[] sorted, int refused) {
        System.out.printf(Locale.ROOT, "%d webhooks at %d/s, %d refused: answered after p50 %.1f ms, p99 %.1f ms (target 50), longest %.1f ms%n",
                sorted.length, PER_SECOND, refused, sorted[sorted.length / 2] / 1e6, sorted[(int) (0.99 * sorted.length)] / 1e6, sorted[sorted.length - 1] / 1e6);
    }
}
