package com.eyewearml.server;

import com.eyewearml.db.Database;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.auth.Session;
import com.eyewearml.server.auth.Sessions;
import com.eyewearml.server.auth.Tickets;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.Worker;
import com.eyewearml.server.outbound.OutboundClient;
import com.eyewearml.server.platform.AccessTokens;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.Credentials;
import com.eyewearml.server.platform.Erasure;
import com.eyewearml.server.platform.HostedServices;
import com.eyewearml.server.platform.Installations;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformAdapters;
import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.PlatformPages;
import com.eyewearml.server.platform.PlatformUsers;
import com.eyewearml.server.platform.SealedDetails;
import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.platform.bigcommerce.BigCommerceAdapter;
import com.eyewearml.server.platform.bigcommerce.BigCommerceEndpoints;
import com.eyewearml.server.platform.bigcommerce.BigCommerceRoutes;
import com.eyewearml.server.platform.magento.MagentoAdapter;
import com.eyewearml.server.platform.magento.MagentoEndpoints;
import com.eyewearml.server.platform.magento.MagentoRoutes;
import com.eyewearml.server.platform.shopify.ShopifyAdapter;
import com.eyewearml.server.platform.shopify.ShopifyEndpoints;
import com.eyewearml.server.platform.shopify.ShopifyLogin;
import com.eyewearml.server.platform.shopify.ShopifyRoutes;
import com.eyewearml.server.platform.shopify.ShopifySessions;
import com.eyewearml.server.platform.webhook.ShopifyWebhooks;
import com.eyewearml.server.platform.webhook.StandardWebhooks;
import com.eyewearml.server.platform.webhook.WebhookInbox;
import com.eyewearml.server.platform.webhook.WebhookRoutes;
import com.eyewearml.server.platform.webhook.WebhookSource;
import com.eyewearml.server.platform.webhook.WooCommerceWebhooks;
import com.eyewearml.server.platform.woocommerce.WooCommerceAdapter;
import com.eyewearml.server.platform.woocommerce.WooCommerceEndpoints;
import com.eyewearml.server.platform.woocommerce.WooCommerceRoutes;
import com.eyewearml.server.products.ImportJob;
import com.eyewearml.server.products.ReconcileJob;
import com.eyewearml.server.products.ReconcileSchedule;
import com.eyewearml.server.products.StoreCare;
import com.eyewearml.server.products.StoreRoutes;
import com.eyewearml.server.products.WebhookJob;
import com.eyewearml.server.security.Keyring;
import com.eyewearml.server.security.TokenVault;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The platforms that this installation serves: their routes, and the worker that imports and follows their catalogues. */
final class HostedPlatforms implements AutoCloseable {
    private static final String TOKEN_KEYS = "EYEWEARML_TOKEN_KEYS";
    private static final int PARALLEL_JOBS = 4;
    private final List<Route> routes = new ArrayList<>();
    private final List<Function<String, Optional<Session>>> platformTokens = new ArrayList<>();
    private final OutboundClient outbound = OutboundClient.ofInternet();
    private final Worker worker;
    private final ReconcileSchedule schedule;

