package com.eyewearml.server;

import com.eyewearml.server.access.RouteTable;
import com.eyewearml.server.auth.Guard;
import com.eyewearml.server.auth.Members;
import com.eyewearml.server.auth.Sessions;
import com.eyewearml.server.catalog.CatalogueStore;
import com.eyewearml.server.catalog.Shops;
import com.eyewearml.server.http.AttackFilter;
import com.eyewearml.server.http.BodyLimit;
import com.eyewearml.server.http.ClientAddress;
import com.eyewearml.server.http.DirectAnswers;
import com.eyewearml.server.http.ErrorHandling;
import com.eyewearml.server.http.FrontDoor;
import com.eyewearml.server.http.HostCheck;
import com.eyewearml.server.http.Pace;
import com.eyewearml.server.http.PacedConnections;
import com.eyewearml.server.http.RateLimit;
import com.eyewearml.server.http.SecurityHeaders;
import com.eyewearml.server.limit.RateLimiter;
import com.eyewearml.server.log.RequestLog;
import com.eyewearml.server.ops.Drain;
import com.eyewearml.server.ops.Metrics;
import com.eyewearml.server.ops.OperatorCheck;
import com.eyewearml.server.ops.QueueMetrics;
import com.eyewearml.server.signin.MerchantErrors;
import com.eyewearml.server.storefront.ApiKeys;
import com.eyewearml.server.storefront.StorefrontGuard;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The running server: every address it answers, on top of PostgreSQL and Redis. */
public final class EyewearServer implements AutoCloseable {
    private static final int MAX_REQUEST_LINE_BYTES = 8 << 10;
    private static final int MAX_HEADERS_BYTES = 16 << 10;
    private static final int MAX_CONNECTIONS = 1024;
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

    private final String host;
    private final Drain drain;
    private final Metrics metrics = new Metrics();
    private final Optional<HostedPlatforms> platforms;
    private final MerchantFiles files;
    private final RouteTable table;
    private final ServerGate gate;
    private final MerchantErrors merchantErrors;
    private final ServerRoutes routes;
    private final FrontDoor frontDoor;
    private final PacedConnections connections = new PacedConnections(Pace.DEFAULT, Http1Config.builder()
            .maxPrologueLength(MAX_REQUEST_LINE_BYTES).maxHeadersSize(MAX_HEADERS_BYTES).build());
    private final WebServer server;

    private EyewearServer(ServerSettings settings, Backends backends) {
        host = settings.host();
        drain = Drain.from(settings.environment());
        files = MerchantFiles.open(settings, backends.database(), backends.cache());
        platforms = HostedPlatforms.start(settings.environment(), backends.database());
        CatalogueStore store = new CatalogueStore(backends.database());
        Shops shops = new Shops(store);
        gate = new ServerGate(new StorefrontGuard(new ApiKeys(backends.database(), backends.cache())),
                new Guard(new Sessions(backends.database(), Clock.systemUTC()), new Members(backends.database()), shops,
                        token -> platforms.flatMap(present -> present.session(token))),
                OperatorCheck.from(settings.environment()), RateLimit.from(settings.environment(), new RateLimiter(backends.cache())), new BodyLimit());
        merchantErrors = new MerchantErrors(Optional.ofNullable(settings.environment().get("EYEWEARML_SHOPIFY_CLIENT_ID")).filter(id -> !id.isBlank()));
        routes = new ServerRoutes(settings, backends, shops, store, gate.storefronts(), metrics, platforms, files, drain::accepting);
        table = new RouteTable(routes.routes());
        frontDoor = new FrontDoor(ClientAddress.from(settings.environment()), HostCheck.from(settings.environment(), settings.host()),
                new AttackFilter(), List.of(drain, metrics.requests(), new RequestLog()));
        QueueMetrics.watch(metrics, backends.database());
        metrics.watch("requests.under.way", "Requests that are being answered", drain::underWay);
        metrics.watch("invalidations.listening", "Whether other servers' changes arrive", () -> backends.cache().invalidations().listening() ? 1 : 0);
        server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .shutdownHook(false)
                .maxPayloadSize(table.maxBodyBytes())
                .addConnectionSelector(connections)
                .directHandlers(DirectAnswers.handlers())
                .maxTcpConnections(MAX_CONNECTIONS)
                .idleConnectionTimeout(IDLE_TIMEOUT)
                .featuresDiscoverServices(false)
                .routing(this::route)
                .build();
        routes.compressAhead();
    }

    /** @throws StartupException where the port cannot be bound */
    public static EyewearServer start(ServerSettings settings, Backends backends) {
        EyewearServer started = new EyewearServer(settings, backends);
        started.server.start();
        // start() only logs where the port is taken.
        if (!started.server.isRunning()) {
            started.close();
            throw new StartupException(portTaken(settings));
        }
        return started;
    }

    static String portTaken(ServerSettings settings) {
        return "cannot listen on " + settings.host() + ":" + settings.port() + ": the port is taken by another program. "
                + "Stop that one or choose another port with --port.";
    }

    /** Errors, filters and the table; nothing else answers. */
    void route(HttpRouting.Builder routing) {
        new ErrorHandling(routes.pages()::message, merchantErrors).register(routing);
        routing.addFilter(new SecurityHeaders());
        routing.addFilter(frontDoor);
        table.register(routing, gate);
    }

    /** All its routes. */
    RouteTable table() {
        return table;
    }

    /** What enforces their rules. */
    ServerGate gate() {
        return gate;
    }

    /** Port it listens on. */
    public int port() {
        return server.port();
    }

    /** Address of the shop's first page. */
    public String url() {
        return "http://" + host + ":" + server.port() + "/";
    }

    @Override
    public void close() {
        if (server.isRunning()) {
            drain.run();
        }
        server.stop();
        platforms.ifPresent(HostedPlatforms::close);
        files.close();
        connections.close();
        metrics.close();
    }
}
