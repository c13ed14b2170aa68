package com.eyewearml.server.admin;

import com.eyewearml.server.access.Route;
import java.util.List;
import java.util.stream.Stream;

/** The admin of shops, {@code /admin/{shop}} and below. */
public final class AdminRoutes {
    private final List<Route> routes;

    /** Works with those services. */
    public AdminRoutes(AdminServices services) {
        Desk desk = new Desk(services.connections());
        routes = Stream.of(new OverviewRoutes(services, desk).routes(), new ProductRoutes(services, desk).routes(),
                new FramePageRoutes(services.frames(), desk, services.engineUrl()).routes(), new LinkRoutes(services.frames(), desk).routes(),
                new SettingsRoutes(services, desk).routes(), new TeamRoutes(services, desk).routes(), new KeyRoutes(services, desk).routes(),
                new AuditRoutes(services, desk).routes()).flatMap(List::stream).toList();
    }

    /** All its addresses. */
    public List<Route> routes() {
        return routes;
    }
}
