package com.eyewearml.server;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.RouteTable;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.assets.ContentSender;
import com.eyewearml.server.assets.EncodedContents;
import com.eyewearml.server.assets.Encoding;
import com.eyewearml.server.assets.StaticBundle;
import com.eyewearml.server.assets.StaticRoutes;
import com.eyewearml.server.cache.AnswerCache;
import com.eyewearml.server.catalog.CatalogueRoutes;
import com.eyewearml.server.catalog.CatalogueStore;
import com.eyewearml.server.catalog.ShopAssetRoutes;
import com.eyewearml.server.catalog.Shops;
import com.eyewearml.server.http.ErrorHandling;
import com.eyewearml.server.http.RateLimit;
import com.eyewearml.server.http.SecurityHeaders;
import com.eyewearml.server.limit.Rate;
import com.eyewearml.server.limit.RateLimiter;
import com.eyewearml.server.ops.Health;
import com.eyewearml.server.shop.Pages;
import com.eyewearml.server.shop.ShopRoutes;
import com.eyewearml.server.shop.SiteAddresses;
import com.eyewearml.server.storefront.ApiKeys;
import com.eyewearml.server.storefront.StorefrontGuard;
import com.eyewearml.server.storefront.StorefrontRoutes;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The running server: every address it answers, on top of PostgreSQL and Redis. */
public final class EyewearServer implements AutoCloseable {
    private static final int MAX_REQUEST_BYTES = 64 << 10;
    private static final int MAX_CONNECTIONS = 1024;
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);
    private static final Rate API_RATE = new Rate(600, 10);

    private static final Duration ANSWER_FRESH = Duration.ofSeconds(30);
    private static final Duration ANSWER_STALE = Duration.ofMinutes(10);

    private final WebServer server;
    private final Optional<HostedPlatforms> platforms;
    private final String host;

    private EyewearServer(WebServer server, Optional<HostedPlatforms> platforms, String host) {
        this.server = server;
        this.platforms = platforms;
        this.host = host;
    }

    /** @throws StartupException where the port cannot be bound */
    public static EyewearServer start(ServerSettings settings, Backends backends) {
        EncodedContents encoded = new EncodedContents(settings.dataDir().resolve("cache").resolve("encoded"));
        Optional<HostedPlatforms> platforms = HostedPlatforms.start(System.getenv(), backends.database());
        WebServer server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .shutdownHook(false)
                .maxPayloadSize(MAX_REQUEST_BYTES)
                .maxTcpConnections(MAX_CONNECTIONS)
                .idleConnectionTimeout(IDLE_TIMEOUT)
                .addFeature(Health.feature(backends.database(), backends.cache()))
                .routing(routing -> route(routing, settings, backends, encoded, platforms))
                .build()
                .start();
        // start() only logs where the port is taken.
        if (!server.isRunning()) {
            platforms.ifPresent(HostedPlatforms::close);
            throw new StartupException(portTaken(settings));
        }
        return new EyewearServer(server, platforms, settings.host());
    }

    static String portTaken(ServerSettings settings) {
        return "cannot listen on " + settings.host() + ":" + settings.port() + ": the port is taken by another program. "
                + "Stop that one or choose another port with --port.";
    }

    private static void route(HttpRouting.Builder routing, ServerSettings settings, Backends backends, EncodedContents encoded,
                              Optional<HostedPlatforms> platforms) {
        ContentSender sender = new ContentSender(encoded);
        StaticBundle engine = StaticBundle.read("engine", settings.engineDir());
        StaticBundle widgets = StaticBundle.read("widgets", settings.widgetsDir());
        StaticBundle samples = StaticBundle.read("samples", settings.samplesDir());
        StaticBundle pageFiles = StaticBundle.readResources("shop", "/web/shop");
        SiteAddresses site = new SiteAddresses(pageFiles, widgets, engine, settings.shop());
        Pages pages = new Pages(site);
        CatalogueStore store = new CatalogueStore(backends.database());
        Shops shops = new Shops(store);
        List<String> sampleUrls = samples.files().keySet().stream().filter(name -> name.endsWith(".jpg")).map(samples::url).toList();

        AnswerCache answers = new AnswerCache(backends.cache(), ANSWER_FRESH, ANSWER_STALE);

        new ErrorHandling(pages::message).register(routing);
        routing.addFilter(new SecurityHeaders());
        routing.any("/api", new RateLimit(new RateLimiter(backends.cache()), API_RATE));
        StorefrontGuard storefronts = new StorefrontGuard(new ApiKeys(backends.database(), backends.cache()));
        routing.any(StorefrontRoutes.PREFIX, storefronts);
        routing.any(StorefrontRoutes.PREFIX + "/*", storefronts);
        new RouteTable(new StorefrontRoutes(backends.database(), answers, sender).routes())
                .register(routing, access -> access instanceof Access.Storefront ? storefronts::require : req -> { });
        // Each of these handlers verifies the platform's signature itself.
        platforms.ifPresent(present -> new RouteTable(present.routes()).register(routing, access -> req -> { }));
        routing.register("/api/v1/shops", new CatalogueRoutes(store, shops, answers, sampleUrls, sender));
        routing.register("/assets/shops", new ShopAssetRoutes(store, shops, sender));
        for (StaticBundle bundle : List.of(engine, widgets, samples, pageFiles)) {
            routing.register("/assets/" + bundle.name(), new StaticRoutes(bundle, sender));
        }
        routing.register("/", new ShopRoutes(store, shops, settings.shop(), site, pages, sender));
        compressAhead(List.of(engine, widgets, pageFiles), encoded);
    }

    /** Thorough compression takes seconds; the first visitor should not wait for it. */
    private static void compressAhead(List<StaticBundle> bundles, EncodedContents encoded) {
        Thread.ofPlatform().daemon().name("compress-ahead").start(() -> {
            for (StaticBundle bundle : bundles) {
                for (Content content : bundle.files().values()) {
                    encoded.get(content, Encoding.BROTLI);
                }
            }
        });
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
        server.stop();
        platforms.ifPresent(HostedPlatforms::close);
    }
}