    private HostedPlatforms(Database database, Keyring keys, URI publicUrl, Optional<PlatformApp> shopify,
                            Optional<PlatformApp> bigCommerce) {
        Clock clock = Clock.systemUTC();
        AuditTrail audit = new AuditTrail(clock);
        Connections connections = new Connections(database, audit);
        TokenVault vault = new TokenVault(keys);
        Credentials credentials = new Credentials(database, vault);
        HostedServices services = new HostedServices(database, connections, credentials,
                new Installations(database, connections, credentials, audit), new PlatformUsers(database, audit),
                new Sessions(database, clock), new Tickets(database, clock), new SealedDetails(vault), outbound, new PlatformPages(), clock, this::wakeWorker);
        List<PlatformAdapter> adapters = new ArrayList<>();
        List<WebhookSource> sources = new ArrayList<>();
        shopify.ifPresent(app -> {
            ShopifyLogin login = new ShopifyLogin(ShopifyEndpoints.OFFICIAL, app, outbound, clock);
            adapters.add(new ShopifyAdapter(ShopifyEndpoints.OFFICIAL, app, new StoreApi(outbound), login,
                    new AccessTokens(database, credentials, connections, clock)));
            sources.add(new ShopifyWebhooks(app.secrets()));
            platformTokens.add(new ShopifySessions(app, services)::of);
            routes.addAll(new ShopifyRoutes(ShopifyEndpoints.OFFICIAL, app, login, services).routes());
        });
        bigCommerce.ifPresent(app -> {
            adapters.add(new BigCommerceAdapter(BigCommerceEndpoints.OFFICIAL, app, new StoreApi(outbound), credentials));
            sources.add(StandardWebhooks.ofBigCommerce(app.secrets(), clock));
            routes.addAll(new BigCommerceRoutes(BigCommerceEndpoints.OFFICIAL, app, services).routes());
        });
        adapters.add(new WooCommerceAdapter(WooCommerceEndpoints.OFFICIAL, publicUrl, new StoreApi(outbound), credentials));
        sources.add(new WooCommerceWebhooks());
        routes.addAll(new WooCommerceRoutes(WooCommerceEndpoints.OFFICIAL, publicUrl, services).routes());
        adapters.add(new MagentoAdapter(MagentoEndpoints.OFFICIAL, publicUrl, new StoreApi(outbound), credentials, clock));
        sources.add(StandardWebhooks.ofMagento(clock));
        routes.addAll(new MagentoRoutes(MagentoEndpoints.OFFICIAL, services).routes());
        WebhookInbox inbox = new WebhookInbox(database);
        routes.addAll(new WebhookRoutes(sources, connections, credentials, inbox, this::wakeWorker).routes());
        PlatformAdapters known = new PlatformAdapters(adapters);
        routes.addAll(new StoreRoutes(connections, new StoreCare(database, connections, known, audit)).routes());
        worker = Worker.start(new JobQueue(database), List.of(new ImportJob(database, connections, known),
                new ReconcileJob(database, connections, known),
                new WebhookJob(database, connections, known, inbox, new Erasure(database, audit), audit)), PARALLEL_JOBS);
        schedule = ReconcileSchedule.start(database, this::wakeWorker);
    }

    /**
     * Starts what the environment sets up; empty where there are no keys for credentials. Stores of merchants' own need no more than
     * those; platforms that host stores need an app each.
     *
     * @throws StartupException where the settings are incomplete
     */
    static Optional<HostedPlatforms> start(Map<String, String> environment, Database database) {
        Optional<PlatformApp> shopify = PlatformApp.from(environment, Platform.SHOPIFY);
        Optional<PlatformApp> bigCommerce = PlatformApp.from(environment, Platform.BIGCOMMERCE);
        if (shopify.isEmpty() && bigCommerce.isEmpty() && environment.getOrDefault(TOKEN_KEYS, "").isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new HostedPlatforms(database, keys(environment), PlatformApp.publicUrl(environment, TOKEN_KEYS), shopify,
                bigCommerce));
    }

    private static Keyring keys(Map<String, String> environment) {
        try {
            return Keyring.parse(environment.getOrDefault(TOKEN_KEYS, ""));
        } catch (IllegalArgumentException e) {
            throw new StartupException(TOKEN_KEYS + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Has the worker look for jobs at once. */
    void wakeWorker() {
        worker.wake();
    }

    /** The session of whoever a platform vouches for by a token that a request bears. */
    Optional<Session> session(String token) {
        return platformTokens.stream().map(known -> known.apply(token)).flatMap(Optional::stream).findFirst();
    }

    /** Addresses of the platforms' apps and webhooks. */
    List<Route> routes() {
        return routes;
    }

    @Override
    public void close() {
        schedule.close();
        worker.close();
        outbound.close();
    }
}
