package com.eyewearml.server.platform.contract;

import static com.eyewearml.db.schema.Tables.JOB;
import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.auth.Accounts;
import com.eyewearml.server.auth.Guard;
import com.eyewearml.server.auth.Members;
import com.eyewearml.server.auth.SessionKey;
import com.eyewearml.server.auth.Sessions;
import com.eyewearml.server.auth.Tickets;
import com.eyewearml.server.catalog.CatalogueStore;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.jobs.JobHandler;
import com.eyewearml.server.jobs.JobQueue;
import com.eyewearml.server.jobs.LeasedJob;
import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.jobs.Worker;
import com.eyewearml.server.outbound.LocalOutbound;
import com.eyewearml.server.outbound.OutboundClient;
import com.eyewearml.server.platform.AccessTokens;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.platform.Credentials;
import com.eyewearml.server.platform.Erasure;
import com.eyewearml.server.platform.HostedServices;
import com.eyewearml.server.platform.Installations;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformAdapters;
import com.eyewearml.server.platform.PlatformPages;
import com.eyewearml.server.platform.PlatformUsers;
import com.eyewearml.server.platform.SealedDetails;
import com.eyewearml.server.platform.webhook.WebhookInbox;
import com.eyewearml.server.platform.webhook.WebhookRoutes;
import com.eyewearml.server.platform.webhook.WebhookSource;
import com.eyewearml.server.products.ImportJob;
import com.eyewearml.server.products.ReconcileJob;
import com.eyewearml.server.products.ReconcileSchedule;
import com.eyewearml.server.products.StoreCare;
import com.eyewearml.server.products.WebhookJob;
import com.eyewearml.server.security.Keyring;
import com.eyewearml.server.security.TokenVault;
import com.eyewearml.server.testing.TestClock;
import com.eyewearml.server.testing.TestServer;
import com.eyewearml.server.testing.TestShops.Shops;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.types.DayToSecond;

/** Our side of a platform: the real server parts on a real database, jobs done when told to. */
public final class Ours implements AutoCloseable {
    /** Goes on when told to; begins now, as the database's does. */
    public final TestClock clock = new TestClock();
    public final Database database;
    public final AuditTrail audit;
    public final Connections connections;
    public final Credentials credentials;
    public final AccessTokens accessTokens;
    public final Sessions sessions;
    public final Tickets tickets;
    public final SealedDetails sealed;
    public final PlatformUsers users;
    public final Installations installations;
    public final Erasure erasure;
    public final WebhookInbox inbox;
    public final OutboundClient outbound = LocalOutbound.client(Duration.ofSeconds(6));
    private final Shops shops;
    private final JobQueue queue;
    private PlatformAdapter adapter;
    private TestServer server;
    private volatile boolean down;

    /** In that database. */
    public Ours(Shops shops) {
        this.shops = shops;
        clock.advance(Duration.between(clock.instant(), Instant.now()));
        database = shops.database();
        audit = new AuditTrail(clock);
        connections = new Connections(database, audit);
        String key = Base64.getEncoder().encodeToString("k".repeat(32).getBytes(StandardCharsets.UTF_8));
        TokenVault vault = new TokenVault(Keyring.parse("test:" + key));
        credentials = new Credentials(database, vault);
        sealed = new SealedDetails(vault);
        accessTokens = new AccessTokens(database, credentials, connections, clock);
        sessions = new Sessions(database, clock);
        tickets = new Tickets(database, clock);
        users = new PlatformUsers(database, audit);
        installations = new Installations(database, connections, credentials, audit);
        erasure = new Erasure(database, audit);
        inbox = new WebhookInbox(database);
        queue = new JobQueue(database);
    }

    /** A merchant who owns an empty shop and is signed in. */
    public Merchant addMerchant() {
        UUID shop = shops.add();
        UUID account = new Accounts(database, clock).addOfPlatform("Ada").id();
        database.in(Scope.shop(shop).and(Scope.account(account)), db -> {
            Members.put(db, shop, account, Role.OWNER);
            return account;
        });
        SessionKey session = sessions.open(account, Optional.empty());
        return new Merchant(shop, "shop-" + shop, session.secret(), session.csrf());
    }

