package com.eyewearml.server;

import com.eyewearml.server.access.Route;
import com.eyewearml.server.admin.AdminFiles;
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
import com.eyewearml.server.ops.HealthRoutes;
import com.eyewearml.server.ops.Metrics;
import com.eyewearml.server.shop.Pages;
import com.eyewearml.server.shop.ShopRoutes;
import com.eyewearml.server.shop.SiteAddresses;
import com.eyewearml.server.storefront.StorefrontGuard;
import com.eyewearml.server.storefront.StorefrontRoutes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;

/** Every address the server answers. */
final class ServerRoutes {
    private static final Duration ANSWER_FRESH = Duration.ofSeconds(30);
    private static final Duration ANSWER_STALE = Duration.ofMinutes(10);

    private final List<Route> routes = new ArrayList<>();
    private final List<StaticBundle> bundles;
    private final EncodedContents encoded;
    private final Pages pages;

    ServerRoutes(ServerSettings settings, Backends backends, Shops shops, CatalogueStore store, StorefrontGuard storefronts, Metrics metrics,
                 Optional<HostedPlatforms> platforms, MerchantFiles files, BooleanSupplier accepting) {
        StaticBundle engine = StaticBundle.read("engine", settings.engineDir());
        StaticBundle widgets = StaticBundle.read("widgets", settings.widgetsDir());
        StaticBundle samples = StaticBundle.read("samples", settings.samplesDir());
        StaticBundle pageFiles = StaticBundle.readResources("shop", "/web/shop");
        bundles = List.of(engine, widgets, pageFiles, AdminFiles.INSTANCE.bundle());
        encoded = new EncodedContents(settings.dataDir().resolve("cache").resolve("encoded"));
        ContentSender sender = new ContentSender(encoded);
        SiteAddresses site = new SiteAddresses(pageFiles, widgets, engine, settings.shop());
        pages = new Pages(site);
        AnswerCache answers = new AnswerCache(backends.cache(), ANSWER_FRESH, ANSWER_STALE);
        List<String> sampleUrls = samples.files().keySet().stream().filter(name -> name.endsWith(".jpg")).map(samples::url).toList();

        List<Route> storefront = new StorefrontRoutes(backends.database(), answers, sender).routes();
        routes.addAll(storefront);
        routes.addAll(storefronts.preflights(storefront));
        platforms.ifPresent(present -> routes.addAll(present.routes()));
        routes.addAll(files.routes(shops));
        routes.addAll(new CatalogueRoutes(store, shops, answers, sampleUrls, sender).routes());
        routes.addAll(new ShopAssetRoutes(store, shops, sender).routes());
        for (StaticBundle bundle : List.of(engine, widgets, samples, pageFiles, AdminFiles.INSTANCE.bundle())) {
            routes.add(new StaticRoutes(bundle, sender).route());
        }
        routes.addAll(new ShopRoutes(store, shops, settings.shop(), site, pages, sender).routes());
        routes.addAll(Merchants.routes(settings.environment(), backends, platforms, files.services(), engine.url("eyewearml.js")));
        routes.addAll(new HealthRoutes(readiness(backends, accepting)).routes());
        routes.add(metrics.route());
    }

    private static SequencedMap<String, BooleanSupplier> readiness(Backends backends, BooleanSupplier accepting) {
        SequencedMap<String, BooleanSupplier> checks = new LinkedHashMap<>();
        checks.put("accepting", accepting);
        checks.put("postgresql", backends.database()::reachable);
        checks.put("redis", backends.cache()::reachable);
        return checks;
    }

    /** In the order in which they are tried. */
    List<Route> routes() {
        return routes;
    }

    /** Pages for people, those about errors among them. */
    Pages pages() {
        return pages;
    }

    /** Thorough compression takes seconds; the first visitor should not wait for it. */
    void compressAhead() {
        Thread.ofPlatform().daemon().name("compress-ahead").start(() -> {
            for (StaticBundle bundle : bundles) {
                for (Content content : bundle.files().values()) {
                    encoded.get(content, Encoding.BROTLI);
                }
            }
        });
    }
}
