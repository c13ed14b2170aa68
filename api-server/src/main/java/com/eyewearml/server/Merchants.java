package com.eyewearml.server;

import com.eyewearml.db.Database;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.admin.AdminRoutes;
import com.eyewearml.server.admin.AdminServices;
import com.eyewearml.server.admin.Connectable;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.auth.Accounts;
import com.eyewearml.server.auth.Passkeys;
import com.eyewearml.server.auth.Sessions;
import com.eyewearml.server.auth.Team;
import com.eyewearml.server.auth.Tickets;
import com.eyewearml.server.frames.FrameServices;
import com.eyewearml.server.limit.RateLimiter;
import com.eyewearml.server.platform.Connections;
import com.eyewearml.server.settings.StorefrontSettingsStore;
import com.eyewearml.server.signin.AccountRoutes;
import com.eyewearml.server.signin.EmailLinks;
import com.eyewearml.server.signin.PasskeyRoutes;
import com.eyewearml.server.signin.PasswordRoutes;
import com.eyewearml.server.signin.ShopChoice;
import com.eyewearml.server.signin.ShopChoiceRoutes;
import com.eyewearml.server.signin.SignInRoutes;
import com.eyewearml.server.signin.SignInServices;
import com.eyewearml.server.signin.SignInSettings;
import com.eyewearml.server.storefront.ApiKeyEditor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages for merchants: signing in, and the admin of their shops. */
final class Merchants {
    private Merchants() { }

    /** @throws StartupException where the settings are incomplete */
    static List<Route> routes(Map<String, String> environment, Backends backends, Optional<HostedPlatforms> platforms, FrameServices frames,
                              String engineUrl) {
        Database database = backends.database();
        Clock clock = Clock.systemUTC();
        AuditTrail audit = new AuditTrail(clock);
        SignInSettings settings = settings(environment);
        Tickets tickets = new Tickets(database, clock);
        Team team = new Team(database, tickets, audit, clock);
        Passkeys passkeys = new Passkeys(database, clock);
        EmailLinks links = new EmailLinks(tickets, settings);
        SignInServices services = new SignInServices(database, new Accounts(database, clock), new Sessions(database, clock), tickets,
                team, links, new RateLimiter(backends.cache()), settings);
        AdminServices admin = new AdminServices(database, audit, new Connections(database, audit), team, links,
                new ApiKeyEditor(database, backends.cache(), audit), new StorefrontSettingsStore(database, backends.cache(), audit),
                frames, engineUrl, settings.publicUrl(), Connectable.by(platforms.map(HostedPlatforms::routes).orElse(List.of())), () -> platforms.ifPresent(HostedPlatforms::wakeWorker));
        return Stream.of(new AdminRoutes(admin).routes(), new SignInRoutes(services).routes(), new PasswordRoutes(services).routes(), new AccountRoutes(services, passkeys).routes(),
                new PasskeyRoutes(services, passkeys).routes(),
                new ShopChoiceRoutes(services, new ShopChoice(database, audit)).routes()).flatMap(List::stream).toList();
    }

    private static SignInSettings settings(Map<String, String> environment) {
        try {
            return SignInSettings.from(environment);
        } catch (IllegalArgumentException e) {
            throw new StartupException(e.getMessage(), e);
        }
    }
}