    /** What routes of hosted platforms need. */
    public HostedServices hosted() {
        return new HostedServices(database, connections, credentials, installations, users, sessions, tickets, sealed, outbound, new PlatformPages(), clock,
                () -> { });
    }

    /** Starts the server with the platform's routes and the webhooks'. */
    public void serve(PlatformAdapter platformAdapter, List<WebhookSource> sources, List<Route> platformRoutes) {
        adapter = platformAdapter;
        List<Route> all = new ArrayList<>(platformRoutes);
        new WebhookRoutes(sources, connections, credentials, inbox, () -> { }).routes().stream()
                .filter(route -> route.path().startsWith("/webhooks/" + adapter.platform().name().toLowerCase(Locale.ROOT)))
                .map(route -> new Route(route.method(), route.path(), route.access(), (req, res) -> {
                    if (down) {
                        throw new RequestException(ErrorCode.UNAVAILABLE, "Down for a test.");
                    }
                    route.handler().handle(req, res);
                })).forEach(all::add);
        Guard guard = new Guard(sessions, new Members(database), new com.eyewearml.server.catalog.Shops(new CatalogueStore(database)));
        server = TestServer.start(all, access -> switch (access) {
            case Access.Member member -> req -> guard.requireMember(req, member);
            case Access.SignedIn _ -> guard::requireSession;
            default -> req -> { };
        });
    }

    /** Where it answers. */
    public URI address() {
        return server.address();
    }

    /** Whether webhooks are answered 503. */
    public void setDown(boolean isDown) {
        down = isDown;
    }

    /** Does all due jobs of a shop. */
    public void runJobs(UUID shop) {
        runJobs(shop, UnaryOperator.identity());
    }

    /** Does all due jobs of a shop, the platform being asked through {@code around}. */
    public void runJobs(UUID shop, UnaryOperator<PlatformAdapter> around) {
        Map<String, JobHandler> handlers = handlers(around.apply(adapter)).stream()
                .collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        for (List<LeasedJob> jobs; !(jobs = queue.lease(handlers.keySet(), 1, Worker.LEASE)).isEmpty(); ) {
            LeasedJob job = jobs.getFirst();
            // Other tests leave jobs of other shops in the same database.
            if (job.shopId().equals(shop)) {
                run(handlers.get(job.kind()), job);
            }
        }
    }

    private List<JobHandler> handlers(PlatformAdapter asked) {
        PlatformAdapters adapters = new PlatformAdapters(List.of(asked));
        return List.of(new ImportJob(database, connections, adapters), new ReconcileJob(database, connections, adapters),
                new WebhookJob(database, connections, adapters, inbox, erasure, audit));
    }

    /** Does jobs from now on, as the server does, until it is closed. */
    public Worker startWorker(int parallel) {
        return Worker.start(queue, handlers(adapter), parallel);
    }

    private void run(JobHandler handler, LeasedJob job) {
        try {
            handler.run(job);
            queue.finish(job);
        } catch (RetryLaterException e) {
            if (e.isAsked()) {
                queue.postpone(job, e.waiting(), e.getMessage());
            } else {
                queue.retry(job, e.waiting(), e.getMessage());
            }
        }
    }

    /** What merchants do about connected stores. */
    public StoreCare care() {
        return new StoreCare(database, connections, new PlatformAdapters(List.of(adapter)), audit);
    }

    /** A day passes since a shop's stores were reconciled, and what is due by then is asked for. */
    public void passDay(UUID shop) {
        database.changeShop(shop, db -> {
            db.update(PLATFORM_CONNECTION).set(PLATFORM_CONNECTION.RECONCILED_AT, currentOffsetDateTime().minus(new DayToSecond(1, 1))).execute();
            db.update(JOB).set(JOB.CREATED_AT, JOB.CREATED_AT.minus(new DayToSecond(2))).execute();
        });
        ReconcileSchedule.requestDue(database);
    }

    /** Makes waiting jobs due, and lets the leases of workers that died run out. */
    public void skipWaits(UUID shop) {
        database.changeShop(shop, db -> db.update(JOB).set(JOB.RUN_AT, currentOffsetDateTime()).setNull(JOB.LEASED_UNTIL)
                .where(JOB.FINISHED_AT.isNull()).execute());
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        outbound.close();
    }
}
