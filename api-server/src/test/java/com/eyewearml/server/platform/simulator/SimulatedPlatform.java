package com.eyewearml.server.platform.simulator;

import com.eyewearml.server.platform.contract.Failure;
import com.eyewearml.server.platform.contract.ShopPlatformSimulator;
import com.eyewearml.server.platform.contract.SimulatedProduct;
import com.eyewearml.server.platform.contract.SimulatedWebhook;
import com.eyewearml.server.testing.TestClock;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What the simulated platforms have in common: a server, a catalogue, failures, and webhooks with retries by the tests' clock. */
public abstract class SimulatedPlatform implements ShopPlatformSimulator {
    /** Looked up once: {@code Json} looks for it at each call, which takes longer than what it is then asked for. */
    static final JsonProvider JSON = JsonProvider.provider();

    /** A product and when it changed. */
    protected record Stocked(SimulatedProduct product, Instant updatedAt) { }

    /** What the server answers. */
    protected record Answer(int status, Map<String, String> headers, byte[] body) {
        Answer(int status, Map<String, String> headers, String body) {
            this(status, headers, body.getBytes(StandardCharsets.UTF_8));
        }

        static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }
    }

    /** Answers a request. */
    protected interface Endpoint {
        Answer answer(HttpExchange exchange, String body) throws IOException;
    }

    private static final class Pending {
        final SimulatedWebhook webhook;
        int attempts;
        Instant due;

        Pending(SimulatedWebhook webhook, Instant due) {
            this.webhook = webhook;
            this.due = due;
        }
    }

    protected final TestClock clock;
    protected final SequencedMap<String, Stocked> stock = new LinkedHashMap<>();
    protected URI ours;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final List<Duration> retries;
    private final List<SimulatedWebhook> webhooks = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Deque<Failure> failures = new ArrayDeque<>();
    private final AtomicInteger requests = new AtomicInteger();
    private boolean hold;

    /** @param retries waits before each further attempt of a webhook that was not accepted */
    protected SimulatedPlatform(TestClock clock, List<Duration> retries) {
        this.clock = clock;
        this.retries = retries;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Port of the server, whatever the host. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers below a path. */
    protected void serve(String path, Endpoint endpoint) {
        server.createContext(path, exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                send(exchange, endpoint.answer(exchange, body));
            }
        });
    }

    /** Answers below a path of the interface, which counts its requests and can fail. */
    protected void serveApi(String path, Endpoint endpoint) {
        serve(path, (exchange, body) -> {
            requests.incrementAndGet();
            Failure failure;
            synchronized (this) {
                failure = failures.poll();
            }
            return failure == null ? endpoint.answer(exchange, body) : fail(failure);
        });
    }

    private Answer fail(Failure failure) throws IOException {
        return switch (failure) {
            case SERVER_ERROR -> Answer.json(500, "<html>oops</html>");
            case THROTTLED -> throttled();
            case CONNECTION_DROPPED -> throw new IOException("dropped for a test");
            case SILENT -> {
                try {
                    Thread.sleep(Duration.ofSeconds(15));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("silent for a test");
            }
        };
    }

    /** How this platform asks to wait. */
    protected abstract Answer throttled();

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body();
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public synchronized void failNext(Failure failure, int count) {
        for (int i = 0; i < count; i++) {
            failures.add(failure);
        }
    }

    @Override
    public int requests() {
        return requests.get();
    }

    @Override
    public synchronized void put(SimulatedProduct product) {
        boolean added = stock.put(product.id(), new Stocked(product, clock.instant())) == null;
        tell(added ? Change.CREATED : Change.UPDATED, product.id());
    }

    @Override
    public synchronized void fill(List<SimulatedProduct> products) {
        products.forEach(product -> stock.put(product.id(), new Stocked(product, clock.instant())));
    }

    @Override
    public synchronized void delete(String productId) {
        stock.remove(productId);
        tell(Change.DELETED, productId);
    }

    /** What may happen to a product. */
    protected enum Change { CREATED, UPDATED, DELETED }

    /** Raises the platform's webhooks about a change. */
    protected abstract void tell(Change change, String productId);

    @Override
    public synchronized List<SimulatedProduct> products() {
        return stock.values().stream().map(Stocked::product).toList();
    }

    @Override
    public synchronized void holdWebhooks(boolean on) {
        hold = on;
    }

    @Override
    public synchronized List<SimulatedWebhook> webhooks() {
        return List.copyOf(webhooks);
    }

    /** Raises a webhook and, unless webhooks are held, sends it. */
    protected void raise(SimulatedWebhook webhook) {
        webhooks.add(webhook);
        if (!hold) {
            attempt(new Pending(webhook, clock.instant()));
        }
    }

    private void attempt(Pending item) {
        int status = deliver(item.webhook);
        noteDelivery(item.webhook, status);
        if (status / 100 == 2) {
            return;
        }
        if (item.attempts < retries.size()) {
            item.due = clock.instant().plus(retries.get(item.attempts));
            item.attempts++;
            pending.add(item);
        }
    }

    /** What the platform makes of our answer to a webhook, besides sending it again. */
    protected void noteDelivery(SimulatedWebhook webhook, int status) { }

    @Override
    public synchronized int retryDue() {
        List<Pending> due = pending.stream().filter(item -> !item.due.isAfter(clock.instant())).toList();
        pending.removeAll(due);
        due.forEach(this::attempt);
        return due.size();
    }

    @Override
    public int deliver(SimulatedWebhook webhook) {
        return post(webhook, headers(webhook, secret()));
    }

    @Override
    public int forge(SimulatedWebhook webhook) {
        return post(webhook, headers(webhook, "somebody else's secret"));
    }

    /** What signs webhooks. */
    protected abstract String secret();

    /** Headers of a webhook, its signature among them. */
    protected abstract Map<String, String> headers(SimulatedWebhook webhook, String signingSecret);

    private int post(SimulatedWebhook webhook, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(atOurs(webhook.address())).timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofString(webhook.body())).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return ask(request.build()).statusCode();
    }

    /** Our public address as it is reached in this test. */
    protected URI atOurs(String address) {
        URI uri = URI.create(address);
        return URI.create(ours + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }

    /** Asks ours, as the platform's server or a merchant's browser does. */
    protected HttpResponse<String> ask(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gets an address of ours as a merchant's browser does. */
    public HttpResponse<String> browse(String pathAndQuery) {
        return ask(HttpRequest.newBuilder(URI.create(ours + pathAndQuery)).build());
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
